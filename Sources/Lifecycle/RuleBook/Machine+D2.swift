// Machine D2: a submission to the Crown Prosecution Service for a charging decision. Only a table.

extension Machine {
    static let submission = Machine(
        .d2, title: "Submission for a charging decision", initial: "DRAFT",
        terminal: ["DECIDED", "ADMIN_FINALISED", "WITHDRAWN"], states: submissionStates,
        rules: submissionOut + submissionReview + submissionAfter,
        notes: [
            "One record for each submission; what is decided on each suspect is recorded on the suspect and the charges.",
            """
            A decision against a charge and an administrative finalisation are never the same: only the first is a \
            decision, with a written notice and a right to review.
            """,
            "A charge on the threshold test is reviewed on the full test as soon as the evidence arrives.",
        ])
}

private let submissionStates: [StateEntry] = [
    StateEntry("DRAFT", "The file is being built.", counts: ["investigations-to-be-submitted"]),
    StateEntry("SUBMITTED", "Sent to the CPS.", counts: ["investigations-submitted-to-cps"]),
    StateEntry("TRIAGE_REJECTED", "Sent back: the file is not up to standard."),
    StateEntry("ACCEPTED", "Accepted, a prosecutor named."),
    StateEntry("ACTION_PLAN", "The prosecutor has asked for more, by a day."),
    StateEntry("UNDER_REVIEW", "A prosecutor is reviewing it."),
    StateEntry("DECIDED", "Decided for every suspect and offence listed.", counts: ["investigations-cps-nfa"]),
    StateEntry("APPEALED", "The police dispute the decision."),
    StateEntry("ADMIN_FINALISED", "Closed without a decision: the police did not answer."),
    StateEntry("WITHDRAWN", "Withdrawn by the police, or never sent."),
]

private func byCPS(
    _ event: String, _ words: String, from: [State], to: State, fields: [Requirement] = [],
    if conditions: [Condition] = [], limit: String? = nil, source: String, marks: [String] = []
) -> Rule {
    Rule(
        .d2, event, .occurrence, words, from: from, to: [Destination(to)], by: .officers, decidedBy: [.prosecutor],
        fields: fields, if: conditions, limit: limit, source: source, law: true, marks: marks)
}

private let practice = "Practice of the CPS (to be confirmed)"

private let submissionOut: [Rule] = [
    Rule(
        .d2, "submit", .decision, "The file goes to the CPS.",
        from: ["DRAFT", "TRIAGE_REJECTED"], to: ["SUBMITTED"], by: .supervisors,
        fields: [
            Requirement("category", .choice(["red", "green", "green priority"]), .later, "the file's category"),
            Requirement("material", .text, .later, "forms, key evidence, disclosure and third-party material sent"),
        ],
        source: "Director's Guidance on Charging, 6th edition, annexes 3 and 5", law: true,
        marks: ["investigations-submitted-to-cps"]),
    Rule(
        .d2, "withdraw", .decision, "The police withdraw it, or give it up before it is sent.",
        from: ["DRAFT", "SUBMITTED", "TRIAGE_REJECTED", "ACCEPTED", "ACTION_PLAN", "UNDER_REVIEW"], to: ["WITHDRAWN"],
        by: .supervisors, fields: [Requirement("why", .text, .now, "why it is withdrawn")], source: "Design choice",
        law: false),
    byCPS(
        "triage_reject", "The CPS sends it back as not up to standard.", from: ["SUBMITTED"], to: "TRIAGE_REJECTED",
        fields: [
            Requirement("missing_items", .text, .later, "what is missing"),
            Requirement("resubmit_by", .day, .unknownAllowed, "the day by which to send it again", after: "on"),
        ],
        limit: "to send it again: set locally",
        source: practice),
    byCPS(
        "triage_accept", "The CPS accepts it and names a prosecutor.", from: ["SUBMITTED"], to: "ACCEPTED",
        fields: [Requirement("urn", .text, .later, "the unique reference number")], source: practice),
]

private let submissionReview: [Rule] = [
    byCPS(
        "start_review", "The prosecutor begins the review.", from: ["ACCEPTED"], to: "UNDER_REVIEW",
        limit: "28 days as a target (to be confirmed)", source: practice),
    byCPS(
        "issue_action_plan", "The prosecutor asks for more.",
        from: ["SUBMITTED", "ACCEPTED", "ACTION_PLAN", "UNDER_REVIEW"], to: "ACTION_PLAN",
        fields: [
            Requirement("actions", .text, .later, "what is asked for"),
            Requirement("due_on", .day, .later, "the day by which it is asked for", after: "on"),
            Requirement("plan_no", .count(min: 1, max: 99), .unknownAllowed, "the number of the plan"),
        ],
        limit: "the days in the plan; a bail period runs again", source: "PACE 1984 s.47ZL; national plan on rape cases"
    ),
    Rule(
        .d2, "action_plan_met", .decision, "What the prosecutor asked for is sent.",
        from: ["ACTION_PLAN"], to: ["UNDER_REVIEW"], by: .officers,
        fields: [Requirement("material", .text, .later, "what was sent")], source: practice, law: true),
    byCPS(
        "decide", "The prosecutor decides on every suspect and offence listed.",
        from: ["SUBMITTED", "ACCEPTED", "ACTION_PLAN", "UNDER_REVIEW"], to: "DECIDED",
        fields: [
            Requirement(
                "decision",
                .choice([
                    "charge, full code", "charge, threshold", "no charge, evidential", "no charge, public interest",
                    "out of court", "mixed",
                ]),
                .later, "the decision; mixed, if it differs among the suspects"),
            Requirement("decision_reference", .text, .later, "the written decision's number"),
        ],
        source: "PACE 1984 s.37B(2)-(6)", marks: ["investigations-cps-nfa"]),
]

private let submissionAfter: [Rule] = [
    Rule(
        .d2, "police_appeal", .decision, "The police dispute the decision.",
        from: ["DECIDED"], to: ["APPEALED"], by: .supervisors, decidedBy: [.superintendent],
        fields: [Requirement("grounds", .text, .later, "the grounds")], if: [investigationOpen],
        limit: "before suspect and victim are told, where possible", source: practice, law: true),
    byCPS(
        "appeal_done", "The CPS answers the dispute.", from: ["APPEALED"], to: "DECIDED",
        fields: [Requirement("result", .choice(["upheld", "changed"]), .later, "what came of it")], source: practice),
    byCPS(
        "admin_finalise", "The CPS closes it without a decision, as the police did not answer.",
        from: ["ACTION_PLAN", "TRIAGE_REJECTED"], to: "ADMIN_FINALISED",
        source: "CPS guidance on administrative finalisation"),
    byCPS(
        "reopen", "The CPS opens it again.", from: ["ADMIN_FINALISED", "DECIDED", "WITHDRAWN"], to: "UNDER_REVIEW",
        fields: [Requirement("why", .text, .later, "what is new, or which review overturned it")],
        if: [investigationOpen],
        source: "CPS guidance on administrative finalisation; PACE 1984 s.37B(5A)"),
]
