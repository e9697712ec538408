// Machine A, under way: paused and resumed, with the CPS, at court. Only a table.

let investigationCourse: [Rule] = [
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
        .a, "review_pause", .decision, "The pause is reviewed, and goes on.",
        from: ["PAUSED"], to: ["PAUSED"], by: .lead,
        fields: [
            Requirement("why", .text, .later, "why still nothing can be done"),
            Requirement("review_on", .day, .later, "the day of the next review, within 90 days", after: "on"),
        ],
        limit: "every 90 days", source: "Design choice", law: false),
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
        .a, "back_at_court", .derived,
        "A charge of an investigation that was closed is to be tried, or tried again.",
        from: ["COMPLETED", "NOT_PROGRESSED"], to: ["AT_COURT"],
        if: [
            Condition(
                "undecided_charge", "a charge is before a court and undecided", .any, .charge, link: "investigation",
                in: .undecidedCharges)
        ],
        source: "Criminal Appeal Act 1968 s.8; design choice", law: false),
    Rule(
        .a, "reopened_on_review", .derived,
        "A review has overturned a decision of an investigation that was closed.",
        from: ["COMPLETED", "NOT_PROGRESSED"], to: ["ACTIVE"],
        source: "CPS and police schemes for the victims' right to review",
        law: true,
        triggers: [Trigger("C4.overturn", link: "investigation")]),
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
