// Machine B1, before the court and afterwards: what becomes of a suspect by the charges, and what is taken up again.

let suspectCourtOutcomes: [Rule] = [
    Rule(
        .b1, "primary_convicted", .derived, "A primary charge stands as a conviction and none is undecided.",
        from: ["CHARGED", "WANTED"], to: ["CONVICTED_PRIMARY"],
        if: [wasCharged, noPrimaryUndecided, primaryConviction],
        source: rollUp, law: false),
    Rule(
        .b1, "ended_by_death", .derived, "The charges ended by the suspect's death.",
        from: ["CHARGED", "WANTED"], to: ["DECEASED"],
        if: [wasCharged, noPrimaryUndecided, noPrimaryConviction, primaryAbated], source: rollUp, law: false),
    Rule(
        .b1, "all_acquitted", .derived, "Every primary charge ended in a verdict of not guilty.",
        from: ["CHARGED", "WANTED"], to: ["ACQUITTED"],
        if: [wasCharged, noPrimaryUndecided, noPrimaryConviction, noPrimaryEndedOtherwise, primaryAcquittal],
        source: rollUp, law: false),
    Rule(
        .b1, "primary_ended_ancillary_convicted", .derived,
        "The primary charges ended without conviction, and an ancillary conviction stands.",
        from: ["CHARGED", "WANTED"], to: ["CONVICTED_ANCILLARY_ONLY"],
        if: [wasCharged, noPrimaryUndecided, noPrimaryConviction, primaryEndedOtherwise, ancillaryConviction],
        source: rollUp, law: false),
    Rule(
        .b1, "primary_ended_ancillary_convicted", variant: "closed", .derived,
        "The primary matter is closed without conviction, and an ancillary conviction stands.",
        from: ["NFA_POLICE", "NFA_CPS_EVID", "NFA_CPS_PI", "PROCEEDINGS_ENDED"], to: ["CONVICTED_ANCILLARY_ONLY"],
        if: [noPrimaryUndecided, noPrimaryConviction, ancillaryConviction],
        source: rollUp, law: false),
    Rule(
        .b1, "proceedings_ended", .derived, "The primary charges ended without conviction, and not all in acquittal.",
        from: ["CHARGED", "WANTED"], to: ["PROCEEDINGS_ENDED"],
        if: [wasCharged, noPrimaryUndecided, noPrimaryConviction, primaryEndedOtherwise, noAncillaryConviction],
        source: "Prosecution of Offences Act 1985 s.23; design choice", law: false),
    Rule(
        .b1, "convictions_quashed", .derived, "No conviction on a primary charge stands any more.",
        from: ["CONVICTED_PRIMARY"], to: ["PROCEEDINGS_ENDED"],
        if: [noPrimaryUndecided, noPrimaryConviction, primaryQuashed], source: rollUp, law: false),
    Rule(
        .b1, "ancillary_convictions_quashed", .derived, "No conviction stands any more, not even an ancillary one.",
        from: ["CONVICTED_ANCILLARY_ONLY"], to: ["PROCEEDINGS_ENDED"],
        if: [noPrimaryUndecided, noAncillaryConviction], source: rollUp, law: false),
    Rule(
        .b1, "conviction_quashed", .occurrence, "The Court of Appeal quashes the conviction and orders no retrial.",
        from: ["CONVICTED_PRIMARY", "PROCEEDINGS_ENDED"], to: ["PROCEEDINGS_ENDED"], by: .officers, decidedBy: [.court],
        fields: [Requirement("order_reference", .text, .later, "the order's number")],
        if: [primaryQuashed, noPrimaryConviction, noPrimaryUndecided],
        source: "Criminal Appeal Act 1968 s.2; CPS guidance on retrials", law: true),
    Rule(
        .b1, "ancillary_conviction_quashed", .occurrence, "The only conviction, an ancillary one, is quashed.",
        from: ["CONVICTED_ANCILLARY_ONLY", "PROCEEDINGS_ENDED"], to: ["PROCEEDINGS_ENDED"], by: .officers,
        decidedBy: [.court],
        fields: [Requirement("order_reference", .text, .later, "the order's number")], if: [noAncillaryConviction],
        source: "Criminal Appeal Act 1968 s.2", law: true),
    Rule(
        .b1, "retrial_ordered_on_appeal", .occurrence, "The Court of Appeal orders a retrial.",
        from: ["CONVICTED_PRIMARY", "CHARGED"], to: ["CHARGED"], by: .officers, decidedBy: [.court],
        fields: [Requirement("order_reference", .text, .later, "the order's number")], if: [primaryUndecided],
        source: "Criminal Appeal Act 1968 s.8; Criminal Procedure Rules Part 10", law: true),
    Rule(
        .b1, "double_jeopardy_retrial", .occurrence, "The Court of Appeal quashes an acquittal and orders a retrial.",
        from: ["ACQUITTED", "CHARGED"], to: ["CHARGED"], by: .officers, decidedBy: [.court],
        fields: [Requirement("order_reference", .text, .later, "the order's number")], if: [primaryUndecided],
        attested: ["The Director of Public Prosecutions consented in person, and the evidence is new and compelling."],
        source: "Criminal Justice Act 2003 Part 10", law: true),
]

let suspectReopenings: [Rule] = [
    Rule(
        .b1, "reopened_on_review", .derived, "A review has overturned the decision, and the matter is taken up again.",
        from: [
            "NFA_POLICE", "NFA_CPS_EVID", "NFA_CPS_PI", "OUT_OF_COURT", "CONVICTED_ANCILLARY_ONLY", "PROCEEDINGS_ENDED",
        ],
        to: ["UNDER_INVESTIGATION"], source: "CPS and police schemes for the victims' right to review", law: true,
        triggers: [Trigger("C4.overturn", link: "suspect")]),
    Rule(
        .b1, "vrr_or_new_evidence", .decision, "The same matter is taken up again.",
        from: [
            "NFA_POLICE", "NFA_CPS_EVID", "NFA_CPS_PI", "OUT_OF_COURT", "CONVICTED_ANCILLARY_ONLY", "PROCEEDINGS_ENDED",
        ],
        to: ["UNDER_INVESTIGATION"], by: .supervisors,
        fields: [
            Requirement(
                "basis", .choice(["victims' right to review", "restart by the CPS", "new evidence"]), .now,
                "what allows it to be taken up again")
        ],
        if: [investigationOpen],
        source: "PACE 1984 ss.37(6C), 37B(5A); CPS and police schemes for the victims' right to review", law: true),
    Rule(
        .b1, "new_allegation", .decision, "Another allegation is made against somebody whose matter was closed.",
        from: [
            "ELIMINATED", "NFA_POLICE", "NFA_CPS_EVID", "NFA_CPS_PI", "OUT_OF_COURT", "CONVICTED_PRIMARY",
            "CONVICTED_ANCILLARY_ONLY", "ACQUITTED", "PROCEEDINGS_ENDED",
        ],
        to: ["IDENTIFIED"], by: .officers,
        fields: [
            Requirement("crime", .reference(.crime), .later, "the crime recorded for it"),
            Requirement("grounds", .text, .later, "the grounds for suspicion"),
        ],
        if: [investigationOpen],
        attested: ["It is another allegation than the one that was closed."],
        source: "Home Office Counting Rules; design choice", law: false),
    Rule(
        .b1, "transferred_back", .occurrence, "The other force or agency hands the suspect back.",
        from: ["TRANSFERRED"], to: ["IDENTIFIED"], by: .officers,
        fields: [Requirement("why", .text, .later, "why the suspect is handed back")], if: [investigationOpen],
        source: "Design choice", law: false),
]
