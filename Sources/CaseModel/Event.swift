// One event of a record's life, as it was recorded.
package import Lifecycle

/// An event: what happened, when it happened, when it became known, who decided and who recorded it.
///
/// Events are append-only. A correction strikes one and leaves it standing; a second person's approval makes a held one
/// take effect.
package struct Event: Hashable, Sendable {
    /// The order of recording over the whole store.
    package var seq: Int64
    /// What people write down: `EV-` and ten letters or digits.
    package var id: String
    /// The rule under which it was recorded: `B1.arrest`.
    package var rule: String
    /// The event's name: `arrest`.
    package var name: String
    /// When it happened.
    package var when: Interval
    /// The event of the same day that it came after, if that was said.
    package var after: String?
    /// The order of recording of the event that it came after, or its own.
    package var anchor: Int64
    /// The day on which it became known: a claim.
    package var known: Day
    /// When it was recorded, in milliseconds of UTC.
    package var recordedAt: Int64
    /// The account that recorded it.
    package var recorder: String
    /// The fields that were given, and those that were supplied later and stand; the text of a sealed one is a mask
    /// unless it was opened for the reader.
    package var fields: [String: FieldValue]
    /// Which of the fields were supplied later: by the supplement, as its place in the order of recording.
    package var supplied: [String: Int64] = [:]
    /// For a supplement, the event whose later fields it gives, as its place in the order of recording.
    package var supplements: Int64?
    /// Who decided, where that is another than the recorder; the name is sealed like text.
    package var decider: DecisionMaker?
    /// Whether it stands although a rule was broken.
    package var asHappened: Bool
    /// Whether the rules made it out of another event.
    package var derived: Bool
    /// Whether it takes effect only when a second person approves it; a breach is in force before it is reviewed.
    package var needsApproval: Bool
    /// The day of that approval, or of that review.
    package var approved: Day?
    /// Who approved or reviewed it.
    package var approver: String?
    /// The event that it follows from.
    package var cause: Int64?
    /// The day from which it is known to be wrong.
    package var struck: Day?

    package init(
        seq: Int64, id: String, rule: String, name: String, when: Interval, after: String? = nil, known: Day,
        recordedAt: Int64, recorder: String, fields: [String: FieldValue] = [:], decider: DecisionMaker? = nil,
        asHappened: Bool = false, derived: Bool = false, needsApproval: Bool = false, approved: Day? = nil,
        approver: String? = nil, cause: Int64? = nil, struck: Day? = nil, supplements: Int64? = nil
    ) {
        self.seq = seq
        self.id = id
        self.rule = rule
        self.name = name
        self.when = when
        self.after = after
        anchor = seq
        self.known = known
        self.recordedAt = recordedAt
        self.recorder = recorder
        self.fields = fields
        self.decider = decider
        self.asHappened = asHappened
        self.derived = derived
        self.needsApproval = needsApproval
        self.approved = approved
        self.approver = approver
        self.cause = cause
        self.struck = struck
        self.supplements = supplements
    }

    /// Whether it may change what its record is linked to: whether it names another record.
    var movesLinks: Bool { !fields.isEmpty && fields.values.contains { $0.reference != nil } }

    /// Where it stands in the order of things.
    ///
    /// A supplement stands where the event stands whose fields it gives.
    package var place: Place { Place(day: when.last, anchor: anchor, seq: supplements ?? seq) }

    /// Whether it takes part in the record's life as it is believed now.
    package var stands: Bool { supplements == nil && struck == nil && (!needsApproval || approved != nil) }

    /// Whether it only marks the event that it supplements as a breach.
    ///
    /// A change of the past that was accepted as it happened has left that event against the rules; `after` says what the
    /// change was.
    package var isMark: Bool { supplements != nil && asHappened }

    /// Whether it was recorded although a rule was broken, and nobody has reviewed that yet.
    package var isUnreviewed: Bool { asHappened && struck == nil && approved == nil }

    /// The fields that were given at first.
    package var given: [String: FieldValue] {
        supplied.isEmpty ? fields : fields.filter { supplied[$0.key] == nil }
    }

    /// The first day on which it was both known and in effect; nil while it waits for approval.
    package var believedFrom: Day? {
        guard needsApproval else { return known }
        return approved.map { max($0, known) }
    }
}
