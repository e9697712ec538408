// Machine C5: a request for information about a victim that somebody else holds. Only a table.

extension Machine {
    static let information = Machine(
        .c5, title: "Request for a victim's information", initial: "PROPOSED",
        terminal: ["REFUSED", "REVIEWED", "NOT_PROVIDED", "WITHDRAWN"], states: informationStates,
        rules: informationDecision + informationCourse,
        notes: [
            """
            For what a doctor, social care, a school or a counsellor holds about a victim. Since 12 January 2026 the Police, \
            Crime, Sentencing and Courts Act 2022 ss.44A-44D bind the police and a code of practice goes with them.
            """,
            "What comes back is kept in the police compartment; what therapy said is never kept in this file.",
        ])
}

private let informationStates: [StateEntry] = [
    StateEntry("PROPOSED", "A reasonable line of enquiry is stated; nobody has agreed to ask."),
    StateEntry("REFUSED", "The request is not to be made: the test is not met."),
    StateEntry("AUTHORISED", "The request may be made: it is necessary and proportionate."),
    StateEntry(
        "NOTIFIED", "The victim has been told in writing what is asked for, why, and how it will be dealt with."),
    StateEntry("SENT", "The holder has been asked."),
    StateEntry("RECEIVED", "Material has come; its relevance is not yet tested."),
    StateEntry("REVIEWED", "Relevance is tested; what is not relevant has gone back or been destroyed."),
    StateEntry("NOT_PROVIDED", "The holder has nothing, or does not give it."),
    StateEntry("WITHDRAWN", "The request is given up."),
]

private let test = "Police, Crime, Sentencing and Courts Act 2022 s.44A"
private let noticeSource = "Police, Crime, Sentencing and Courts Act 2022 s.44B"
private let ownChoice = "Design choice"

private let necessity = Requirement(
    "necessity", .text, .now, "why the information is necessary and asking for it proportionate")
private let views = Requirement(
    "victim_views", .text, .unknownAllowed, "what the victim says to it, where that was asked")

private let informationDecision: [Rule] = [
    Rule(
        .c5, "authorise", .decision, "The request may be made.",
        from: ["PROPOSED"], to: ["AUTHORISED"], by: .officers, decidedBy: [.supervisor],
        approval: Approval(by: .supervisors), fields: [necessity, views],
        if: [
            Condition(
                "no_counselling", "what is asked for is no record of counselling", .none, .information, link: "this",
                in: ["PROPOSED"], where: ["kind": ["counselling"]])
        ],
        attested: ["The holder is believed to have it, and it is relevant to a reasonable line of enquiry."],
        source: test, law: true),
    Rule(
        .c5, "authorise_counselling", .decision, "The request for a record of counselling may be made.",
        from: ["PROPOSED"], to: ["AUTHORISED"], by: .officers, decidedBy: [.supervisor],
        approval: Approval(by: .supervisors),
        fields: [
            necessity,
            Requirement(
                "probative_value", .text, .now,
                "why the record is likely to have substantial probative value, against the presumption that it has none"
            ),
            views,
        ],
        attested: ["The holder is believed to have it, and it is relevant to a reasonable line of enquiry."],
        source: "Police, Crime, Sentencing and Courts Act 2022 ss.44A, 44D", law: true),
    Rule(
        .c5, "refuse", .decision, "The request is not to be made.",
        from: ["PROPOSED"], to: ["REFUSED"], by: .supervisors, decidedBy: [.supervisor],
        fields: [Requirement("why", .text, .now, "which part of the test is not met")], source: test, law: true),
    Rule(
        .c5, "propose_again", .decision, "The request is proposed again on new grounds.",
        from: ["REFUSED", "WITHDRAWN"], to: ["PROPOSED"], by: .officers,
        fields: [Requirement("why", .text, .now, "what has changed")], source: ownChoice, law: false),
    Rule(
        .c5, "withdraw", .decision, "The request is given up.",
        from: ["PROPOSED", "AUTHORISED", "NOTIFIED", "SENT"], to: ["WITHDRAWN"], by: .officers,
        fields: [Requirement("why", .text, .now, "why it is given up")], source: ownChoice, law: false),
    Rule(
        .c5, "withdraw", variant: "returned", .decision, "What came is given back unread, and the request given up.",
        from: ["RECEIVED"], to: ["WITHDRAWN"], by: .supervisors,
        fields: [Requirement("why", .text, .now, "why it is given back")],
        attested: ["Nothing of what came was read or copied, or all that was has been destroyed."], source: ownChoice,
        law: false),
]

private let toldWhom = Requirement(
    "told_whom",
    .choice(["the victim", "a parent or guardian", "a local authority", "another adult"]), .later,
    "who was given the notice")

private func notice(_ variant: String?, _ words: String, from: State, to: State) -> Rule {
    Rule(
        .c5, "notify", variant: variant, .occurrence, words, from: [from], to: [Destination(to)], by: .officers,
        fields: [toldWhom, views],
        attested: ["The notice is in writing and says what is asked for, why, and how it will be dealt with."],
        limit: "on or before the day of the request; else as soon as practicable", source: noticeSource, law: true)
}

private func sendFields(_ needed: Needed) -> [Requirement] {
    [
        Requirement(
            "no_notice_because", .text, needed,
            "where the victim has no notice yet: the exception in s.44B(5), or why notice was not practicable"),
        Requirement("respond_by", .day, .unknownAllowed, "the day by which an answer is asked for", after: "on"),
    ]
}

private let informationCourse: [Rule] = [
    notice(nil, "The victim is given notice of the request.", from: "AUTHORISED", to: "NOTIFIED"),
    notice("sent", "The victim is given notice after the request.", from: "SENT", to: "SENT"),
    notice("received", "The victim is given notice after the material came.", from: "RECEIVED", to: "RECEIVED"),
    Rule(
        .c5, "send", .occurrence, "The holder is asked.",
        from: ["NOTIFIED"], to: ["SENT"], by: .officers, fields: sendFields(.unknownAllowed), source: test, law: true),
    Rule(
        .c5, "send", variant: "without_notice", .occurrence, "The holder is asked before the victim is given notice.",
        from: ["AUTHORISED"], to: ["SENT"], by: .officers, fields: sendFields(.now),
        limit: "notice as soon as practicable, unless an exception applies", source: noticeSource, law: true),
    Rule(
        .c5, "send", variant: "again", .occurrence, "The holder, who gave nothing, is asked again.",
        from: ["NOT_PROVIDED"], to: ["SENT"], by: .officers, fields: sendFields(.unknownAllowed), source: ownChoice,
        law: false),
    Rule(
        .c5, "not_provided", .occurrence, "The holder gives nothing.",
        from: ["SENT"], to: ["NOT_PROVIDED"], by: .officers,
        fields: [
            Requirement("why", .choice(["holds nothing", "refuses", "no answer", "other"]), .later, "why not")
        ],
        source: ownChoice, law: false),
    Rule(
        .c5, "receive", .occurrence, "Material comes from the holder.",
        from: ["SENT", "RECEIVED", "REVIEWED", "NOT_PROVIDED"], to: ["RECEIVED"], by: .officers,
        fields: [Requirement("items", .text, .later, "what came, by its numbers and not its content")],
        source: ownChoice, law: false),
    Rule(
        .c5, "review", .decision, "The material's relevance is tested.",
        from: ["RECEIVED"], to: ["REVIEWED"], by: .officers,
        fields: [
            Requirement("schedule_entry", .text, .later, "where it stands in the disclosure schedule"),
            Requirement(
                "rest", .choice(["returned", "destroyed", "nothing over"]), .later,
                "what became of what is not relevant"),
        ],
        source: "Criminal Procedure and Investigations Act 1996 and its Code (to be confirmed)", law: true),
]
