// Machine B1, with the police: tracing, arrest, interview, submission. Only a table.

let suspectTracing: [Rule] = [
    Rule(
        .b1, "identify", .decision, "The suspect's identity and the grounds of suspicion are established.",
        from: ["NOMINAL"], to: ["IDENTIFIED"], by: .officers,
        fields: [
            Requirement("grounds", .text, .later, "the grounds for suspicion"),
            Requirement("source_grading", .text, .later, "how reliable the source is"),
            Requirement("identifier", .text, .unknownAllowed, "a number in a police system that identifies the person"),
        ],
        source: "Data Protection Act 2018 s.38(2)-(3): fact apart from opinion, suspects apart from others", law: true),
    Rule(
        .b1, "eliminate", .decision, "The suspect is ruled out.",
        from: ["NOMINAL", "IDENTIFIED", "UNTRACED", "SCHEDULED", "UNDER_INVESTIGATION", "WANTED"], to: ["ELIMINATED"],
        by: .supervisors,
        fields: [
            Requirement("why", .text, .now, "what rules the person out"),
            Requirement(
                "notice_on", .day, .later, "if ever arrested: the day of the written notice", after: "on"),
        ],
        if: [noPrimaryUndecided],
        source: "PACE 1984 s.37(6A)-(6C)", law: true),
    Rule(
        .b1, "cannot_locate", .decision, "The suspect cannot be found.",
        from: ["IDENTIFIED", "SCHEDULED"], to: ["UNTRACED"], by: .officers,
        fields: [
            Requirement("enquiries", .text, .later, "the enquiries made"),
            Requirement("review_on", .day, .later, "the day of the next review, within 28 days", after: "on"),
        ],
        limit: "review within 28 days", source: "Design choice", law: false),
    Rule(
        .b1, "review_search", .decision, "The search for the suspect is reviewed, and goes on.",
        from: ["UNTRACED"], to: ["UNTRACED"], by: .supervisors,
        fields: [
            Requirement("enquiries", .text, .later, "the enquiries made since"),
            Requirement("review_on", .day, .later, "the day of the next review, within 28 days", after: "on"),
        ],
        limit: "every 28 days", source: "Design choice", law: false),
    Rule(
        .b1, "located", .occurrence, "The suspect is found.",
        from: ["UNTRACED"], to: ["IDENTIFIED"], by: .officers,
        fields: [Requirement("how", .text, .later, "how the suspect was found")],
        source: "Design choice", law: false),
    Rule(
        .b1, "schedule", .decision, "An arrest or a voluntary interview is planned.",
        from: ["IDENTIFIED"], to: ["SCHEDULED"], by: .supervisors, fields: scheduleFields,
        limit: "the days of the phase", source: "PACE Code G; PACE 1984 s.24(5)", law: true),
    Rule(
        .b1, "reschedule", .decision, "The plan is put off, brought forward or moved to another phase.",
        from: ["SCHEDULED"], to: ["SCHEDULED"], by: .supervisors, fields: scheduleFields,
        source: "Design choice", law: false),
    Rule(
        .b1, "unschedule", .decision, "The plan is dropped.",
        from: ["SCHEDULED"], to: ["IDENTIFIED"], by: .supervisors,
        fields: [Requirement("why", .text, .later, "why it is dropped")],
        source: "Design choice", law: false),
]

private let scheduleFields: [Requirement] = [
    Requirement("phase", .reference(.phase), .unknownAllowed, "the phase of arrests, if it is one"),
    Requirement("interview_on", .day, .unknownAllowed, "the day of the voluntary interview, if it is one", after: "on"),
    Requirement("necessity", .text, .later, "why an arrest is necessary, or why a voluntary interview will do"),
]

private let arrestFields: [Requirement] = [
    Requirement("station", .text, .later, "the police station"),
    Requirement("offence", .text, .later, "the offence or offences"),
    Requirement("grounds", .text, .later, "the grounds for arrest"),
    Requirement("necessity", .text, .later, "why the arrest was necessary"),
]

private let rearrestFields: [Requirement] =
    [
        Requirement(
            "basis",
            .choice([
                "new evidence", "new analysis of existing evidence", "another offence", "breach of bail", "warrant",
            ]),
            .later, "what allows another arrest")
    ] + arrestFields

private let interviewFields: [Requirement] = [
    Requirement("place", .text, .later, "where the interview was held"),
    Requirement("cautioned", .flag, .later, "whether the suspect was cautioned and told of being free to leave"),
]

private let toTellVictim = "to tell a victim: 5 working days, 1 with enhanced rights"
private let arrestSource = "PACE 1984 s.24 and Code G; Victims' Code (to be confirmed)"
private let rearrestSource = "PACE 1984 ss.41(9), 46A, 47(2)"
private let interviewSource = "PACE 1984 s.29; Victims' Code (to be confirmed)"
private let arrestMarks = ["arrests", "people-arrested-or-interviewed"]
private let interviewMarks = ["people-arrested-or-interviewed"]
private let freeToLeave = ["The suspect was cautioned and told of not being under arrest and free to leave."]

let suspectArrests: [Rule] = [
    Rule(
        .b1, "arrest", .occurrence, "The suspect is arrested.",
        from: ["IDENTIFIED", "UNTRACED", "SCHEDULED"], to: ["UNDER_INVESTIGATION"], by: .officers, fields: arrestFields,
        limit: toTellVictim, source: arrestSource, law: true, marks: arrestMarks),
    Rule(
        .b1, "arrest", variant: "wanted", .occurrence, "A wanted suspect who has no primary charge is arrested.",
        from: ["WANTED"], to: ["UNDER_INVESTIGATION"], by: .officers, fields: arrestFields,
        if: [noPrimaryUndecided], limit: toTellVictim, source: arrestSource, law: true, marks: arrestMarks),
    Rule(
        .b1, "rearrest", .occurrence, "The suspect is arrested again.",
        from: ["UNDER_INVESTIGATION", "SUBMITTED"], to: ["UNDER_INVESTIGATION"], by: .officers, fields: rearrestFields,
        attested: ["For the same offence: new evidence, or analysis that could not reasonably have been done before."],
        limit: toTellVictim, source: rearrestSource, law: true, marks: arrestMarks),
    Rule(
        .b1, "rearrest", variant: "charged", .occurrence, "A charged suspect is arrested for something else.",
        from: ["CHARGED"], to: ["CHARGED"], by: .officers, fields: rearrestFields,
        attested: ["The arrest is for another offence than those charged."],
        limit: toTellVictim, source: rearrestSource, law: true, marks: arrestMarks),
    Rule(
        .b1, "interview_voluntarily", .occurrence, "The suspect is interviewed under caution without arrest.",
        from: ["IDENTIFIED", "SCHEDULED", "UNDER_INVESTIGATION"], to: ["UNDER_INVESTIGATION"], by: .officers,
        fields: interviewFields, attested: freeToLeave, limit: toTellVictim, source: interviewSource, law: true,
        marks: interviewMarks),
    Rule(
        .b1, "interview_voluntarily", variant: "submitted", .occurrence,
        "The suspect is interviewed under caution while the file is with the CPS.",
        from: ["SUBMITTED"], to: ["SUBMITTED"], by: .officers, fields: interviewFields, attested: freeToLeave,
        limit: toTellVictim, source: interviewSource, law: true, marks: interviewMarks),
    Rule(
        .b1, "interview_voluntarily", variant: "charged", .occurrence,
        "A charged suspect is interviewed under caution about something else.",
        from: ["CHARGED"], to: ["CHARGED"], by: .officers, fields: interviewFields, attested: freeToLeave,
        limit: toTellVictim, source: interviewSource, law: true, marks: interviewMarks),
    Rule(
        .b1, "mark_wanted", .occurrence, "The suspect is circulated as wanted.",
        from: ["IDENTIFIED", "UNTRACED", "UNDER_INVESTIGATION", "SUBMITTED", "CHARGED"], to: ["WANTED"], by: .officers,
        fields: [
            Requirement(
                "warrant", .choice(["bench", "first instance", "none"]), .later, "what kind of warrant there is"),
            Requirement("circulation", .text, .later, "the circulation's number"),
            Requirement(
                "country", .text, .unknownAllowed, "if abroad: the country, and the extradition request's number"),
        ],
        source: "General practice (to be confirmed)", law: true),
    Rule(
        .b1, "cancel_wanted", .decision, "The circulation is cancelled and the suspect is still not found.",
        from: ["WANTED"], to: ["UNTRACED"], by: .supervisors,
        fields: [Requirement("why", .text, .later, "why it is cancelled")],
        if: [noPrimaryUndecided], source: "Design choice", law: false),
]

private let listed: [Requirement] = [
    Requirement("submission", .reference(.submission), .now, "the submission in which the suspect is listed")
]

private let submissionOpen = Condition(
    "submission_open", "the submission is being built or is with the CPS", .any, .submission, link: "field:submission",
    in: ["DRAFT", "SUBMITTED", "ACCEPTED", "UNDER_REVIEW"])

private let submissionReturned = Condition(
    "submission_returned", "the suspect's submission has come back to the police", .any, .submission,
    link: "own:submission", in: .submissionsReturned)

private let policeStages: [State] = ["IDENTIFIED", "UNTRACED", "UNDER_INVESTIGATION"]

let suspectSubmission: [Rule] = [
    Rule(
        .b1, "submit_charging", .decision, "The suspect's file goes to the CPS for a charging decision.",
        from: ["UNDER_INVESTIGATION"], to: ["SUBMITTED"], by: .supervisors, fields: listed, if: [submissionOpen],
        source: "Director's Guidance on Charging, 6th edition", law: true),
    Rule(
        .b1, "submit_charging", variant: "identified", .decision,
        "The file of a suspect who cannot be interviewed goes to the CPS for a charging decision.",
        from: ["IDENTIFIED", "UNTRACED", "WANTED"], to: ["SUBMITTED"], by: .supervisors,
        fields: listed + [Requirement("no_interview_because", .text, .now, "why an interview is impossible")],
        if: [submissionOpen], source: "Director's Guidance on Charging, 6th edition", law: true),
    Rule(
        .b1, "submit_charging", variant: "submitted", .decision,
        "The suspect, whose file is with the CPS, is listed in another submission or again in the same.",
        from: ["SUBMITTED"], to: ["SUBMITTED"], by: .supervisors, fields: listed, if: [submissionOpen],
        source: "Director's Guidance on Charging, 6th edition", law: true),
    Rule(
        .b1, "sent_back_to_cps", .derived, "What the CPS asked for is sent, and the file is with the CPS again.",
        from: ["IDENTIFIED", "UNDER_INVESTIGATION"], to: ["SUBMITTED"], source: "PACE 1984 s.47ZL(9); design choice",
        law: false,
        triggers: [
            Trigger("D2.submit", link: "own:submission"), Trigger("D2.action_plan_met", link: "own:submission"),
        ]),
    Rule(
        .b1, "return_to_police", .derived, "The CPS sends the file back: there is police work to do.",
        from: ["SUBMITTED"], to: ["UNDER_INVESTIGATION"],
        if: [
            submissionReturned,
            Condition(
                "was_seen", "the suspect had been arrested or interviewed before", .any, .suspect, link: "self",
                in: ["UNDER_INVESTIGATION"], among: policeStages),
        ],
        source: "PACE 1984 s.47ZL(12); CPS guidance on administrative finalisation", law: true),
    Rule(
        .b1, "return_before_interview", .derived, "The CPS sends back the file of a suspect not yet interviewed.",
        from: ["SUBMITTED"], to: ["IDENTIFIED"],
        if: [
            submissionReturned,
            Condition(
                "was_not_seen", "the suspect had not been arrested or interviewed before", .any, .suspect, link: "self",
                in: ["IDENTIFIED", "UNTRACED"], among: policeStages),
        ],
        source: "CPS guidance on administrative finalisation", law: true),
]
