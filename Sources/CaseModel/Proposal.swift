// What somebody asks to be recorded.
package import Lifecycle

/// An event that somebody asks to be recorded.
package struct Proposal: Sendable {
    /// The event's name: `arrest`.
    package var event: String
    /// The id that it is to have; nil for a new one.
    package var id: String?
    /// When it happened.
    package var when: Interval
    /// The event of the same day that it came after.
    package var after: String?
    /// The day on which it became known.
    package var known: Day
    /// When it is being recorded, in milliseconds of UTC.
    package var recordedAt: Int64
    /// The account that records it.
    package var recorder: String
    /// The roles of that account; nil where the rule's recorders are not asked for, as in an import of the past.
    package var recorders: Set<Role>?
    /// The fields given.
    package var fields: [String: FieldValue]
    /// Who decided.
    package var decider: DecisionMaker?
    /// Whether it is to stand although a rule is broken.
    package var asHappened: Bool
    /// A second person's approval that was given when it happened, as in an import of the past.
    package var approved: (day: Day, approver: String)?
    /// A review of its breach that there was already, as in an import of the past.
    package var reviewed: (day: Day, approver: String)?

    package init(
        _ event: String, id: String? = nil, when: Interval, after: String? = nil, known: Day, recordedAt: Int64,
        recorder: String, recorders: Set<Role>?, fields: [String: FieldValue] = [:], decider: DecisionMaker? = nil,
        asHappened: Bool = false, approved: (day: Day, approver: String)? = nil,
        reviewed: (day: Day, approver: String)? = nil
    ) {
        self.event = event
        self.id = id
        self.when = when
        self.after = after
        self.known = known
        self.recordedAt = recordedAt
        self.recorder = recorder
        self.recorders = recorders
        self.fields = fields
        self.decider = decider
        self.asHappened = asHappened
        self.approved = approved
        self.reviewed = reviewed
    }

    /// The same, as the rules see it.
    var attempt: Attempt {
        Attempt(event, when: when, fields: fields, decider: decider, recorders: recorders, asHappened: asHappened)
    }
}
