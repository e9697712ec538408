// Machine C2: support for a victim. Only a table.

extension Machine {
    static let support = Machine(
        .c2, title: "Support for a victim", initial: "IDENTIFIED",
        terminal: ["ENDED_PLANNED", "TRANSFERRED", "CLOSED"], states: supportStates,
        rules: supportOffer + supportCourse,
        notes: [
            "One record for each need. What is said in therapy is never kept: only that there is some, its days and provider.",
            "Nothing here waits for the police or the CPS. The police see whether there is support, and no more.",
        ])
}

private let supportStates: [StateEntry] = [
    StateEntry("IDENTIFIED", "A need is known."),
    StateEntry("OFFERED", "Support has been offered."),
    StateEntry("DECLINED", "The offer was declined; it can be made again."),
    StateEntry("REFERRED", "Referred to a provider."),
    StateEntry("WAITING", "Accepted by the provider, on a waiting list."),
    StateEntry("RECEIVING", "Receives support.", counts: ["victims-receiving-support"]),
    StateEntry("PAUSED", "A break is agreed."),
    StateEntry("ENDED_PLANNED", "Ended as planned."),
    StateEntry("ENDED_UNPLANNED", "The person no longer comes."),
    StateEntry("REJECTED", "The provider declined: threshold or capacity."),
    StateEntry("TRANSFERRED", "Moved to another provider, such as one for adults."),
    StateEntry("CLOSED", "The need is gone, or the person has died."),
]

private let provider = Requirement("provider", .text, .later, "who gives the support")
private let ownChoice = "Design choice"

private let supportOffer: [Rule] = [
    Rule(
        .c2, "offer", .decision, "Support is offered.",
        from: ["IDENTIFIED", "DECLINED", "REJECTED", "ENDED_PLANNED", "ENDED_UNPLANNED", "TRANSFERRED"],
        to: ["OFFERED"], by: .joint,
        fields: [Requirement("offered_through", .text, .unknownAllowed, "through whom it was offered")],
        source: "Victims' Code, right 4; report to Bradford Council, paragraph 2.45", law: true),
    Rule(
        .c2, "decline", .occurrence, "The person declines.",
        from: ["OFFERED", "REFERRED", "WAITING"], to: ["DECLINED"], by: .joint,
        fields: [Requirement("offer_again_on", .day, .later, "the day on which to offer again", after: "on")],
        source: ownChoice, law: false),
    Rule(
        .c2, "refer", .decision, "The person is referred to a provider.",
        from: ["OFFERED"], to: ["REFERRED"], by: .social,
        fields: [
            provider,
            Requirement(
                "basis", .choice(["consent", "public task", "vital interests", "other"]), .later,
                "the lawful basis for passing data on"),
        ],
        source: "Data Sharing Code of Practice; UK GDPR articles 6 and 9", law: true),
    Rule(
        .c2, "already_receiving", .occurrence, "The person already receives support, not through the team.",
        from: ["IDENTIFIED", "OFFERED", "DECLINED", "REJECTED", "ENDED_UNPLANNED"], to: ["RECEIVING"], by: .social,
        fields: [Requirement("provider", .text, .unknownAllowed, "who gives the support")], source: ownChoice,
        law: false),
    Rule(
        .c2, "accept_waitlist", .occurrence, "The provider accepts and puts the person on a waiting list.",
        from: ["REFERRED"], to: ["WAITING"], by: .social, source: ownChoice, law: false),
    Rule(
        .c2, "reject", .occurrence, "The provider declines.",
        from: ["REFERRED", "WAITING"], to: ["REJECTED"], by: .social,
        fields: [
            Requirement(
                "why", .choice(["threshold", "capacity", "not suitable", "other"]), .later, "why it declined")
        ],
        source: "Design choice: it shows which needs go unmet", law: false),
]

private let supportCourse: [Rule] = [
    Rule(
        .c2, "start", .occurrence, "Support begins, or goes on after a break.",
        from: ["OFFERED", "REFERRED", "WAITING", "PAUSED"], to: ["RECEIVING"], by: .social, fields: [provider],
        source: "CPS guidance on pre-trial therapy, 2022: it is not delayed for a prosecution", law: true),
    Rule(
        .c2, "pause", .occurrence, "A break is agreed.",
        from: ["RECEIVING"], to: ["PAUSED"], by: .social,
        fields: [Requirement("review_on", .day, .later, "the day of the next review", after: "on")],
        source: ownChoice, law: false),
    Rule(
        .c2, "review_pause", .decision, "The break is reviewed, and goes on.",
        from: ["PAUSED"], to: ["PAUSED"], by: .social,
        fields: [Requirement("review_on", .day, .later, "the day of the next review", after: "on")],
        source: ownChoice, law: false),
    Rule(
        .c2, "end_planned", .occurrence, "Support ends as planned.",
        from: ["RECEIVING", "PAUSED"], to: ["ENDED_PLANNED"], by: .social,
        fields: [Requirement("outcome", .text, .unknownAllowed, "what it came to, without content")],
        source: ownChoice, law: false),
    Rule(
        .c2, "end_unplanned", .occurrence, "The person no longer comes.",
        from: ["REFERRED", "WAITING", "RECEIVING", "PAUSED"], to: ["ENDED_UNPLANNED"], by: .social,
        fields: [Requirement("outreach", .text, .later, "the attempts to reach the person")],
        source: ownChoice, law: false),
    Rule(
        .c2, "transfer", .decision, "Support moves to another provider.",
        from: ["REFERRED", "WAITING", "RECEIVING", "PAUSED"], to: ["TRANSFERRED"], by: .social,
        fields: [
            Requirement("to_provider", .text, .later, "the new provider"),
            Requirement("why", .text, .later, "why, such as an eighteenth birthday"),
        ],
        source: "Design choice; report to Bradford Council, section 5.8", law: false),
    Rule(
        .c2, "close", .decision, "The record is closed: the need is gone, or the person has died.",
        from: [
            "IDENTIFIED", "OFFERED", "DECLINED", "REFERRED", "WAITING", "RECEIVING", "PAUSED", "REJECTED",
            "ENDED_UNPLANNED", "CLOSED",
        ],
        to: ["CLOSED"], by: .social,
        fields: [
            Requirement(
                "why", .choice(["need met otherwise", "person died", "duplicate record", "other"]), .now,
                "why it is closed")
        ],
        source: ownChoice, law: false),
    Rule(
        .c2, "closed_by_death", .derived, "The person has died.",
        from: [
            "IDENTIFIED", "OFFERED", "DECLINED", "REFERRED", "WAITING", "RECEIVING", "PAUSED", "REJECTED",
            "ENDED_UNPLANNED",
        ],
        to: ["CLOSED"],
        if: [Condition("victim_dead", "the person has died", .any, .victim, link: "own:victim", in: ["DECEASED"])],
        source: ownChoice, law: false),
    Rule(
        .c2, "reopen", .decision, "The need is there again, or the record was closed too soon.",
        from: ["CLOSED"], to: ["IDENTIFIED"], by: .social,
        fields: [Requirement("why", .text, .later, "what has changed")], source: ownChoice, law: false),
]
