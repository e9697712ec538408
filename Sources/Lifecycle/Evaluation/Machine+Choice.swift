// Which rule an event falls under.

extension Machine {
    /// The rule under which that event may follow that state; nil if there is none.
    ///
    /// - Parameters:
    ///   - begunOn: the day on which the record began.
    ///   - day: the day of the event, by which the edition is chosen; nil leaves editions by that day aside.
    package func rule(for event: String, at state: State, begunOn: Day, on day: Day? = nil) -> Rule? {
        guard let places = index[event]?.byState[state] else { return nil }
        for place in places where rules[place].isLaw(begunOn: begunOn, on: day) { return rules[place] }
        return nil
    }

    /// The rule that is named when none applies: one from that state, else one in force, else the event's first.
    ///
    /// Among those from that state, one for records that began on that day goes before the others.
    func nearest(for event: String, at state: State, begunOn: Day, on day: Day? = nil) -> Rule? {
        guard let entry = index[event], let first = entry.places.first else { return nil }
        if let places = entry.byState[state], let place = places.first {
            return rules[places.first { rules[$0].inForce.contains(begunOn) } ?? place]
        }
        for place in entry.places where rules[place].isLaw(begunOn: begunOn, on: day) { return rules[place] }
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

extension Rule {
    /// Whether it is law for a record that began on one day and an event on another; nil leaves the event's day aside.
    package func isLaw(begunOn: Day, on day: Day?) -> Bool {
        inForce.contains(begunOn) && (day.map(during.contains) ?? true)
    }
}
