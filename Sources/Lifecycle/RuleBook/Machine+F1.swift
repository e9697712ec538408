// Machine F1: how long the records of an investigation are kept, and legal hold. Only a table.

extension Machine {
    static let retention = Machine(
        .f1, title: "Retention and legal hold", initial: "ACTIVE", terminal: ["DISPOSED", "FALLEN_AWAY"],
        states: retentionStates,
        rules: retentionCourse + retentionHolds + retentionDisposal,
        notes: [
            """
            One record for what is kept about one investigation. Material is kept at least as long as the Code under the \
            Criminal Procedure and Investigations Act 1996 demands, and longer by the group that it belongs to.
            """,
            """
            A hold bars disposal whatever else is due. While an inquiry into such matters is under way or announced, every \
            record of this operation is put on hold, and only a data-protection officer releases it.
            """,
        ])
}

private let retentionStates: [StateEntry] = [
    StateEntry("ACTIVE", "In use: the investigation is open."),
    StateEntry("RETAINED", "The investigation is closed; kept until the day of review."),
    StateEntry("REVIEW_DUE", "The day of review has come: to be kept longer or disposed of."),
    StateEntry("HELD", "On legal hold: nothing may be disposed of."),
    StateEntry("RESTRICTED", "Kept, and used for nothing but what the restriction allows."),
    StateEntry("APPROVED_DISPOSAL", "Two people have agreed that it is disposed of."),
    StateEntry("DISPOSED", "Erased; only the reference and these events remain."),
    StateEntry("FALLEN_AWAY", "The investigation was not closed: that it was had been recorded in error."),
]

private let keepers: [Role] = [.dpo, .inspector]
private let ownChoice = "Design choice"
private let policing = "Data Protection Act 2018 s.39; College of Policing, review, retention and disposal"
private let nextReview = Requirement("review_on", .day, .now, "the day of the next review", after: "on")
private let group = Requirement("group", .choice(["1", "2", "3", "4"]), .later, "the group by which it is kept")
private let closed = Condition(
    "investigation_closed", "the investigation is closed", .any, .investigation, link: "own:investigation",
    in: ["COMPLETED", "NOT_PROGRESSED"])

private let retentionCourse: [Rule] = [
    Rule(
        .f1, "close", .derived, "The investigation is closed.",
        from: ["ACTIVE"], to: ["RETAINED"], if: [closed],
        limit: "kept at least 6 years, and as long as the CPIA Code demands",
        source: "Code under the Criminal Procedure and Investigations Act 1996, paragraph 5; " + policing, law: true),
    Rule(
        .f1, "reopened", .derived, "The investigation is open again.",
        from: ["RETAINED", "REVIEW_DUE", "APPROVED_DISPOSAL"], to: ["ACTIVE"],
        if: [
            Condition(
                "investigation_open", "the investigation is not closed", .none, .investigation,
                link: "own:investigation", in: ["COMPLETED", "NOT_PROGRESSED"])
        ],
        source: ownChoice, law: false),
    Rule(
        .f1, "fall_away", .derived, "That the investigation was closed proves to have been recorded in error.",
        from: ["ACTIVE", "RETAINED", "REVIEW_DUE"], to: ["FALLEN_AWAY"], source: ownChoice, law: false),
    Rule(
        .f1, "schedule_review", .decision, "The day of review is set or changed.",
        from: ["RETAINED"], to: ["RETAINED"], by: keepers, fields: [nextReview, group], source: policing, law: true),
    Rule(
        .f1, "due", .derived, "The day of review comes.",
        from: ["RETAINED"], to: ["REVIEW_DUE"],
        limit: "timer: the day of review that was set, else 6 years after the investigation was closed; never stored",
        source: policing, law: true, timer: true),
    Rule(
        .f1, "retain_again", .decision, "It is kept longer.",
        from: ["REVIEW_DUE"], to: ["RETAINED"], by: keepers,
        fields: [
            nextReview, group,
            Requirement("answers", .text, .later, "the answers to the questions of the national retention assessment"),
        ],
        source: policing + ": every decision to keep is recorded", law: true),
]

private let retentionHolds: [Rule] = [
    Rule(
        .f1, "hold", .decision, "It is put on legal hold.",
        from: ["ACTIVE", "RETAINED", "REVIEW_DUE", "APPROVED_DISPOSAL", "RESTRICTED"], to: ["HELD"], by: [.dpo],
        fields: holdFields, source: "Inquiries Act 2005 s.21; design choice", law: true),
    Rule(
        .f1, "hold", variant: "further", .decision, "The hold is reviewed and goes on, or another ground is added.",
        from: ["HELD"], to: ["HELD"], by: [.dpo], fields: holdFields, source: "Inquiries Act 2005 s.21; design choice",
        law: true),
    Rule(
        .f1, "release_hold", .decision, "The legal hold is released.",
        from: ["HELD"], to: ["REVIEW_DUE"], by: [.dpo],
        fields: [Requirement("authority", .text, .now, "who allows it, and in which document")],
        attested: ["No other ground for the hold remains."], source: ownChoice, law: false),
    Rule(
        .f1, "restrict", .decision, "Its use is restricted.",
        from: ["ACTIVE", "RETAINED", "REVIEW_DUE"], to: ["RESTRICTED"], by: [.dpo],
        fields: [
            Requirement("why", .choice(["kept as evidence", "accuracy contested"]), .now, "why it is restricted"),
            Requirement("review_on", .day, .later, "the day of the next review", after: "on"),
        ],
        source: "Data Protection Act 2018 ss.46(4), 47(2)-(3)", law: true),
    Rule(
        .f1, "unrestrict", .decision, "The restriction is lifted.",
        from: ["RESTRICTED"], to: ["RETAINED"], by: [.dpo],
        fields: [
            Requirement(
                "person_told_on", .day, .later,
                "where accuracy was contested: the day on which the person was told, before it is lifted")
        ],
        source: "Data Protection Act 2018 s.48(10)", law: true),
]

private let holdFields: [Requirement] = [
    Requirement(
        "why",
        .choice([
            "public inquiry", "litigation", "Criminal Cases Review Commission", "complaint or misconduct", "other",
        ]),
        .now, "why it is held"),
    Requirement("authority", .text, .later, "who demands it, and in which document"),
    Requirement("scope", .text, .unknownAllowed, "what is held, if not everything"),
    Requirement("review_on", .day, .later, "the day of the next review", after: "on"),
]

private let retentionDisposal: [Rule] = [
    Rule(
        .f1, "approve_disposal", .decision, "It is to be disposed of.",
        from: ["REVIEW_DUE"], to: ["APPROVED_DISPOSAL"], by: keepers, approval: Approval(by: keepers),
        fields: [Requirement("rationale", .text, .later, "the reasons written out")], if: [closed],
        attested: [
            """
            The times for which the CPIA Code and the group demand that it is kept have passed, and no inquiry \
            bars disposal.
            """
        ],
        source: "Data Protection Act 2018 s.39; Code under the Criminal Procedure and Investigations Act 1996",
        law: true),
    Rule(
        .f1, "revoke_approval", .decision, "It is not to be disposed of after all.",
        from: ["APPROVED_DISPOSAL"], to: ["REVIEW_DUE"], by: keepers,
        fields: [Requirement("why", .text, .now, "why not")], source: ownChoice, law: false),
    Rule(
        .f1, "dispose", .decision, "It is erased.",
        from: ["APPROVED_DISPOSAL"], to: ["DISPOSED"], by: [.dpo],
        attested: ["What this record covers has been erased, in this store and wherever else it was kept."],
        source: "Information Commissioner's guidance on logging: the erasure is logged without what was erased",
        law: true),
]
