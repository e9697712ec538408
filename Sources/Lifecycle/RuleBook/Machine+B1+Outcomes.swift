// Machine B1, charge and outcome: what becomes of a suspect. Only a table.

private let toTellVictim = "to tell a victim: 5 working days, 1 with enhanced rights"

let suspectCharging: [Rule] = [
    Rule(
        .b1, "charge_primary", .decision, "The suspect is charged with what the investigation is about.",
        from: ["UNDER_INVESTIGATION", "SUBMITTED", "WANTED"], to: ["CHARGED"], by: .officers,
        decidedBy: [.custodyOfficer, .prosecutor],
        fields: [Requirement("cps_authority", .text, .later, "the CPS authority's number")], if: [primaryLive],
        attested: ["Without a submission: the offence is one that the police may charge."],
        limit: toTellVictim + "; to the first hearing: the first sitting, if held",
        source: "PACE 1984 ss.37(7), 37B(6), 46(2); Director's Guidance on Charging, 6th edition; outcome 1", law: true),
    Rule(
        .b1, "charge_ancillary_only", .decision, "The suspect is charged only with something found along the way.",
        from: ["UNDER_INVESTIGATION"], to: ["UNDER_INVESTIGATION"], by: .officers,
        decidedBy: [.custodyOfficer, .prosecutor], if: [ancillaryLive],
        source: "Design choice: the primary matter stays where it is", law: false),
    Rule(
        .b1, "charge_ancillary_only", variant: "submitted", .decision,
        "The suspect is charged only with something found along the way, while the file is with the CPS.",
        from: ["SUBMITTED"], to: ["SUBMITTED"], by: .officers, decidedBy: [.custodyOfficer, .prosecutor],
        if: [ancillaryLive], source: "Design choice: the primary matter stays where it is", law: false),
    Rule(
        .b1, "return_from_wanted", .occurrence, "A charged suspect who was sought is brought before the court.",
        from: ["WANTED"], to: ["CHARGED"], by: .officers, decidedBy: [.court], if: [primaryLive],
        source: "General practice (to be confirmed)", law: true),
]

private let policeOutcomes = ["10", "11", "12", "13", "15", "16", "17", "21"]

private let cpsFields: [Requirement] = [
    Requirement("decision_reference", .text, .later, "the written decision's number"),
    Requirement("notice_on", .day, .later, "the day of the written notice to the suspect", after: "on"),
    Requirement(
        "victim_told_on", .day, .later, "the day on which the victim was told of it and of the right to review"),
]

let suspectOutcomes: [Rule] = [
    Rule(
        .b1, "police_nfa", .decision, "The police take no further action.",
        from: ["IDENTIFIED", "UNTRACED", "UNDER_INVESTIGATION"], to: ["NFA_POLICE"], by: .supervisors,
        decidedBy: [.supervisor], approval: Approval(by: .supervisors),
        fields: [
            Requirement("outcome", .choice(policeOutcomes), .now, "the Home Office outcome code"),
            Requirement("rationale", .text, .later, "the reasons written out"),
            Requirement("notice_on", .day, .later, "if ever arrested: the day of the written notice", after: "on"),
            Requirement(
                "victim_told_on", .day, .later, "the day on which the victim was told of it and of the right to review"),
        ],
        attested: ["In a case of rape the detective inspector has agreed."],
        limit: toTellVictim + "; the victim may ask for a review for 3 months",
        source: "PACE 1984 s.37(6A)-(6C); police scheme for the victims' right to review; Home Office outcomes",
        law: true),
    Rule(
        .b1, "cps_nfa_evidential", .occurrence, "The CPS decides against a charge: the evidence does not suffice.",
        from: ["SUBMITTED"], to: ["NFA_CPS_EVID"], by: .officers, decidedBy: [.prosecutor],
        fields: [Requirement("outcome", .choice(["15", "16"]), .later, "the Home Office outcome code")] + cpsFields,
        if: [submissionDecided], limit: toTellVictim, source: "PACE 1984 s.37B(5); Home Office outcomes", law: true),
    Rule(
        .b1, "cps_nfa_public_interest", .occurrence, "The CPS decides against a charge: not in the public interest.",
        from: ["SUBMITTED"], to: ["NFA_CPS_PI"], by: .officers, decidedBy: [.prosecutor],
        fields: [Requirement("outcome", .choice(["9"]), .later, "the Home Office outcome code")] + cpsFields,
        if: [submissionDecided], limit: toTellVictim, source: "PACE 1984 s.37B(3)-(5); Home Office outcomes", law: true),
    Rule(
        .b1, "out_of_court", .decision, "The suspect is cautioned or otherwise dealt with out of court.",
        from: ["UNDER_INVESTIGATION", "SUBMITTED"], to: ["OUT_OF_COURT"], by: .supervisors,
        decidedBy: [.supervisor, .prosecutor],
        fields: [Requirement("outcome", .choice(["2", "3", "22"]), .now, "the Home Office outcome code")],
        attested: ["The suspect has admitted the offence; for one triable only on indictment the CPS has agreed."],
        source: "PACE 1984 s.37B(3)(b); Home Office outcomes", law: true),
    Rule(
        .b1, "died", .occurrence, "The suspect dies.",
        from: .openSuspects, to: ["DECEASED"], by: .officers,
        fields: [
            Requirement("proof", .text, .later, "what proves the death"),
            Requirement("victim_told_on", .day, .later, "the day on which the victim was told", after: "on"),
        ],
        attested: ["Custody and bail are closed and the charges abated."],
        source: "Home Office outcomes, code 5 (to be confirmed)", law: true),
    Rule(
        .b1, "transfer", .decision, "Another force or agency takes the suspect over.",
        from: ["NOMINAL", "IDENTIFIED", "UNTRACED", "SCHEDULED", "UNDER_INVESTIGATION", "WANTED"], to: ["TRANSFERRED"],
        by: .lead,
        fields: [
            Requirement("receiving_body", .text, .now, "who takes the suspect over"),
            Requirement("their_reference", .text, .later, "the receiving body's reference"),
        ],
        attested: ["The receiving body has accepted."],
        source: "Home Office outcomes, code 20", law: true),
]

let suspectCourtOutcomes: [Rule] = [
    Rule(
        .b1, "primary_convicted", .derived, "A primary charge stands as a conviction and none is undecided.",
        from: ["CHARGED", "WANTED"], to: ["CONVICTED_PRIMARY"],
        if: [wasCharged, noPrimaryUndecided, primaryConviction],
        source: "Design choice: the suspect's state follows from the charges", law: false),
    Rule(
        .b1, "all_acquitted", .derived, "Every primary charge ended in a verdict of not guilty.",
        from: ["CHARGED", "WANTED"], to: ["ACQUITTED"],
        if: [wasCharged, noPrimaryUndecided, noPrimaryConviction, noPrimaryEndedOtherwise, primaryAcquittal],
        source: "Design choice: the suspect's state follows from the charges", law: false),
    Rule(
        .b1, "primary_ended_ancillary_convicted", .derived,
        "The primary charges ended without conviction, and an ancillary conviction stands.",
        from: ["CHARGED", "WANTED"], to: ["CONVICTED_ANCILLARY_ONLY"],
        if: [wasCharged, noPrimaryUndecided, noPrimaryConviction, primaryEndedOtherwise, ancillaryConviction],
        source: "Design choice: the suspect's state follows from the charges", law: false),
    Rule(
        .b1, "primary_ended_ancillary_convicted", variant: "closed", .derived,
        "The primary matter is closed without conviction, and an ancillary conviction stands.",
        from: ["NFA_POLICE", "NFA_CPS_EVID", "NFA_CPS_PI", "PROCEEDINGS_ENDED"], to: ["CONVICTED_ANCILLARY_ONLY"],
        if: [noPrimaryUndecided, noPrimaryConviction, ancillaryConviction],
        source: "Design choice: the suspect's state follows from the charges", law: false),
    Rule(
        .b1, "proceedings_ended", .derived, "The primary charges ended without conviction, and not all in acquittal.",
        from: ["CHARGED", "WANTED"], to: ["PROCEEDINGS_ENDED"],
        if: [wasCharged, noPrimaryUndecided, noPrimaryConviction, primaryEndedOtherwise, noAncillaryConviction],
        source: "Prosecution of Offences Act 1985 s.23; design choice", law: false),
    Rule(
        .b1, "conviction_quashed", .occurrence, "The Court of Appeal quashes the conviction and orders no retrial.",
        from: ["CONVICTED_PRIMARY"], to: ["PROCEEDINGS_ENDED"], by: .officers, decidedBy: [.court],
        fields: [Requirement("order_reference", .text, .later, "the order's number")],
        if: [primaryQuashed, noPrimaryConviction, noPrimaryUndecided],
        source: "Criminal Appeal Act 1968 s.2; CPS guidance on retrials", law: true),
    Rule(
        .b1, "ancillary_conviction_quashed", .occurrence, "The only conviction, an ancillary one, is quashed.",
        from: ["CONVICTED_ANCILLARY_ONLY"], to: ["PROCEEDINGS_ENDED"], by: .officers, decidedBy: [.court],
        fields: [Requirement("order_reference", .text, .later, "the order's number")], if: [noAncillaryConviction],
        source: "Criminal Appeal Act 1968 s.2", law: true),
    Rule(
        .b1, "retrial_ordered_on_appeal", .occurrence, "The Court of Appeal orders a retrial.",
        from: ["CONVICTED_PRIMARY"], to: ["CHARGED"], by: .officers, decidedBy: [.court],
        fields: [Requirement("order_reference", .text, .later, "the order's number")], if: [primaryUndecided],
        source: "Criminal Appeal Act 1968 s.8; Criminal Procedure Rules Part 10", law: true),
    Rule(
        .b1, "double_jeopardy_retrial", .occurrence, "The Court of Appeal quashes an acquittal and orders a retrial.",
        from: ["ACQUITTED"], to: ["CHARGED"], by: .officers, decidedBy: [.court],
        fields: [Requirement("order_reference", .text, .later, "the order's number")], if: [primaryUndecided],
        attested: ["The Director of Public Prosecutions consented in person, and the evidence is new and compelling."],
        source: "Criminal Justice Act 2003 Part 10", law: true),
]

let suspectReopenings: [Rule] = [
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
        attested: ["It is another allegation than the one that was closed."],
        source: "Home Office Counting Rules; design choice", law: false),
    Rule(
        .b1, "transferred_back", .occurrence, "The other force or agency hands the suspect back.",
        from: ["TRANSFERRED"], to: ["IDENTIFIED"], by: .officers,
        fields: [Requirement("why", .text, .later, "why the suspect is handed back")],
        source: "Design choice", law: false),
]
