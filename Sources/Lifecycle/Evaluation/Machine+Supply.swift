// May this be supplied? Fields of an event that are given after it was recorded.

extension Machine {
    /// What the rules say to fields that are supplied to an event after it was recorded; nil if nothing stands in the way.
    ///
    /// - Parameters:
    ///   - fields: what is supplied.
    ///   - event: the event with the fields that it has.
    ///   - id: the rule under which it was recorded.
    ///   - recorders: the roles of who supplies them; nil where they are not in question.
    ///   - state: where the record stood before the event.
    ///   - past: every state in which it had stood, oldest first.
    ///   - around: the other records at the event's place in time.
    package func weigh(
        _ fields: [String: FieldValue], suppliedTo event: Attempt, under id: String, recorders: Set<Role>?,
        at state: State, past: [State], around: some Surroundings
    ) -> Refusal? {
        guard let rule = rules(for: event.event).first(where: { $0.id == id }) else {
            return Refusal(rule: id, why: "There is no such rule any more: nothing can be supplied to its events.")
        }
        var faults: [Fault] = []
        if let recorders, !rule.recorders.contains(where: recorders.contains) { faults.append(.wrongRecorder) }
        let all = event.fields.merging(fields) { old, _ in old }
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            guard let requirement = rule.requires.first(where: { $0.field == name }) else {
                faults.append(.unknownField(name))
                continue
            }
            if event.fields[name] != nil { faults.append(.givenAlready(requirement)) }
            if !requirement.type.admits(value) { faults.append(.badValue(requirement)) }
        }
        for requirement in rule.requires {
            guard let after = requirement.after, let day = all[requirement.field]?.day,
                fields[requirement.field] != nil || fields[after] != nil
            else { continue }
            let bound = after == "on" ? event.when.last : all[after]?.day
            if let bound, day < bound { faults.append(.tooEarly(requirement)) }
        }
        for condition in rule.conditions where !event.asHappened {
            if rule.to.contains(where: { $0.when == condition.id }) { continue }
            guard condition.link.hasPrefix("field:"), fields[String(condition.link.dropFirst(6))] != nil else {
                continue
            }
            if !holds(condition, at: state, past: past, fields: all, around: around) {
                faults.append(.unmet(condition))
            }
        }
        return faults.isEmpty ? nil : Refusal(rule, faults)
    }
}
