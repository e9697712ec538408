// What an event opens elsewhere: a duty, a right to review, a retention record.

/// An opening: an event of one record makes the team open another, for each record that it concerns.
///
/// The opened record begins on the day of the event and carries it as its cause. Openings are a function of the file's
/// history: when the cause is struck, what it opened falls away.
package struct Consequence: Hashable, Sendable {
    /// The opening's name, such as `duty.arrested`: never used again for another.
    package let id: String
    /// What is opened and why, in one plain sentence.
    package let words: String
    /// The events that open it, as `B1.arrest`.
    package let causes: [String]
    /// The states into which the event must lead; empty: wherever it leads.
    package let into: [State]
    /// The ways from the event's record to the records that it concerns; what any of them finds is concerned once.
    package let paths: [[Way]]
    /// The states, just after the event, in which a record found is concerned; empty: in any.
    package let entitled: [State]
    /// The kind of record that is opened, linked by the names of the kinds it is about.
    package let opens: RecordKind
    /// The open fields that it begins with: what it is about.
    package let facts: [String: FieldValue]
    /// Where the rule comes from.
    package let source: String
    /// Whether it is law or binding guidance, rather than this program's own choice.
    package let law: Bool
    /// The days of the event for which it is law.
    package let during: InForce
    /// Whether only the first of these events in a record's life opens anything.
    package let once: Bool

    /// One step from a record to others.
    package enum Way: Hashable, Sendable {
        /// To the record that this one's own link of that name points to.
        case own(String)
        /// To the records of a kind whose link of that name points to this one.
        case of(RecordKind, String)
    }

    /// An opening.
    package init(
        _ id: String, _ words: String, when causes: [String], into: [State] = [], by paths: [[Way]],
        entitled: [State] = [], opens: RecordKind, facts: [String: FieldValue] = [:], source: String, law: Bool,
        during: InForce = .always, once: Bool = false
    ) {
        self.id = id
        self.words = words
        self.causes = causes
        self.into = into
        self.paths = paths
        self.entitled = entitled
        self.opens = opens
        self.facts = facts
        self.source = source
        self.law = law
        self.during = during
        self.once = once
    }
}
