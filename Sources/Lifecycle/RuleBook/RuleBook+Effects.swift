// What one record's event may set off in another's, worked out from the conditions of the derived rules.

extension RuleBook {
    /// The machines, with the effects of every rule filled in.
    ///
    /// An event may set a derived rule off when it is one of those from which the rule follows, or when it can make one of
    /// the rule's conditions true: by moving a record into or out of the states that the condition names, by being one of
    /// the events that it names, or by changing the link by which it is found. Nothing is left to
    /// memory: a new derived rule is announced by every event that can bring it about.
    static func announcing(_ machines: [Machine]) -> [Machine] {
        let derived = machines.flatMap(\.rules).filter(\.followsByItself)
        return machines.map { machine in
            var rules = machine.rules
            for place in rules.indices {
                var effects: [Effect] = []
                for rule in derived where rules[place].canBring(rule) {
                    let effect = Effect(rule.words, rule.machine.record, rule.event)
                    if !effects.contains(effect) { effects.append(effect) }
                }
                rules[place].effects += effects
            }
            return Machine(
                machine.id, title: machine.title, initial: machine.initial, terminal: machine.terminal,
                states: machine.states, rules: rules, notes: machine.notes)
        }
    }
}

extension Rule {
    /// Whether an event under this rule can bring a derived rule about.
    func canBring(_ rule: Rule) -> Bool {
        guard rule.triggers.isEmpty else {
            let name = "\(machine.rawValue).\(event)"
            return rule.triggers.contains { $0.event == name }
        }
        return rule.conditions.contains { canMeet($0, of: rule) }
    }

    /// Whether an event under this rule can make a condition of a derived rule true.
    func canMeet(_ condition: Condition, of rule: Rule) -> Bool {
        guard condition.link != "self" else { return false }
        if condition.asksForEvents, condition.record == machine.record {
            let meets = condition.events.contains(event)
            if condition.quantifier == .none ? condition.amongEvents.contains(event) && !meets : meets { return true }
        }
        if condition.record == machine.record, changesState(for: condition) { return true }
        return changesLink(for: condition, of: rule)
    }

    private func changesState(for condition: Condition) -> Bool {
        let entered = to.contains { condition.states.contains($0.state) }
        let left = to.contains { !condition.states.contains($0.state) }
        let fromInside = from.contains(where: condition.states.contains)
        let fromOutside = from.contains { !condition.states.contains($0) }
        switch condition.quantifier {
        case .any, .all: return entered && fromOutside
        case .none: return left && fromInside
        }
    }

    private func changesLink(for condition: Condition, of rule: Rule) -> Bool {
        let changed = requires.filter { requirement in
            if case .reference = requirement.type { true } else { false }
        }.map(\.field)
        if condition.link.hasPrefix("own:") {
            return machine == rule.machine && changed.contains { condition.link == "own:\($0)" }
        }
        return machine.record == condition.record && changed.contains(condition.link)
    }
}
