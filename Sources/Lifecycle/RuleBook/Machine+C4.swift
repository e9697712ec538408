// Machine C4: a victim's right to have a decision reviewed. Only a table.

extension Machine {
    static let review = Machine(
        .c4, title: "Victim's right to review", initial: "OFFERED",
        terminal: [
            "OUT_OF_TIME", "NOT_QUALIFYING", "UPHELD_ORIGINAL", "OVERTURNED", "WRONG_NO_REMEDY", "WITHDRAWN", "LAPSED",
            "FALLEN_AWAY",
        ],
        states: reviewStates, rules: reviewRequests + reviewCourse + reviewResults + reviewByItself,
        notes: [
            """
            One record for each victim and each decision that can be reviewed. The police scheme has one review, by an \
            inspector or above; the CPS scheme looks at the decision locally first, and then independently. The record's \
            field `scheme` says which it is, and the decider's organisation must match.
            """,
            """
            Not every decision qualifies: where other charges against the suspect go on, or where the CPS has only \
            advised, there is nothing to review.
            """,
        ])
}

private let reviewStates: [StateEntry] = [
    StateEntry("OFFERED", "A decision was taken that the victim may have reviewed; no request has come."),
    StateEntry("REQUESTED", "The victim has asked for a review."),
    StateEntry("LOCAL", "The decision is being looked at again locally, by somebody who did not take it."),
    StateEntry("INDEPENDENT", "The decision is under independent review."),
    StateEntry("UPHELD_ORIGINAL", "The decision stands."),
    StateEntry("OVERTURNED", "The decision was wrong, and the matter is taken up again."),
    StateEntry("WRONG_NO_REMEDY", "The decision was wrong and cannot be undone: an apology is due."),
    StateEntry("OUT_OF_TIME", "Asked for after three months, without an exceptional reason."),
    StateEntry("NOT_QUALIFYING", "The decision is not one that can be reviewed."),
    StateEntry("WITHDRAWN", "The victim no longer asks for it."),
    StateEntry("LAPSED", "Three months have passed without a request."),
    StateEntry("FALLEN_AWAY", "There was no such decision: it was recorded in error."),
]

private let schemes = "CPS and police schemes for the victims' right to review"
private let reviewers: [Decider] = [.inspector, .prosecutor]

private let asked: [Requirement] = [
    Requirement(
        "asked_by", .choice(["the victim", "a parent or guardian", "another representative"]), .unknownAllowed,
        "who asks"),
    Requirement("grounds", .text, .unknownAllowed, "why the victim thinks the decision wrong"),
]

private let reviewRequests: [Rule] = [
    Rule(
        .c4, "request", .occurrence, "The victim asks for a review.",
        from: ["OFFERED", "WITHDRAWN"], to: ["REQUESTED"], by: .officers, fields: asked,
        limit: "3 months; the CPS asks for it within 10 working days if it can be",
        source: schemes, law: true),
    Rule(
        .c4, "request", variant: "late", .occurrence, "The victim asks for a review after three months.",
        from: ["LAPSED"], to: ["REQUESTED"], by: .officers,
        fields: [Requirement("why_late", .text, .unknownAllowed, "why the victim asks late")] + asked,
        source: schemes, law: true),
    Rule(
        .c4, "acknowledge", .occurrence, "The request is acknowledged.",
        from: ["REQUESTED"], to: ["REQUESTED"], by: .officers,
        limit: "police scheme: 10 working days from the request", source: schemes, law: true),
    Rule(
        .c4, "withdraw", .occurrence, "The victim no longer asks for a review.",
        from: ["REQUESTED", "LOCAL", "INDEPENDENT"], to: ["WITHDRAWN"], by: .officers,
        fields: [Requirement("own_words", .text, .unknownAllowed, "what the victim said")],
        attested: ["Nobody pressed the victim to give it up."], source: "Design choice", law: false),
    Rule(
        .c4, "late", .decision, "The request came too late, and nothing exceptional excuses it.",
        from: ["REQUESTED", "LAPSED"], to: ["OUT_OF_TIME"], by: .supervisors, decidedBy: reviewers,
        fields: [Requirement("rationale", .text, .later, "the reasons written out")],
        attested: ["Nothing exceptional excuses that the victim asked late."],
        source: schemes, law: true),
    Rule(
        .c4, "not_qualifying", .decision, "The decision is not one that can be reviewed.",
        from: ["OFFERED", "REQUESTED", "LAPSED"], to: ["NOT_QUALIFYING"], by: .supervisors, decidedBy: reviewers,
        fields: [
            Requirement(
                "why",
                .choice([
                    "other charges go on", "the matter has been taken up again", "advice and no decision", "other",
                ]), .now, "why it cannot be reviewed")
        ],
        source: schemes, law: true),
]

private let notTheDecider = ["Whoever reviews took no part in the decision."]

private let reviewCourse: [Rule] = [
    Rule(
        .c4, "check_local", .occurrence, "The decision is looked at again locally.",
        from: ["REQUESTED"], to: ["LOCAL"], by: .officers, decidedBy: reviewers, attested: notTheDecider,
        limit: "CPS scheme: 10 working days (to be confirmed)", source: schemes, law: true),
    Rule(
        .c4, "escalate", .occurrence, "The local look does not settle it, and the independent review begins.",
        from: ["LOCAL"], to: ["INDEPENDENT"], by: .officers, decidedBy: reviewers, attested: notTheDecider,
        limit: "30 working days (CPS scheme: to be confirmed)", source: schemes, law: true),
    Rule(
        .c4, "escalate", variant: "direct", .occurrence,
        "The independent review begins without a local look, as the police scheme has it.",
        from: ["REQUESTED"], to: ["INDEPENDENT"], by: .officers, decidedBy: reviewers, attested: notTheDecider,
        limit: "police scheme: 30 working days from the request", source: schemes, law: true),
    Rule(
        .c4, "escalate", variant: "after_local", .occurrence,
        "The victim is not content with the local answer, and the independent review begins.",
        from: ["UPHELD_ORIGINAL"], to: ["INDEPENDENT"], by: .officers, decidedBy: reviewers,
        if: [
            Condition(
                "only_local", "only the local look has upheld the decision so far", .any, .review, link: "self",
                in: ["LOCAL"], among: ["LOCAL", "INDEPENDENT"])
        ],
        attested: notTheDecider, limit: "30 working days (to be confirmed)", source: schemes, law: true),
]

private let reasons = Requirement("reasons", .text, .later, "the reasons given to the victim")

private func result(
    _ event: String, _ words: String, to: State, fields: [Requirement] = [], attested: [String] = []
) -> Rule {
    Rule(
        .c4, event, .occurrence, words, from: ["LOCAL", "INDEPENDENT"], to: [Destination(to)], by: .officers,
        decidedBy: reviewers, fields: [reasons] + fields, attested: attested,
        limit: "30 working days from the request, or as the scheme gives", source: schemes, law: true)
}

private let reviewResults: [Rule] = [
    result("stand", "The decision stands.", to: "UPHELD_ORIGINAL"),
    result("overturn", "The decision was wrong, and the matter is taken up again.", to: "OVERTURNED"),
    result(
        "no_remedy", "The decision was wrong, and nothing can be begun again.", to: "WRONG_NO_REMEDY",
        fields: [
            Requirement(
                "why", .choice(["no evidence was offered", "the time for a prosecution has passed", "other"]), .later,
                "why nothing can be begun again"),
            Requirement("apology_on", .day, .later, "the day of the apology", after: "on"),
        ]),
]

private let reviewByItself: [Rule] = [
    Rule(
        .c4, "fall_away", .derived, "The decision that could have been reviewed proves not to have been taken.",
        from: ["OFFERED", "LAPSED"], to: ["FALLEN_AWAY"], source: "Design choice", law: false),
    Rule(
        .c4, "lapse", .derived, "Three months pass without a request.",
        from: ["OFFERED"], to: ["LAPSED"], limit: "timer: the day after three months; never stored", source: schemes,
        law: true, timer: true),
]
