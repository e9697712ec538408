// Machine A: an investigation, from referral to completion. Only a table.

extension Machine {
    static let investigation = Machine(
        .a, title: "Investigation", initial: "REFERRED", terminal: ["COMPLETED", "NOT_PROGRESSED"],
        states: investigationStates, rules: investigationBeginnings + investigationCourse + investigationEnds,
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

private let suspectsClosed = Condition(
    "suspects_closed", "every suspect's part in the investigation is closed", .all, .suspect, link: "investigation",
    in: .closedSuspects)

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
        source: "Design choice", law: false),
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
        if: [suspectsClosed],
        attested: ["Each known victim has been told, or the reason for not telling is recorded."],
        limit: "to tell a victim: 5 working days, 1 with enhanced rights",
        source: "Victims' Code (to be confirmed); design choice", law: true),
]

private let investigationCourse: [Rule] = [
    Rule(
        .a, "pause", .decision, "The lead pauses the investigation.",
        from: ["ACTIVE", "WITH_CPS"], to: ["PAUSED"], by: .lead,
        fields: [
            Requirement("why", .text, .now, "why nothing can be done for now"),
            Requirement("review_on", .day, .later, "the day of the next review, within 90 days", after: "on"),
        ],
        if: [
            Condition(
                "no_bail_clock", "no suspect is on bail with a period running", .none, .custody, link: "investigation",
                in: .bailOnTheClock + ["BAIL_APP_PENDING", "BAIL_DPP_FURTHER_INFO"])
        ],
        limit: "review within 90 days", source: "Design choice", law: false),
    Rule(
        .a, "resume", .decision, "The lead takes the investigation up again.",
        from: ["PAUSED"], to: ["ACTIVE"], by: .lead,
        fields: [Requirement("why", .text, .later, "what has changed")],
        source: "Design choice", law: false),
    Rule(
        .a, "submit_to_cps", .derived, "No police work is left and the investigation is with the CPS.",
        from: ["ACTIVE"], to: ["WITH_CPS"],
        if: [
            Condition(
                "no_police_work", "no suspect is left with police work to do", .none, .suspect, link: "investigation",
                in: .policeWork),
            Condition(
                "suspect_with_cps", "a suspect is with the CPS for a decision", .any, .suspect, link: "investigation",
                in: ["SUBMITTED"]),
            Condition(
                "submission_with_cps", "a submission is with the CPS", .any, .submission, link: "investigation",
                in: .submissionsWithCPS),
            Condition(
                "no_live_charge", "no charge is before a court", .none, .charge, link: "investigation", in: .liveCharges
            ),
        ],
        source: "Design choice", law: false),
    Rule(
        .a, "returned_by_cps", .derived, "There is police work again.",
        from: ["WITH_CPS"], to: ["ACTIVE"],
        if: [
            Condition(
                "police_work", "a suspect has police work to do", .any, .suspect, link: "investigation", in: .policeWork
            ),
            Condition(
                "no_live_charge", "no charge is before a court", .none, .charge, link: "investigation", in: .liveCharges
            ),
        ],
        source: "PACE 1984 s.47ZL(12), on further information for the prosecutor; design choice", law: false),
    Rule(
        .a, "first_charge", .derived, "A charge is before a court.",
        from: ["ACTIVE", "WITH_CPS", "PAUSED"], to: ["AT_COURT"],
        if: [
            Condition(
                "live_charge", "a charge is before a court", .any, .charge, link: "investigation", in: .liveCharges)
        ],
        source: "Design choice", law: false),
    Rule(
        .a, "court_ended_work_remains", .derived, "Nothing is before a court any more, and a suspect is still open.",
        from: ["AT_COURT"], to: ["ACTIVE"],
        if: [
            Condition(
                "no_live_charge", "no charge is before a court", .none, .charge, link: "investigation", in: .liveCharges
            ),
            Condition(
                "suspect_open", "a suspect's part in the investigation is open", .any, .suspect, link: "investigation",
                in: [
                    "NOMINAL", "IDENTIFIED", "UNTRACED", "SCHEDULED", "UNDER_INVESTIGATION", "SUBMITTED", "WANTED",
                ]),
        ],
        source: "Design choice", law: false),
]

private let investigationEnds: [Rule] = [
    Rule(
        .a, "merge_into", .decision, "The investigation becomes part of another.",
        from: ["SCOPING", "ACTIVE", "WITH_CPS", "PAUSED"], to: ["NOT_PROGRESSED"], by: .lead,
        fields: [Requirement("into", .reference(.investigation), .now, "the investigation that it becomes part of")],
        if: [
            Condition(
                "target_live", "the other investigation is live", .any, .investigation, link: "field:into",
                in: ["SCOPING", "ACTIVE", "WITH_CPS", "AT_COURT", "PAUSED"])
        ],
        attested: [
            "Its suspects, victims and crimes are carried on in the other, and this number is kept as an alias."
        ],
        source: "Design choice", law: false),
    Rule(
        .a, "transfer_out", .decision, "Another force takes the whole investigation over.",
        from: ["ACTIVE", "WITH_CPS", "PAUSED"], to: ["NOT_PROGRESSED"], by: .lead,
        fields: [
            Requirement("receiving_body", .text, .now, "who takes it over"),
            Requirement("their_reference", .text, .later, "the receiving body's reference"),
        ],
        if: [suspectsClosed],
        attested: ["The receiving body has accepted it, and each known victim has been told."],
        source: "Home Office Counting Rules, outcome 20; design choice", law: true),
    Rule(
        .a, "complete", .decision, "The investigation is completed.",
        from: ["ACTIVE", "WITH_CPS", "AT_COURT", "PAUSED"], to: ["COMPLETED"], by: .lead,
        approval: Approval(by: .supervisors),
        fields: [
            Requirement("retention_group", .choice(["1", "2", "3", "4"]), .later, "the group by which it is kept")
        ],
        if: [
            suspectsClosed,
            Condition(
                "no_live_charge", "no charge is before a court", .none, .charge, link: "investigation", in: .liveCharges
            ),
            Condition(
                "advice_closed", "every request for early advice is closed", .none, .advice, link: "investigation",
                in: ["REQUESTED", "OPEN", "ADVISED"]),
            Condition(
                "submissions_closed", "every submission to the CPS is closed", .all, .submission, link: "investigation",
                in: ["DECIDED", "ADMIN_FINALISED", "WITHDRAWN"]),
            Condition(
                "prosecutions_closed", "every prosecution is finalised", .all, .prosecution, link: "investigation",
                in: ["FINALISED"]),
            Condition(
                "custody_closed", "nobody is detained, on bail or released under investigation", .all, .custody,
                link: "investigation", in: .closedCustody),
        ],
        attested: [
            "Each victim has been told the outcome, or the reason for not telling is recorded.",
            "Each recorded crime has its outcome, and the disclosure schedule is closed.",
        ],
        limit: "a victim may ask for a review for 3 months after",
        source:
            "Inspectorate's guidance on crime outcomes; police scheme for the victims' right to review; design choice",
        law: true),
    Rule(
        .a, "reopen", .decision, "The lead opens it again, to be scoped anew.",
        from: ["COMPLETED", "NOT_PROGRESSED"], to: ["SCOPING"], by: .lead,
        fields: [
            Requirement(
                "why",
                .choice([
                    "new victim", "new evidence", "victims' right to review", "decision of the CPS or Court of Appeal",
                    "cold-case review", "closed in error",
                ]), .now, "why it is opened again")
        ],
        source: "PACE 1984 s.37B(5A); the 2022/23 report to Bradford Council's Executive counts one reopened", law: true
    ),
    Rule(
        .a, "reopen_direct", .decision, "The lead opens it again where it was left, as nothing needs scoping.",
        from: ["COMPLETED"], to: ["ACTIVE"], by: .lead,
        fields: [
            Requirement(
                "why", .choice(["victims' right to review", "retrial ordered on appeal", "closed in error"]), .now,
                "why it is opened again")
        ],
        source: "CPS guidance on retrials; design choice", law: false),
]
