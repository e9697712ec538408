// Which rule an event falls under.

extension Machine {
    /// The rule under which that event may follow that state, for a record that began on that day; nil if there is none.
    package func rule(for event: String, at state: State, begunOn: Day) -> Rule? {
        guard let places = index[event]?.byState[state] else { return nil }
        for place in places where rules[place].inForce.contains(begunOn) { return rules[place] }
        return nil
    }

    /// The rule that is named when none applies: one from that state, else one in force, else the event's first.
    func nearest(for event: String, at state: State, begunOn: Day) -> Rule? {
        guard let entry = index[event], let first = entry.places.first else { return nil }
        if let place = entry.byState[state]?.first { return rules[place] }
        for place in entry.places where rules[place].inForce.contains(begunOn) { return rules[place] }
        return rules[first]
    }

    /// Whether the condition holds: on the record's own past, or on the records that it selects.
    func holds(
        _ condition: Condition, at state: State, past: [State], fields: [String: FieldValue],
        around: some Surroundings
    ) -> Bool {
        if condition.asksForEvents { return condition.holds(forLatest: around.latest(condition, fields: fields)) }
        guard condition.link == "self" else { return condition.holds(for: around.states(condition, fields: fields)) }
        let among = condition.among ?? []
        if among.contains(state) { return condition.holds(for: [state]) }
        return condition.holds(for: past.last(where: among.contains).map { [$0] } ?? [])
    }

    /// Where the rule leads; nil if it hangs on conditions of which none holds.
    func destination(
        _ rule: Rule, at state: State, past: [State], fields: [String: FieldValue], around: some Surroundings
    ) -> State? {
        for destination in rule.to {
            guard let when = destination.when else { return destination.state }
            guard let condition = rule.conditions.first(where: { $0.id == when }) else { continue }
            if holds(condition, at: state, past: past, fields: fields, around: around) { return destination.state }
        }
        return nil
    }
}
