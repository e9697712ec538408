// Machine C1: a victim's engagement with the police. Only a table.

extension Machine {
    static let victim = Machine(
        .c1, title: "Victim's engagement with the police", initial: "POTENTIAL",
        terminal: ["CONCLUDED", "NOT_VICTIM", "DECEASED"], states: victimStates,
        rules: victimContact + victimEngagement + victimTelling + victimEnds,
        notes: [
            "Engagement and support never block each other: somebody who declines the police may still be supported.",
            "POTENTIAL needs nobody's agreement, and DECLINED is not closed: the label is the file's, not the person's.",
        ])
}

private let victimStates: [StateEntry] = [
    StateEntry("POTENTIAL", "A potential victim, from records, intelligence or an account; may not see it so."),
    StateEntry("CONTACT_PLANNED", "How to make contact is agreed: who, where, when, by which safe way."),
    StateEntry("CONTACT_ATTEMPTED", "Contact was attempted; there is no answer yet."),
    StateEntry("UNABLE_TO_TRACE", "Not found after enquiries."),
    StateEntry("INITIAL_ACCOUNT", "A first account has been given."),
    StateEntry("ENGAGED", "Supports the investigation."),
    StateEntry("ABE_DONE", "Has given an evidential interview, recorded or as a statement."),
    StateEntry("WITNESS_CARE", "A suspect is charged; the Witness Care Unit keeps the person informed."),
    StateEntry("DECLINED", "Does not want to engage now."),
    StateEntry("WITHDRAWN", "Was engaged, and no longer supports the investigation."),
    StateEntry("NOT_VICTIM", "Assessed as not a victim in this investigation."),
    StateEntry("DECEASED", "Has died."),
    StateEntry("CONCLUDED", "Every duty to the person is discharged."),
]

private let interviewed = ["victims-identified-and-interviewed"]

private let victimContact: [Rule] = [
    Rule(
        .c1, "plan_contact", .decision, "The two agencies agree how to make contact.",
        from: ["POTENTIAL", "CONTACT_ATTEMPTED", "UNABLE_TO_TRACE", "DECLINED", "WITHDRAWN", "CONCLUDED"],
        to: ["CONTACT_PLANNED"], by: .joint,
        fields: [
            Requirement(
                "agreed_with", .text, .later, "who agreed for the other agency; in an emergency, by the next day"),
            Requirement("agreed_on", .day, .later, "the day on which the other agency agreed"),
            Requirement("strategy", .text, .later, "the plan: who, where, when and the risk of harm from contact"),
            Requirement("safe_contact", .text, .later, "the safe way to make contact"),
            Requirement("must_not_know", .text, .unknownAllowed, "who must never be told"),
        ],
        limit: "planned alone in an emergency: the other agency agrees by the next working day",
        source: "Joint team of police and social care; design choice", law: false),
    Rule(
        .c1, "attempt", .occurrence, "Contact is attempted.",
        from: ["CONTACT_PLANNED", "CONTACT_ATTEMPTED"], to: ["CONTACT_ATTEMPTED"], by: .joint,
        fields: [
            Requirement(
                "channel", .choice(["in person", "telephone", "message", "letter", "through another agency"]), .later,
                "how it was attempted"),
            Requirement(
                "result", .choice(["no answer", "answered", "refused", "wrong person"]), .later, "what came of it"),
        ],
        attested: ["Nothing that tells of the matter was left in a message or in writing."],
        source: "Design choice", law: false),
    Rule(
        .c1, "cannot_trace", .decision, "The person cannot be found.",
        from: ["POTENTIAL", "CONTACT_PLANNED", "CONTACT_ATTEMPTED"], to: ["UNABLE_TO_TRACE"], by: .supervisors,
        fields: [
            Requirement("enquiries", .text, .later, "the enquiries made"),
            Requirement("review_on", .day, .later, "the day of the next review, within 90 days", after: "on"),
        ],
        limit: "review within 90 days", source: "Design choice", law: false),
    Rule(
        .c1, "review_search", .decision, "The search for the person is reviewed, and goes on.",
        from: ["UNABLE_TO_TRACE"], to: ["UNABLE_TO_TRACE"], by: .jointSupervisors,
        fields: [
            Requirement("enquiries", .text, .later, "the enquiries made since"),
            Requirement("review_on", .day, .later, "the day of the next review, within 90 days", after: "on"),
        ],
        limit: "every 90 days", source: "Design choice", law: false),
    Rule(
        .c1, "first_account", .occurrence, "The person gives a first account.",
        from: ["POTENTIAL", "CONTACT_PLANNED", "CONTACT_ATTEMPTED", "UNABLE_TO_TRACE", "DECLINED"],
        to: ["INITIAL_ACCOUNT"], by: .joint,
        fields: [
            Requirement("crime", .reference(.crime), .later, "the crime recorded for it"),
            Requirement("acknowledged_on", .day, .later, "the day of the written acknowledgement", after: "on"),
            Requirement("needs_assessed_on", .day, .later, "the day on which the person's needs were assessed"),
        ],
        limit: "to record the crime: 24 hours",
        source: "Victims' Code, rights 2 to 4; National Crime Recording Standard",
        law: true, marks: interviewed),
    Rule(
        .c1, "decline", .occurrence, "The person does not want to engage now.",
        from: [
            "POTENTIAL", "CONTACT_PLANNED", "CONTACT_ATTEMPTED", "UNABLE_TO_TRACE", "INITIAL_ACCOUNT", "DECLINED",
        ],
        to: ["DECLINED"], by: .joint,
        fields: [
            Requirement("own_words", .text, .unknownAllowed, "what the person said"),
            Requirement("offer_again_on", .day, .later, "the day on which to offer again", after: "on"),
        ],
        source: "Design choice: the door stays open, and safeguarding goes on", law: false),
]

private let victimEngagement: [Rule] = [
    Rule(
        .c1, "engage", .occurrence, "The person supports the investigation.",
        from: ["CONTACT_PLANNED", "CONTACT_ATTEMPTED", "INITIAL_ACCOUNT"], to: ["ENGAGED"], by: .joint,
        fields: [
            Requirement("contact_preferences", .text, .later, "how and how often the person wants to be told"),
            Requirement("enhanced_rights", .flag, .later, "whether the person has enhanced rights"),
        ],
        if: [
            Condition(
                "isva_offered", "an independent sexual violence adviser has been offered, by either agency", .any,
                .support, link: "victim",
                in: [
                    "OFFERED", "DECLINED", "REFERRED", "WAITING", "RECEIVING", "PAUSED", "ENDED_PLANNED",
                    "ENDED_UNPLANNED", "REJECTED", "TRANSFERRED", "CLOSED",
                ],
                where: ["type": ["ISVA"]])
        ],
        source: "Victims' Code, rights 3 and 4 (to be confirmed)", law: true),
    abe("ABE_DONE", from: ["INITIAL_ACCOUNT", "ENGAGED", "ABE_DONE"], "The person gives an evidential interview."),
    abe(
        "WITNESS_CARE", variant: "witness_care", from: ["WITNESS_CARE"],
        "The person gives another evidential interview after a charge."),
    Rule(
        .c1, "to_witness_care", .derived, "A suspect is charged concerning this person.",
        from: ["ENGAGED", "ABE_DONE"], to: ["WITNESS_CARE"],
        if: [
            Condition(
                "live_charge", "a charge concerning this person is before a court", .any, .charge, link: "victim",
                in: .liveCharges)
        ],
        source: "Youth Justice and Criminal Evidence Act 1999 s.17(4); CPS guidance on special measures", law: true),
    Rule(
        .c1, "withdraw", .occurrence, "The person no longer supports the investigation.",
        from: ["INITIAL_ACCOUNT", "ENGAGED", "ABE_DONE", "WITNESS_CARE"], to: ["WITHDRAWN"], by: .joint,
        fields: [
            Requirement("statement_on", .day, .later, "the day of the withdrawal statement"),
            Requirement("reasons", .text, .unknownAllowed, "the reasons, if given"),
            Requirement("coercion_checked", .flag, .later, "whether it was checked that nobody forced it"),
        ],
        attested: ["Support goes on if the person wants it."],
        source: "Home Office outcomes, codes 14 and 16", law: true),
    Rule(
        .c1, "re_engage", .occurrence, "The person supports the investigation after all.",
        from: ["WITHDRAWN", "DECLINED", "UNABLE_TO_TRACE"], to: ["ENGAGED"], by: .joint,
        fields: [Requirement("what_changed", .text, .unknownAllowed, "what has changed")],
        source: "Design choice: whether a closed matter is taken up again is then asked", law: false),
]

private func abe(_ to: State, variant: String? = nil, from: [State], _ words: String) -> Rule {
    Rule(
        .c1, "abe_interview", variant: variant, .occurrence, words, from: from, to: [Destination(to)], by: .officers,
        fields: [
            Requirement("form", .choice(["video", "audio", "statement"]), .later, "how it was taken"),
            Requirement("exhibit", .text, .later, "the recording's or statement's number"),
            Requirement(
                "intermediary", .text, .unknownAllowed, "whether an intermediary was considered, and the answer"),
        ],
        attested: ["The interviewer is trained, the interview was planned, and the person agreed to it."],
        source: "Youth Justice and Criminal Evidence Act 1999 s.27; guidance on achieving best evidence", law: true,
        marks: interviewed)
}

private let victimEnds: [Rule] = [
    Rule(
        .c1, "not_a_victim", .decision, "The person is assessed as not a victim in this investigation.",
        from: [
            "POTENTIAL", "CONTACT_PLANNED", "CONTACT_ATTEMPTED", "UNABLE_TO_TRACE", "DECLINED", "INITIAL_ACCOUNT",
        ],
        to: ["NOT_VICTIM"], by: .supervisors,
        fields: [Requirement("assessment", .text, .later, "the assessment and its reasons")],
        source: "Data Protection Act 2018 s.38(3)", law: true),
    Rule(
        .c1, "reassess", .decision, "The person may be a victim after all.",
        from: ["NOT_VICTIM"], to: ["POTENTIAL"], by: .jointSupervisors,
        fields: [Requirement("why", .text, .later, "what has changed")],
        source: "Data Protection Act 2018 s.38(3); design choice", law: false),
    Rule(
        .c1, "conclude", .decision, "Every duty to the person is discharged.",
        from: [
            "UNABLE_TO_TRACE", "INITIAL_ACCOUNT", "ENGAGED", "ABE_DONE", "WITNESS_CARE", "DECLINED", "WITHDRAWN",
        ],
        to: ["CONCLUDED"], by: .supervisors,
        fields: [
            Requirement("outcome_told_on", .day, .later, "the day on which the person was told the outcome"),
            Requirement(
                "review_offered_on", .day, .later, "the day on which a review was offered, if one can be asked for"),
        ],
        if: [
            Condition(
                "duties_closed", "every duty to tell this person is met, excepted or fallen away", .none, .duty,
                link: "victim", in: ["DUE", "OVERDUE"])
        ],
        attested: ["After a sentence of 12 months or more the victim contact scheme was offered."],
        limit: "to tell a victim: 5 working days, 1 with enhanced rights",
        source: "Victims' Code (to be confirmed)", law: true),
    Rule(
        .c1, "conclude_without_contact", .decision, "No contact will be made.",
        from: ["POTENTIAL", "CONTACT_PLANNED", "CONTACT_ATTEMPTED"], to: ["CONCLUDED"], by: .supervisors,
        fields: [Requirement("why", .text, .now, "why contact would do harm or serve nothing")],
        source: "Design choice", law: false),
    Rule(
        .c1, "reopen", .decision, "The duties to the person begin again.",
        from: ["CONCLUDED"], to: ["ENGAGED"], by: .supervisors,
        fields: [
            Requirement(
                "why", .choice(["victims' right to review", "retrial", "appeal", "new suspect", "other"]), .later,
                "why they begin again")
        ],
        source: "Design choice", law: false),
    Rule(
        .c1, "died", .occurrence, "The person dies.",
        from: [
            "POTENTIAL", "CONTACT_PLANNED", "CONTACT_ATTEMPTED", "UNABLE_TO_TRACE", "INITIAL_ACCOUNT", "ENGAGED",
            "ABE_DONE", "WITNESS_CARE", "DECLINED", "WITHDRAWN", "CONCLUDED",
        ],
        to: ["DECEASED"], by: .joint,
        fields: [Requirement("family_liaison", .text, .unknownAllowed, "who keeps in touch with the family")],
        source: "Sexual Offences (Amendment) Act 1992 s.1; the name stays withheld by choice", law: false),
]
