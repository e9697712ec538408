// Machine B2, the court, breach and the end. Only a table.

private let courtStates: [State] = ["BAIL_COURT1", "BAIL_COURTN"]
private let beforeCourt: [State] = ["BAIL_EXT3", "BAIL_EXT6D", "BAIL_EXT9", "BAIL_EXT12D"]
private let since2017 = InForce(from: Day(year: 2017, month: 4, day: 3))
private let until = Requirement("until", .day, .later, "the day on which the extended period ends", after: "on")

let custodyCourt: [Rule] = [
    Rule(
        .b2, "apply_court", .decision, "A court is asked to extend bail.",
        from: beforeCourt + courtStates, to: ["BAIL_APP_PENDING"], by: .officers,
        fields: [Requirement("application", .text, .later, "the application's number")],
        limit: "before the period ends", source: "PACE 1984 ss.47ZF(2), (8), 47ZI, 47ZJ", law: true, inForce: since2017),
    Rule(
        .b2, "apply_court", variant: "further_info", .decision,
        "A court is asked to extend bail while the CPS waits for more.",
        from: ["BAIL_DPP_FURTHER_INFO"], to: ["BAIL_APP_PENDING"], by: .officers,
        fields: [Requirement("application", .text, .later, "the application's number")],
        if: [
            Condition(
                "no_officers_extension", "no officer can extend the period that runs any further", .any, .custody,
                link: "self", in: beforeCourt + courtStates, among: ["DETAINED"] + .bailOnTheClock)
        ],
        limit: "before the period ends", source: "PACE 1984 ss.47ZF(2), (8), 47ZI, 47ZJ", law: true, inForce: since2017),
    Rule(
        .b2, "court_grant_first", .occurrence, "The court extends bail for the first time.",
        from: ["BAIL_APP_PENDING"], to: ["BAIL_COURT1"], by: .officers, decidedBy: [.court], fields: [until],
        if: [
            Condition(
                "no_earlier_grant", "no court has extended this bail before", .any, .custody, link: "self",
                in: beforeCourt, among: beforeCourt + courtStates)
        ],
        limit: "to 12 or 18 months; in a designated case to 18 or 24", source: "PACE 1984 s.47ZF(3)-(7)", law: true),
    Rule(
        .b2, "court_grant_further", .occurrence, "The court extends bail again.",
        from: ["BAIL_APP_PENDING"], to: ["BAIL_COURTN"], by: .officers, decidedBy: [.court], fields: [until],
        if: [
            Condition(
                "earlier_grant", "a court has extended this bail before", .any, .custody, link: "self",
                in: courtStates, among: beforeCourt + courtStates)
        ],
        limit: "by 3 or 6 months", source: "PACE 1984 s.47ZG", law: true),
    Rule(
        .b2, "court_refuse", .occurrence, "The court does not extend bail.",
        from: ["BAIL_APP_PENDING"], to: ["RUI"], by: .officers, decidedBy: [.court],
        source: "PACE 1984 s.47ZF; release without bail is general practice (to be confirmed)", law: true),
]

/// For each kind of bail: that it is the one which the person was on when it was broken.
private let leftConditions: [Condition] = [State].bail.map { state in
    Condition(
        "left_\(state.rawValue.lowercased())", "the bail that was broken was \(state.rawValue)", .any, .custody,
        link: "self", in: [state], among: .bail)
}

private let leftDestinations: [Destination] = [State].bail.map { state in
    Destination(state, when: "left_\(state.rawValue.lowercased())")
}

let custodyBreach: [Rule] = [
    Rule(
        .b2, "no_show", .occurrence, "The person does not answer bail.",
        from: .bail, to: ["FAILED_TO_ATTEND"], by: .officers, source: "PACE 1984 s.46A(1)", law: true),
    Rule(
        .b2, "attend_late", .occurrence, "The person answers bail late.",
        from: ["FAILED_TO_ATTEND"], to: ["BREACH_ARREST"], by: .officers,
        fields: [Requirement("explanation", .text, .unknownAllowed, "how the person explains it")],
        source: "PACE 1984 ss.34(7), 46A; design choice", law: false),
    Rule(
        .b2, "arrest_46a", .occurrence, "The person is arrested for not answering bail or breaking a condition.",
        from: ["FAILED_TO_ATTEND"] + .bail, to: ["BREACH_ARREST"], by: .officers,
        fields: [
            Requirement(
                "why", .choice(["failed to attend", "condition broken"]), .later, "what the person was arrested for")
        ],
        limit: "the first 3 hours at the station do not count", source: "PACE 1984 ss.46A, 47(6A)", law: true),
    Rule(
        .b2, "rebail_after_breach", .occurrence, "The person is bailed again as before the breach.",
        from: ["BREACH_ARREST"], to: leftDestinations, by: .officers, decidedBy: [.custodyOfficer],
        fields: [
            Requirement("return_on", .day, .later, "the day on which the person must return", after: "on")
        ],
        if: leftConditions, limit: "the period ends when it would have ended",
        source: "PACE 1984 ss.37C(4), 37CA(4)", law: true),
]

private let notice = Requirement("notice_on", .day, .later, "the day of the written notice to the person", after: "on")
private let incident = Requirement("incident", .text, .now, "the incident report on the period that ended")
private let overrun: [State] = ["ABP_EXPIRED"]
private let closedBecause = Requirement(
    "why", .choice(["death", "transfer", "offence dropped", "duplicate record", "other"]), .now, "why it is closed")
private let openUnlessExpired: [State] = ["DETAINED", "RUI", "FAILED_TO_ATTEND", "BREACH_ARREST"] + .bail

private let chargeSource = "PACE 1984 ss.37B(6), (8), 46(2), 47(3A); Criminal Justice Act 2003 s.29"
private let toFirstHearing = "to the first hearing: the first sitting, or the later day that the court gives"
private let noticeSource = "PACE 1984 ss.37(6A)-(6C), 37B(5)-(5A)"
private let notFinal = ["The notice does not promise that the decision is final."]

let custodyEnds: [Rule] = [
    Rule(
        .b2, "charge", .decision, "The person is charged, or sent a written charge and requisition.",
        from: openUnlessExpired, to: ["CLOSED_CHARGED"], by: .officers, decidedBy: [.custodyOfficer, .prosecutor],
        limit: toFirstHearing, source: chargeSource, law: true),
    Rule(
        .b2, "charge", variant: "expired", .decision,
        "The person, whose bail period has ended, is charged or sent a written charge and requisition.",
        from: ["ABP_EXPIRED"], to: ["CLOSED_CHARGED"], by: .officers, decidedBy: [.custodyOfficer, .prosecutor],
        fields: [lateIncident], limit: toFirstHearing, source: chargeSource, law: true),
    Rule(
        .b2, "not_prosecuted", .decision, "The person is told that there will be no prosecution.",
        from: openUnlessExpired, to: ["CLOSED_NO_CHARGE"], by: .officers, decidedBy: [.custodyOfficer],
        fields: [notice], attested: notFinal, source: noticeSource, law: true),
    Rule(
        .b2, "not_prosecuted", variant: "expired", .decision,
        "The person, whose bail period has ended, is told that there will be no prosecution.",
        from: ["ABP_EXPIRED"], to: ["CLOSED_NO_CHARGE"], by: .officers, decidedBy: [.custodyOfficer],
        fields: [notice, lateIncident], attested: notFinal, source: noticeSource, law: true),
    Rule(
        .b2, "close_other", .decision, "The record is closed for another reason, or the reason is added.",
        from: openUnlessExpired + ["ABP_EXPIRED", "CLOSED_OTHER"], to: ["CLOSED_OTHER"], by: .supervisors,
        fields: [closedBecause],
        source: "Design choice", law: false),
    Rule(
        .b2, "closed_by_death", .derived, "The person has died.",
        from: openUnlessExpired + ["ABP_EXPIRED"], to: ["CLOSED_OTHER"],
        if: [Condition("suspect_dead", "the suspect has died", .any, .suspect, link: "own:suspect", in: ["DECEASED"])],
        source: "Design choice", law: false),
    Rule(
        .b2, "expire", .derived, "The bail period ends and nothing has been done.",
        from: .bailOnTheClock + ["BAIL_DPP_FURTHER_INFO"], to: ["ABP_EXPIRED"],
        limit: "timer: the day after the period ends, by the day of arrest and the extensions; never stored",
        source: "PACE 1984 ss.47ZA, 47ZM(4)-(5)", law: true, inForce: since2017, timer: true),
    Rule(
        .b2, "regularise_release", .decision, "After the period has ended, the person is released without bail.",
        from: overrun, to: ["RUI"], by: .supervisors, fields: [incident],
        source: "Design choice", law: false, inForce: since2017),
    Rule(
        .b2, "regularise_charge", .decision, "After the period has ended, the person is charged.",
        from: overrun, to: ["CLOSED_CHARGED"], by: .supervisors, decidedBy: [.custodyOfficer, .prosecutor],
        fields: [incident], source: "Design choice", law: false, inForce: since2017),
    Rule(
        .b2, "regularise_no_charge", .decision,
        "After the period has ended, the person is told that there will be no prosecution.",
        from: overrun, to: ["CLOSED_NO_CHARGE"], by: .supervisors, decidedBy: [.custodyOfficer],
        fields: [incident, notice], source: "Design choice", law: false, inForce: since2017),
]
