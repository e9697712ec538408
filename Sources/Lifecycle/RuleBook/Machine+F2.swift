// Machine F2: what a person asks of the file about themselves. Only a table.

extension Machine {
    static let request = Machine(
        .f2, title: "Data-subject request", initial: "RECEIVED",
        terminal: ["ANSWERED", "RESTRICTED_ANSWER", "NEITHER_CONFIRM", "REFUSED", "WITHDRAWN", "PASSED_ON"],
        states: requestStates, rules: requestBeginnings + requestCourse + requestEnds,
        notes: [
            """
            Part 3 of the Data Protection Act 2018 governs what is held for law enforcement, the UK GDPR what is held for \
            support and safeguarding. The time is the same in both: a month, two months more for a complex request or many.
            """,
            "Nobody but a data-protection officer sees these records: that somebody asked can itself put a person at risk.",
        ])
}

private let requestStates: [StateEntry] = [
    StateEntry("RECEIVED", "A request has come."),
    StateEntry("ID_CHECK", "Who asks is in reasonable doubt, or a fee was asked for: the time has not begun."),
    StateEntry("CLARIFY", "The person was asked which data or processing is meant: the time stands still."),
    StateEntry("IN_PROGRESS", "Being dealt with, within a month."),
    StateEntry("EXTENDED", "Being dealt with, within three months."),
    StateEntry("ANSWERED", "Answered in full."),
    StateEntry("RESTRICTED_ANSWER", "Answered in part, or withheld and said so; the reasons are recorded."),
    StateEntry("NEITHER_CONFIRM", "Answered without saying whether anything is held."),
    StateEntry("REFUSED", "Refused as manifestly unfounded or excessive."),
    StateEntry("WITHDRAWN", "The person no longer asks, or did not say what was needed."),
    StateEntry("PASSED_ON", "Passed on to the controller whom it concerns."),
]

private let month = "one month from the latest of the request, proof of identity and a fee"
private let access = "Data Protection Act 2018 ss.45, 54; UK GDPR articles 12, 15"
private let ownChoice = "Design choice"
private let open: [State] = ["RECEIVED", "ID_CHECK", "CLARIFY", "IN_PROGRESS", "EXTENDED"]
private let since2026 = "Data (Use and Access) Act 2025 s.76, since 5 February 2026"

private func byOfficer(
    _ event: String, variant: String? = nil, as kind: RuleKind = .decision, _ words: String, from: [State],
    to: [Destination], approval: Approval? = nil, fields: [Requirement] = [], if conditions: [Condition] = [],
    attested: [String] = [], limit: String? = nil, source: String, law: Bool = true
) -> Rule {
    Rule(
        .f2, event, variant: variant, kind, words, from: from, to: to, by: [.dpo], approval: approval, fields: fields,
        if: conditions, attested: attested, limit: limit, source: source, law: law)
}

private func was(_ state: State, _ id: String, _ words: String) -> Condition {
    Condition(id, words, .any, .request, link: "self", in: [state], among: ["RECEIVED", "IN_PROGRESS", "EXTENDED"])
}

private let requestBeginnings: [Rule] = [
    byOfficer(
        "ask_id", "The person is asked to prove who they are.", from: ["RECEIVED", "IN_PROGRESS"], to: ["ID_CHECK"],
        limit: "the time begins when proof comes",
        source: "Data Protection Act 2018 ss.52(4), 54(3); UK GDPR article 12(6)"
    ),
    byOfficer(
        "ask_fee", "A fee is asked for, as the request is manifestly unfounded or excessive.",
        from: ["RECEIVED", "IN_PROGRESS"], to: ["ID_CHECK"],
        fields: [Requirement("why", .text, .now, "why a fee may be asked for")],
        limit: "the time begins when it is paid",
        source: "Data Protection Act 2018 ss.53, 54; UK GDPR article 12(5)"),
    byOfficer(
        "start", "The request is taken up.", from: ["RECEIVED", "ID_CHECK"], to: ["IN_PROGRESS"],
        fields: [
            Requirement(
                "regime", .choice(["Part 3", "UK GDPR", "both"]), .later, "which law governs the records that are meant"
            )
        ],
        limit: month, source: access),
    byOfficer(
        "start", variant: "clarified", "The person has said which data or processing is meant.", from: ["CLARIFY"],
        to: [
            Destination("EXTENDED", when: "was_extended"), Destination("IN_PROGRESS", when: "was_in_progress"),
            Destination("IN_PROGRESS", when: "was_received"),
        ],
        if: [
            was("EXTENDED", "was_extended", "the time had been extended"),
            was("IN_PROGRESS", "was_in_progress", "the request was being dealt with"),
            was("RECEIVED", "was_received", "the request had not been taken up"),
        ],
        limit: "the time goes on from that day", source: since2026 + "; Data Protection Act 2018 s.54(3C)"),
    byOfficer(
        "ask_clarify", "The person is asked which data or processing is meant.",
        from: ["RECEIVED", "IN_PROGRESS", "EXTENDED"], to: ["CLARIFY"],
        fields: [Requirement("asked", .text, .later, "what was asked")],
        attested: ["A large amount of data is held, and without an answer the request cannot be met."],
        limit: "the time stands still until the answer", source: since2026 + "; Data Protection Act 2018 s.54(3C)"),
]

private let requestCourse: [Rule] = [
    byOfficer(
        "extend", "The time is extended by two months.", from: ["IN_PROGRESS"], to: ["EXTENDED"],
        fields: [
            Requirement("why", .choice(["complex", "many requests"]), .now, "why more time is needed"),
            Requirement(
                "notice_on", .day, .later, "the day on which the person was told, with the reasons", after: "on"),
        ],
        limit: "before the month ends; to three months",
        source: since2026 + "; Data Protection Act 2018 s.54(3A)-(3B); UK GDPR article 12(3)"),
    byOfficer(
        "reopen", as: .occurrence,
        "It is taken up again after a complaint, a decision of the Commissioner or a court's order.",
        from: ["ANSWERED", "RESTRICTED_ANSWER", "NEITHER_CONFIRM", "REFUSED", "WITHDRAWN", "PASSED_ON"],
        to: ["IN_PROGRESS"],
        fields: [
            Requirement(
                "why", .choice(["complaint", "Commissioner", "court", "new information", "other"]), .later,
                "why it is taken up again")
        ],
        source: "Data Protection Act 2018 ss.51, 165, 167; design choice", law: true),
    byOfficer(
        "withdraw", as: .occurrence, "The person no longer asks, or does not say what was needed.", from: open,
        to: ["WITHDRAWN"], source: ownChoice, law: false),
    byOfficer(
        "pass_on", "The request concerns another controller and is passed on.", from: open, to: ["PASSED_ON"],
        fields: [Requirement("controller", .text, .now, "to whom it is passed on")], source: ownChoice, law: false),
]

private let recipients = Requirement(
    "recipients_told_on", .day, .unknownAllowed,
    "where data was put right, erased or restricted: the day on which those who had it were told")

private let requestEnds: [Rule] = [
    byOfficer(
        "answer", "The request is answered in full.", from: ["IN_PROGRESS", "EXTENDED"], to: ["ANSWERED"],
        fields: [recipients], attested: ["The search was reasonable and proportionate."], limit: month,
        source: access + "; Data (Use and Access) Act 2025 s.78"),
    byOfficer(
        "restrict", "The answer is restricted, in part or wholly.", from: ["IN_PROGRESS", "EXTENDED"],
        to: ["RESTRICTED_ANSWER"],
        fields: [
            Requirement("grounds", .text, .now, "the grounds in s.45(4), or the exemption, and why it is necessary"),
            recipients,
        ],
        attested: [
            "The person is told in writing of the restriction, its reasons and the right to complain, as far as that is safe."
        ],
        limit: month, source: "Data Protection Act 2018 s.45(4)-(7) and Schedule 2"),
    byOfficer(
        "ncnd", "The answer says neither that anything is held nor that nothing is.",
        from: ["IN_PROGRESS", "EXTENDED"],
        to: ["NEITHER_CONFIRM"],
        fields: [Requirement("grounds", .text, .now, "why even a restricted answer would undo its purpose")],
        limit: month,
        source: "Data Protection Act 2018 s.45(6)"),
    byOfficer(
        "refuse", "The request is refused as manifestly unfounded or excessive.",
        from: ["RECEIVED", "ID_CHECK", "CLARIFY", "IN_PROGRESS", "EXTENDED"], to: ["REFUSED"],
        fields: [Requirement("why", .text, .now, "why it is manifestly unfounded or excessive")],
        attested: ["The person is told why, and of the right to complain."], limit: month,
        source: "Data Protection Act 2018 s.53; UK GDPR article 12(5); Data (Use and Access) Act 2025 s.75"),
]
