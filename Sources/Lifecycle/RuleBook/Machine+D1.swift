// Machine D1: early advice from the Crown Prosecution Service. Only a table.

extension Machine {
    static let advice = Machine(
        .d1, title: "Early advice from the CPS", initial: "REQUESTED",
        terminal: ["REJECTED", "SUPERSEDED", "LAPSED", "WITHDRAWN", "ACTED_ON"], states: adviceStates,
        rules: adviceRules,
        notes: [
            "In a case of rape, early advice is considered; a decision against asking for it is recorded.",
            "An administrative finalisation is no decision of the prosecutor, and early advice stops no bail period.",
        ])
}

private let adviceStates: [StateEntry] = [
    StateEntry("REQUESTED", "Asked for.", counts: ["investigations-submitted-to-cps"]),
    StateEntry("REJECTED", "The CPS did not accept the request."),
    StateEntry("OPEN", "A prosecutor is advising."),
    StateEntry("ADVISED", "Written advice has been given."),
    StateEntry("SUPERSEDED", "A submission for a charging decision has followed."),
    StateEntry("LAPSED", "Finalised administratively: nothing more came from the police."),
    StateEntry("WITHDRAWN", "Withdrawn by the police."),
    StateEntry("ACTED_ON", "The advice was acted on, and no submission follows."),
]

private let adviceRules: [Rule] = [
    Rule(
        .d1, "accept", .occurrence, "A prosecutor takes the request on.",
        from: ["REQUESTED"], to: ["OPEN"], by: .officers, decidedBy: [.prosecutor],
        fields: [
            Requirement("cps_reference", .text, .later, "the CPS reference"),
            Requirement("unit", .text, .later, "the CPS unit"),
        ],
        source: "Director's Guidance on Charging, 6th edition, chapter 7 and annex 6", law: true),
    Rule(
        .d1, "reject", .occurrence, "The CPS does not accept the request.",
        from: ["REQUESTED"], to: ["REJECTED"], by: .officers, decidedBy: [.prosecutor],
        fields: [Requirement("why", .text, .later, "why not")],
        source: "Practice of the CPS (to be confirmed)", law: true),
    Rule(
        .d1, "advise", .occurrence, "The prosecutor gives written advice.",
        from: ["OPEN"], to: ["ADVISED"], by: .officers, decidedBy: [.prosecutor],
        fields: [Requirement("actions", .text, .later, "what is to be done, and by when")],
        source: "Practice of the CPS (to be confirmed)", law: true),
    Rule(
        .d1, "further_round", .decision, "More material is sent for further advice.",
        from: ["ADVISED", "ACTED_ON"], to: ["OPEN"], by: .supervisors,
        fields: [Requirement("material", .text, .later, "what was sent")], if: [investigationOpen],
        source: "Design choice", law: false),
    Rule(
        .d1, "submit", .decision, "A submission for a charging decision follows.",
        from: ["OPEN", "ADVISED", "ACTED_ON"], to: ["SUPERSEDED"], by: .supervisors,
        fields: [Requirement("submission", .reference(.submission), .now, "the submission that follows")],
        if: [
            Condition(
                "submission_open", "the submission is being built or is with the CPS", .any, .submission,
                link: "field:submission",
                in: ["DRAFT", "SUBMITTED", "TRIAGE_REJECTED", "ACCEPTED", "ACTION_PLAN", "UNDER_REVIEW"])
        ],
        source: "CPS guidance on administrative finalisation", law: true),
    Rule(
        .d1, "act_on", .decision, "The advice is acted on, and no submission follows.",
        from: ["ADVISED"], to: ["ACTED_ON"], by: .supervisors,
        fields: [Requirement("what_followed", .text, .later, "what was done on the advice")],
        source: "Design choice", law: false),
    Rule(
        .d1, "withdraw", .decision, "The police withdraw the request.",
        from: ["REQUESTED", "OPEN", "ADVISED"], to: ["WITHDRAWN"], by: .supervisors,
        fields: [Requirement("why", .text, .now, "why it is withdrawn")], source: "Design choice", law: false),
    Rule(
        .d1, "admin_finalise", .occurrence, "The CPS finalises it administratively.",
        from: ["OPEN", "ADVISED"], to: ["LAPSED"], by: .officers, decidedBy: [.prosecutor],
        source: "CPS guidance on administrative finalisation", law: true),
    Rule(
        .d1, "reopen", .occurrence, "The CPS opens it again.",
        from: ["LAPSED", "WITHDRAWN"], to: ["OPEN"], by: .officers, decidedBy: [.prosecutor],
        fields: [Requirement("why", .text, .later, "what is new")], if: [investigationOpen],
        source: "CPS guidance on administrative finalisation", law: true),
]
