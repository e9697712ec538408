// Machine B2, bail: release and its course. Only a table.

private let until2017 = InForce(to: Day(year: 2017, month: 4, day: 2))

private let returnDay = Requirement("return_on", .day, .later, "the day on which the person must return", after: "on")
private let bailConditions = Requirement("conditions", .text, .unknownAllowed, "the conditions of bail, if any")

let custodyRelease: [Rule] = [
    Rule(
        .b2, "bail", .occurrence, "The person is released on bail before charge.",
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
        .b2, "release_without_bail", .occurrence, "The person is released without bail; the investigation goes on.",
        from: ["DETAINED"], to: ["RUI"], by: .officers, decidedBy: [.custodyOfficer],
        attested: ["The person was told that no decision has been taken."],
        limit: "none in statute; review every 28 days", source: "PACE 1984 s.37(2A), (7)(c), (8)", law: true),
    Rule(
        .b2, "bail_for_dpp", .occurrence, "The person is bailed for the CPS to decide on a charge.",
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
    _ event: String, _ words: String, at states: [State], decidedBy deciders: [Decider] = [],
    fields: [Requirement] = [],
    limit: String? = nil, source: String, inForce: InForce = .always
) -> [Rule] {
    states.map { state in
        Rule(
            .b2, event, variant: state.rawValue.lowercased(), .occurrence, words, from: [state],
            to: [Destination(state)], by: .officers, decidedBy: deciders, fields: fields, limit: limit, source: source,
            law: true, inForce: inForce)
    }
}

private let noSubmission = Condition(
    "no_submission", "no submission is linked, from which it would follow by itself", .none, .submission,
    link: "own:submission", in: .everySubmission)
private let inHospital = "PACE 1984 s.47ZM(4)-(5)"

let custodyBailCourse: [Rule] =
    unchanged(
        "vary_bail", "The conditions of bail or the day to return are changed.", at: .bail,
        decidedBy: [.custodyOfficer],
        fields: [
            returnDay, bailConditions,
            Requirement(
                "victim_told_on", .day, .later, "the day on which the victim was told of the change", after: "on"),
        ],
        source: "PACE 1984 ss.47(1C), 47(4A) (to be confirmed)")
    + unchanged(
        "rebail", "The person answers bail and is bailed again to a later day.", at: ["BAIL_INITIAL", "BAIL_DPP"],
        decidedBy: [.custodyOfficer], fields: [returnDay, bailConditions],
        source: "PACE 1984 s.47, for arrests before the Policing and Crime Act 2017",
        inForce: until2017)
    + unchanged(
        "enter_hospital", "The person on bail is taken into hospital as an in-patient.", at: .bail,
        limit: "if still there when the period would end, the days in hospital do not count", source: inHospital)
    + unchanged(
        "leave_hospital", "The person on bail leaves hospital.", at: .bail,
        limit: "the days in hospital do not count if the period would have ended in them", source: inHospital)
    + [
        Rule(
            .b2, "bail_to_rui", .occurrence, "Bail ends and the person is released without it.",
            from: .bail + ["FAILED_TO_ATTEND", "BREACH_ARREST"], to: ["RUI"], by: .officers,
            decidedBy: [.custodyOfficer], fields: endedFields, limit: toTellVictim, source: endedSource, law: true),
        Rule(
            .b2, "bail_to_rui", variant: "expired", .occurrence,
            "After the period has ended, the person is released without bail.",
            from: ["ABP_EXPIRED"], to: ["RUI"], by: .officers, decidedBy: [.custodyOfficer],
            fields: endedFields + [lateIncident], limit: toTellVictim, source: endedSource, law: true),
        Rule(
            .b2, "review_release", .decision, "The release without bail is reviewed, and goes on.",
            from: ["RUI"], to: ["RUI"], by: .supervisors,
            fields: [
                Requirement("review_on", .day, .later, "the day of the next review, within 28 days", after: "on"),
                Requirement("why", .text, .unknownAllowed, "why the enquiries are not finished"),
            ],
            limit: "every 28 days", source: "Design choice", law: false),
    ]

/// That a period ended unnoticed is put on record, even where what was done after it was lawful.
let lateIncident = Requirement("incident", .text, .later, "the incident report on the period that ended")

private let toTellVictim = "to tell a victim: 5 working days, 1 with enhanced rights"
private let endedSource = "PACE 1984 s.47; Victims' Code (to be confirmed)"
private let endedFields: [Requirement] = [
    Requirement("why", .text, .later, "why bail has ended"),
    Requirement("victim_told_on", .day, .later, "the day on which the victim was told of it", after: "on"),
]

/// Bail for a charging decision goes with the submission that is decided on: by itself where that is linked.
let custodySubmission: [Rule] = [
    Rule(
        .b2, "link_submission", .decision, "The submission for which the person is on bail is named.",
        from: ["BAIL_DPP"], to: ["BAIL_DPP"], by: .officers, fields: [named], source: "Design choice", law: false),
    Rule(
        .b2, "link_submission", variant: "further_info", .decision,
        "The submission for which the person is on bail is named.",
        from: ["BAIL_DPP_FURTHER_INFO"], to: ["BAIL_DPP_FURTHER_INFO"], by: .officers, fields: [named],
        source: "Design choice", law: false),
    Rule(
        .b2, "more_asked", .derived, "The submission has come back, and the bail period runs again.",
        from: ["BAIL_DPP"], to: ["BAIL_DPP_FURTHER_INFO"],
        if: [
            Condition(
                "submission_back", "the submission for which the person is on bail has come back to the police", .any,
                .submission, link: "own:submission", in: .submissionsReturned)
        ],
        limit: "the period runs again from that day, with 7 days left at least", source: "PACE 1984 s.47ZL(4)-(8)",
        law: true),
    Rule(
        .b2, "more_sent", .derived, "The submission is with the CPS again, and the bail period stands still.",
        from: ["BAIL_DPP_FURTHER_INFO"], to: ["BAIL_DPP"],
        if: [
            Condition(
                "submission_gone", "the submission for which the person is on bail is with the CPS", .any, .submission,
                link: "own:submission", in: .submissionsWithCPS)
        ],
        limit: "the period stands still again", source: "PACE 1984 s.47ZL(9)-(12)", law: true),
    Rule(
        .b2, "dpp_asks_more", .occurrence, "The CPS asks for more before it decides.",
        from: ["BAIL_DPP"], to: ["BAIL_DPP_FURTHER_INFO"], by: .officers, decidedBy: [.prosecutor],
        fields: [returnDay], if: [noSubmission],
        limit: "the period runs again from that day, with 7 days left at least",
        source: "PACE 1984 s.47ZL(4)-(8)", law: true),
    Rule(
        .b2, "dpp_request_met", .decision, "The CPS has what it asked for.",
        from: ["BAIL_DPP_FURTHER_INFO"], to: ["BAIL_DPP"], by: .officers,
        fields: [Requirement("sent", .text, .later, "what was sent")], if: [noSubmission],
        limit: "the period stands still again", source: "PACE 1984 s.47ZL(9)-(12)", law: true),
]

private let named = Requirement(
    "submission", .reference(.submission), .now, "the submission on which the CPS is to decide")
