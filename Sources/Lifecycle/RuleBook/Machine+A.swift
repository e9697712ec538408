// Machine A: an investigation, from referral to completion. The states and the beginning.

extension Machine {
    static let investigation = Machine(
        .a, title: "Investigation", initial: "REFERRED", terminal: ["COMPLETED", "NOT_PROGRESSED"],
        states: investigationStates,
        rules: investigationBeginnings + investigationCourse + investigationProposals
            + investigationEnds,
        notes: [
            "Live means SCOPING, ACTIVE, WITH_CPS, AT_COURT or PAUSED. NOT_PROGRESSED is neither live nor completed.",
            "A phase of arrests is a plan under an investigation and not a state of it.",
        ])
}

private let live = ["live-investigations"]

private let investigationStates: [StateEntry] = [
    StateEntry("REFERRED", "Information has come in; the team has not yet taken it on."),
    StateEntry(
        "SCOPING", "First look: whether there is an offence, a victim, a suspect and the capacity to act.", counts: live
    ),
    StateEntry(
        "ACTIVE", "Under way: accounts from victims, tracing, arrests, evidence, building the file.", counts: live),
    StateEntry(
        "WITH_CPS", "No police work is left on any suspect, and a submission awaits a charging decision.", counts: live),
    StateEntry(
        "AT_COURT", "At least one charge is before a court, up to sentence or the end of an appeal.", counts: live),
    StateEntry("PAUSED", "Nothing is being done for now, for a recorded reason.", counts: live),
    StateEntry(
        "COMPLETED", "Every suspect, charge and submission is closed, and every victim told or excepted.",
        counts: ["completed-investigations"]),
    StateEntry(
        "NOT_PROGRESSED", "Closed without going live: no offence, a duplicate, merged, or passed to another force."),
]

private let investigationBeginnings: [Rule] = [
    Rule(
        .a, "accept_for_scoping", .decision, "The lead takes the referral on for scoping.",
        from: ["REFERRED"], to: ["SCOPING"], by: .lead,
        fields: [
            Requirement(
                "referred_by",
                .choice(["victim", "police", "social care", "partner agency", "review of records", "media", "other"]),
                .later, "where the information came from"),
            Requirement("received_on", .day, .unknownAllowed, "the day on which the information was received"),
        ],
        source: "Design choice; the word scoping is from the 2022/23 report to Bradford Council's Executive", law: false
    ),
    Rule(
        .a, "reject_referral", .decision, "The lead does not take the referral on.",
        from: ["REFERRED"], to: ["NOT_PROGRESSED"], by: .lead,
        fields: [
            Requirement(
                "why",
                .choice([
                    "no recordable offence", "duplicate", "another force", "outside the terms of reference", "other",
                ]),
                .now, "why it is not taken on"),
            Requirement("rationale", .text, .later, "the reasons written out"),
            Requirement("sent_to", .text, .unknownAllowed, "where it was sent on to"),
        ],
        if: [nothingAtCourt], source: "Design choice", law: false),
    Rule(
        .a, "go_live", .decision, "The investigation goes live.",
        from: ["SCOPING"], to: ["ACTIVE"], by: .lead,
        fields: [
            Requirement("crime", .reference(.crime), .now, "a recorded crime of the investigation"),
            Requirement("terms_of_reference", .text, .later, "where the terms of reference are kept"),
            Requirement("policy_entry", .text, .later, "the number of the policy-book entry"),
            Requirement("impact_assessment", .text, .later, "the data-protection impact assessment's number"),
        ],
        if: [
            Condition(
                "potential_victim", "at least one potential victim is recorded", .any, .victim, link: "investigation",
                in: [
                    "POTENTIAL", "CONTACT_PLANNED", "CONTACT_ATTEMPTED", "UNABLE_TO_TRACE", "INITIAL_ACCOUNT",
                    "ENGAGED",
                    "ABE_DONE", "WITNESS_CARE", "DECLINED", "WITHDRAWN", "DECEASED", "CONCLUDED",
                ])
        ],
        limit: "the impact assessment before the processing begins, since 25 May 2018",
        source: "Data Protection Act 2018 ss.61, 64; Home Office Counting Rules", law: true),
    Rule(
        .a, "close_at_scoping", .decision, "The lead closes it after scoping.",
        from: ["SCOPING"], to: ["NOT_PROGRESSED"], by: .lead,
        fields: [
            Requirement(
                "why",
                .choice(["no recordable offence", "no line of enquiry", "duplicate", "another force", "other"]),
                .now, "why it goes no further"),
            Requirement("rationale", .text, .later, "the reasons written out"),
        ],
        if: [suspectsClosed, nothingAtCourt],
        limit: "to tell a victim: 5 working days, 1 with enhanced rights",
        source: "Victims' Code (to be confirmed); design choice", law: true),
]
