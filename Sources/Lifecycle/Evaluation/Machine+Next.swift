// What may be recorded next, and why not the rest.

extension Machine {
    /// Every event that accounts with these roles may record, wherever the record stands: for those who may not know that.
    package func everything(for recorders: Set<Role>) -> [Prospect] {
        rules.filter { $0.kind != .derived && $0.recorders.contains(where: recorders.contains) }
            .map { Prospect(rule: $0, obstacle: nil) }
    }

    /// Every event that a person can record, in the rule book's order: what stands in its way, if anything does.
    ///
    /// Fields and deciders are not held against it, as they are not given yet; nor are conditions on a record that a
    /// field will name.
    /// - Parameters:
    ///   - day: the day on which it would happen, by which the edition is chosen; nil leaves that aside.
    ///   - recorders: the account's roles; nil to leave them aside.
    package func next(
        at state: State, past: [State], begunOn: Day, on day: Day? = nil, recorders: Set<Role>?,
        around: some Surroundings
    ) -> [Prospect] {
        var seen: Set<String> = []
        var prospects: [Prospect] = []
        for listed in rules where listed.kind != .derived && seen.insert(listed.event).inserted {
            let found = rule(for: listed.event, at: state, begunOn: begunOn, on: day)
            guard let rule = found ?? nearest(for: listed.event, at: state, begunOn: begunOn, on: day) else { continue }
            var faults: [Fault] = []
            if found == nil {
                if !rule.from.contains(state) { faults.append(.wrongState(state)) }
                if !rule.inForce.contains(begunOn) { faults.append(.notInForce) }
                if let day, !rule.during.contains(day) { faults.append(.notLawThen) }
            }
            if let recorders, !rule.recorders.contains(where: recorders.contains) { faults.append(.wrongRecorder) }
            for condition in rule.conditions where !condition.link.hasPrefix("field:") {
                if rule.to.contains(where: { $0.when == condition.id }) { continue }
                if !holds(condition, at: state, past: past, fields: [:], around: around) {
                    faults.append(.unmet(condition))
                }
            }
            prospects.append(Prospect(rule: rule, obstacle: faults.isEmpty ? nil : Refusal(rule, faults)))
        }
        return prospects
    }
}
