// Where an event that was accepted leads, whatever the rules would say today.
package import Lifecycle

extension Machine {
    /// The state in which a record stands after an event that stands in its past.
    ///
    /// - Parameters:
    ///   - here: where the record stood.
    ///   - past: every state that it stood in, oldest first.
    ///   - begunOn: the day on which the record begins; by it and by the event's own day the edition is chosen.
    package func leads(_ event: Event, from here: State, past: @autoclosure () -> [State], begunOn: Day) -> State {
        let found = rule(for: event.name, at: here, begunOn: begunOn, on: event.when.last)
        let rule = found ?? rules(for: event.name).first { $0.id == event.rule } ?? rules(for: event.name).first
        guard let rule else { return here }
        if rule.to.count == 1 { return rule.to[0].state }
        let past = past()
        for destination in rule.to {
            guard let name = destination.when, let condition = rule.conditions.first(where: { $0.id == name }) else {
                return destination.state
            }
            let among = condition.among ?? condition.states
            if let last = past.last(where: among.contains), condition.states.contains(last) { return destination.state }
        }
        return rule.to.first?.state ?? here
    }
}

extension Machine {
    /// Whether any rule asks for what the record itself has been.
    var looksBack: Bool { Self.lookingBack.contains(id) }

    private static let lookingBack = Set(
        RuleBook.current.machines.filter { machine in
            machine.rules.contains { $0.conditions.contains { $0.link == "self" } }
        }.map(\.id))
}
