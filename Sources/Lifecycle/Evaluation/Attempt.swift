// Something somebody wants to record.

/// An event that is to be recorded, as the rules see it: without names and without text that they need not read.
package struct Attempt: Sendable {
    /// The event's name.
    package var event: String
    /// When it happened.
    package var when: Interval
    /// Its fields.
    package var fields: [String: FieldValue]
    /// Who decided it, if that was said or is plain from the account.
    package var decider: DecisionMaker?
    /// The roles of the recording account; nil where its roles are not in question, as when a past is imported.
    package var recorders: Set<Role>?
    /// Whether an occurrence is to be taken as it happened, with its breaches.
    package var asHappened: Bool
    /// Whether the program itself brings the event about, under a derived rule.
    package var derived: Bool

    /// An attempt.
    package init(
        _ event: String, when: Interval, fields: [String: FieldValue] = [:], decider: DecisionMaker? = nil,
        recorders: Set<Role>? = nil, asHappened: Bool = false, derived: Bool = false
    ) {
        self.event = event
        self.when = when
        self.fields = fields
        self.decider = decider
        self.recorders = recorders
        self.asHappened = asHappened
        self.derived = derived
    }
}
