// May this be recorded? The one place where an attempt is held against its rule.

extension Machine {
    /// What the rules say to an attempt, with all its faults at once.
    ///
    /// - Parameters:
    ///   - state: where the record stands at the event's place in time.
    ///   - past: every state in which it has stood, oldest first; `state` may be its last.
    ///   - begunOn: the day on which the record begins; by it and by the event's own last day the edition is chosen.
    ///   - around: the other records at that place in time.
    package func apply(
        _ attempt: Attempt, at state: State, past: [State], begunOn: Day, around: some Surroundings
    ) -> Verdict {
        var faults: [Fault] = []
        let rule: Rule
        let day = attempt.when.last
        if let found = self.rule(for: attempt.event, at: state, begunOn: begunOn, on: day) {
            rule = found
        } else if let near = nearest(for: attempt.event, at: state, begunOn: begunOn, on: day) {
            rule = near
            if !near.from.contains(state) { faults.append(.wrongState(state)) }
            if !near.inForce.contains(begunOn) { faults.append(.notInForce) }
            if !near.during.contains(day) { faults.append(.notLawThen) }
        } else {
            return .refused([unknownEvent])
        }
        weighWho(attempt, rule, into: &faults)
        if attempt.when.last < begunOn { faults.append(.beforeRecord) }
        weighFields(attempt, rule, into: &faults)
        for condition in rule.conditions where !rule.to.contains(where: { $0.when == condition.id }) {
            if !holds(condition, at: state, past: past, fields: attempt.fields, around: around) {
                faults.append(.unmet(condition))
            }
        }
        let destination = destination(rule, at: state, past: past, fields: attempt.fields, around: around)
        if destination == nil { faults.append(.nowhereToGo) }

        if faults.isEmpty, let destination {
            return .moves(Step(rule: rule, from: state, to: destination, breaches: []))
        }
        let refusal = Refusal(rule, faults)
        let asHappened = rule.kind == .occurrence && attempt.asHappened
        guard asHappened, !faults.contains(where: \.isImpossible), let first = rule.to.first else {
            return .refused([refusal])
        }
        return .moves(Step(rule: rule, from: state, to: destination ?? first.state, breaches: [refusal]))
    }

    private var unknownEvent: Refusal {
        Refusal(rule: id.rawValue, why: "There is no such event in the lifecycle of \(record.rawValue) records.")
    }

    private func weighWho(_ attempt: Attempt, _ rule: Rule, into faults: inout [Fault]) {
        if attempt.derived {
            if rule.kind != .derived { faults.append(.notDerived) }
            return
        }
        guard rule.kind != .derived else { return faults.append(.notByHand) }
        if let recorders = attempt.recorders, !rule.recorders.contains(where: recorders.contains) {
            faults.append(.wrongRecorder)
        }
        guard !rule.deciders.isEmpty else { return }
        let decider = attempt.decider ?? DecisionMaker()
        if !rule.deciders.contains(where: { $0.fits(decider) }) { faults.append(.wrongDecider) }
    }

    private func weighFields(_ attempt: Attempt, _ rule: Rule, into faults: inout [Fault]) {
        var known = 0
        for requirement in rule.requires {
            guard let value = attempt.fields[requirement.field] else {
                if requirement.needed == .now { faults.append(.missing(requirement)) }
                continue
            }
            known += 1
            guard requirement.type.admits(value) else {
                faults.append(.badValue(requirement))
                continue
            }
            guard let after = requirement.after, let day = value.day else { continue }
            let bound = after == "on" ? attempt.when.last : attempt.fields[after]?.day
            if let bound, day < bound { faults.append(.tooEarly(requirement)) }
        }
        guard known < attempt.fields.count else { return }
        let names = attempt.fields.keys.filter { name in !rule.requires.contains { $0.field == name } }
        for name in names.sorted() { faults.append(.unknownField(name)) }
    }
}
