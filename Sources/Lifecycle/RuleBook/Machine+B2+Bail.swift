// Machine B2, bail: release, its course, its extensions. Only a table.

private let from2017To2022 = InForce(
    from: Day(year: 2017, month: 4, day: 3), to: Day(year: 2022, month: 10, day: 27))
private let from2022 = InForce(from: Day(year: 2022, month: 10, day: 28))
private let until2017 = InForce(to: Day(year: 2017, month: 4, day: 2))

private let returnDay = Requirement("return_on", .day, .later, "the day on which the person must return", after: "on")
private let bailConditions = Requirement("conditions", .text, .unknownAllowed, "the conditions of bail, if any")

let custodyRelease: [Rule] = [
    Rule(
        .b2, "bail", .decision, "The person is released on bail before charge.",
        from: ["DETAINED"], to: ["BAIL_INITIAL"], by: .officers, decidedBy: [.custodyOfficer],
        fields: [
            returnDay, bailConditions,
            Requirement("necessity", .text, .later, "why bail is necessary and proportionate"),
            Requirement(
                "victim_views", .text, .later, "the victim's views on the conditions, or why they were not sought"),
        ],
        attested: ["The custody officer takes no part in the investigation."],
        limit: "no period to 2 April 2017; 28 days to 27 October 2022; then three months from the day after arrest",
        source: "PACE 1984 ss.36(5), 37(2), 47ZZA, 47ZA, 47ZB, 50A", law: true),
    Rule(
        .b2, "release_without_bail", .decision, "The person is released without bail; the investigation goes on.",
        from: ["DETAINED"], to: ["RUI"], by: .officers, decidedBy: [.custodyOfficer],
        attested: ["The person was told that no decision has been taken."],
        limit: "none in statute; review every 28 days", source: "PACE 1984 s.37(2A), (7)(c), (8)", law: true),
    Rule(
        .b2, "bail_for_dpp", .decision, "The person is bailed for the CPS to decide on a charge.",
        from: ["DETAINED", "BREACH_ARREST", "BAIL_APP_PENDING"] + .bailOnTheClock, to: ["BAIL_DPP"], by: .officers,
        decidedBy: [.custodyOfficer],
        fields: [
            Requirement("submission", .reference(.submission), .later, "the submission to the CPS"), returnDay,
        ],
        attested: ["The custody officer finds the evidence sufficient, and has told the person so."],
        limit: "the bail period does not begin, or stands still", source: "PACE 1984 ss.37(7)(a), (7B), 47ZL(2)",
        law: true),
]

/// A change that leaves the person on the same bail: one rule for each state, so that none is ambiguous.
private func unchanged(
    _ event: String, _ words: String, at states: [State], fields: [Requirement], source: String,
    inForce: InForce = .always
) -> [Rule] {
    states.map { state in
        Rule(
            .b2, event, variant: state.rawValue.lowercased(), .decision, words, from: [state], to: [Destination(state)],
            by: .officers, decidedBy: [.custodyOfficer], fields: fields, source: source, law: true, inForce: inForce)
    }
}

let custodyBailCourse: [Rule] =
    unchanged(
        "vary_bail", "The conditions of bail or the day to return are changed.", at: .bail,
        fields: [
            returnDay, bailConditions,
            Requirement(
                "victim_told_on", .day, .later, "the day on which the victim was told of the change", after: "on"),
        ],
        source: "PACE 1984 ss.47(1C), 47(4A) (to be confirmed)")
    + unchanged(
        "rebail", "The person answers bail and is bailed again to a later day.", at: ["BAIL_INITIAL", "BAIL_DPP"],
        fields: [returnDay, bailConditions],
        source: "PACE 1984 s.47, for arrests before the Policing and Crime Act 2017",
        inForce: until2017)
    + [
        Rule(
            .b2, "dpp_asks_more", .occurrence, "The CPS asks for more before it decides.",
            from: ["BAIL_DPP"], to: ["BAIL_DPP_FURTHER_INFO"], by: .officers, decidedBy: [.prosecutor],
            fields: [returnDay], limit: "the period runs again from that day, with 7 days left at least",
            source: "PACE 1984 s.47ZL(4)-(8)", law: true),
        Rule(
            .b2, "dpp_request_met", .decision, "The CPS has what it asked for.",
            from: ["BAIL_DPP_FURTHER_INFO"], to: ["BAIL_DPP"], by: .officers,
            fields: [Requirement("sent", .text, .later, "what was sent")],
            limit: "the period stands still again", source: "PACE 1984 s.47ZL(9)-(12)", law: true),
        Rule(
            .b2, "bail_to_rui", .decision, "Bail ends and the person is released without it.",
            from: .bail + ["FAILED_TO_ATTEND", "BREACH_ARREST"], to: ["RUI"], by: .officers,
            decidedBy: [.custodyOfficer],
            fields: [
                Requirement("why", .text, .later, "why bail has ended"),
                Requirement("victim_told_on", .day, .later, "the day on which the victim was told of it", after: "on"),
            ],
            limit: "to tell a victim: 5 working days, 1 with enhanced rights",
            source: "PACE 1984 s.47; Victims' Code (to be confirmed)", law: true),
    ]

private let extensionFields: [Requirement] = [
    Requirement("until", .day, .later, "the day on which the extended period ends", after: "on"),
    Requirement("representations", .text, .unknownAllowed, "what the person or solicitor said, and how it was weighed"),
]

private let extensionAttested = [
    """
    There are grounds to suspect guilt; more time is needed; the work is being done diligently; bail is necessary and \
    proportionate.
    """,
    "The person or solicitor was told before and after, and the period had not ended.",
]

private func extended(
    _ event: String, _ words: String, from: State, to: State, by decider: Decider, limit: String, source: String,
    inForce: InForce, fields: [Requirement] = []
) -> Rule {
    Rule(
        .b2, event, .decision, words, from: [from], to: [Destination(to)], by: .officers, decidedBy: [decider],
        fields: extensionFields + fields, attested: extensionAttested, limit: limit, source: source, law: true,
        inForce: inForce)
}

private let designation = Requirement(
    "designation", .text, .later, "the number of the prosecutor's designation of the case as exceptionally complex")

let custodyExtensions: [Rule] = [
    extended(
        "extend_3", "A superintendent extends bail to three months.", from: "BAIL_INITIAL", to: "BAIL_EXT3",
        by: .superintendent, limit: "before the 28 days end; to three months",
        source: "PACE 1984 s.47ZD as it stood from 3 April 2017 to 27 October 2022", inForce: from2017To2022),
    extended(
        "extend_6_designated", "An assistant chief constable extends bail to six months in a designated case.",
        from: "BAIL_EXT3", to: "BAIL_EXT6D", by: .assistantChiefConstable,
        limit: "before the three months end; to six months",
        source: "PACE 1984 s.47ZE as it stood from 3 April 2017 to 27 October 2022 (to be confirmed)",
        inForce: from2017To2022, fields: [designation]),
    extended(
        "extend_6", "An inspector extends bail to six months.", from: "BAIL_INITIAL", to: "BAIL_EXT6", by: .inspector,
        limit: "before the three months end; to six months from the day after arrest",
        source: "PACE 1984 ss.47ZC, 47ZD",
        inForce: from2022),
    extended(
        "extend_9", "A superintendent extends bail to nine months.", from: "BAIL_EXT6", to: "BAIL_EXT9",
        by: .superintendent, limit: "before the six months end; to nine months", source: "PACE 1984 s.47ZDA",
        inForce: from2022),
    extended(
        "extend_12_designated", "An assistant chief constable extends bail to twelve months in a designated case.",
        from: "BAIL_EXT9", to: "BAIL_EXT12D", by: .assistantChiefConstable,
        limit: "before the nine months end; to twelve months", source: "PACE 1984 s.47ZE", inForce: from2022,
        fields: [designation]),
]
