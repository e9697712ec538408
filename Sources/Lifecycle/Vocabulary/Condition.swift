// What must be true of other records before an event.

/// A condition on the states of other records, or on the record's own past; worked out from events, never ticked.
package struct Condition: Hashable, Sendable {
    /// The condition's name within its rule.
    package let id: String
    /// The condition in words; also what is named when it is not met.
    package let words: String
    /// How many of the selected records must stand in one of `states`.
    package let quantifier: Quantifier
    /// The kind of record looked at.
    package let record: RecordKind
    /// How the records are found from the event's own record R.
    ///
    /// A link name (`investigation`, `suspect`, `victim`, `prosecution`, `submission`, `person`): records whose link of
    /// that name is R. `field:NAME`: the record that the event's field of that name names. `own:NAME`: the record that
    /// R's own link of that name points to. `self`: R's own past: of the states in `among`, the latest in which R stood.
    /// `this`: R itself, if it has the fields that `whereField` names.
    package let link: String
    /// The states that meet the condition.
    package let states: [State]
    /// Fields that a record must have, each with the values it may have, to be looked at at all.
    package let whereField: [String: [String]]
    /// For the link `self`: the states of R's own past among which the latest is looked for.
    package let among: [State]?
    /// For a condition also on what happened last to the other record: the events that meet it, besides `states`; empty for
    /// one on states alone.
    package let events: [String]
    /// The events among which the latest is looked for; none of them having happened does not meet the condition.
    package let amongEvents: [String]

    /// A condition.
    package init(
        _ id: String, _ words: String, _ quantifier: Quantifier, _ record: RecordKind, link: String, in states: [State],
        where whereField: [String: [String]] = [:], among: [State]? = nil, events: [String] = [],
        amongEvents: [String] = []
    ) {
        self.id = id
        self.words = words
        self.quantifier = quantifier
        self.record = record
        self.link = link
        self.states = states
        self.whereField = whereField
        self.among = among
        self.events = events
        self.amongEvents = amongEvents
    }

    /// Whether the condition holds, given the states of the records that it selects.
    package func holds(for found: [State]) -> Bool {
        switch quantifier {
        case .all: found.allSatisfy(states.contains)
        case .any: found.contains(where: states.contains)
        case .none: !found.contains(where: states.contains)
        }
    }

    /// Whether it asks also what happened last, and not only how things stand.
    package var asksForEvents: Bool { !events.isEmpty }

    /// Whether a record of which this was the latest of `amongEvents` meets it; nil: none of them has happened.
    package func isMet(byLatest event: String?) -> Bool { !asksForEvents || event.map(events.contains) ?? false }

    /// Whether the condition holds, given where each record that it selects stands, and the latest of `amongEvents` there.
    package func holds(forLatest found: [(state: State, event: String?)]) -> Bool {
        let meets = { (one: (state: State, event: String?)) in states.contains(one.state) && isMet(byLatest: one.event)
        }
        return switch quantifier {
        case .all: found.allSatisfy(meets)
        case .any: found.contains(where: meets)
        case .none: !found.contains(where: meets)
        }
    }
}
