// Machine B1, charge and outcome: what the police, the CPS and death decide. Only a table.

private let toTellVictim = "to tell a victim: 5 working days, 1 with enhanced rights"

let rollUp = "Design choice: the suspect's state follows from the charges"

let suspectCharging: [Rule] = [
    Rule(
        .b1, "charged", .derived, "A primary charge is laid against the suspect.",
        from: [
            "NOMINAL", "IDENTIFIED", "UNTRACED", "SCHEDULED", "UNDER_INVESTIGATION", "SUBMITTED", "ELIMINATED",
            "NFA_POLICE", "NFA_CPS_EVID", "NFA_CPS_PI", "OUT_OF_COURT", "CONVICTED_PRIMARY",
            "CONVICTED_ANCILLARY_ONLY", "ACQUITTED", "PROCEEDINGS_ENDED", "TRANSFERRED",
        ],
        to: ["CHARGED"], if: [primaryUndecided], source: rollUp, law: false),
    Rule(
        .b1, "charged", variant: "wanted", .derived, "A primary charge is laid against a suspect who is sought.",
        from: ["WANTED"], to: ["CHARGED"], if: [primaryUndecided, wasNotCharged], source: rollUp, law: false),
    Rule(
        .b1, "charge_primary", .decision, "The suspect is charged with what the investigation is about.",
        from: ["UNDER_INVESTIGATION", "SUBMITTED", "WANTED", "CHARGED"], to: ["CHARGED"], by: .officers,
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
        from: ["WANTED", "CHARGED"], to: ["CHARGED"], by: .officers, decidedBy: [.court], if: [primaryLive],
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
        from: ["UNDER_INVESTIGATION", "SUBMITTED", "WANTED"], to: ["NFA_CPS_EVID"], by: .officers,
        decidedBy: [.prosecutor],
        fields: [Requirement("outcome", .choice(["15", "16"]), .later, "the Home Office outcome code")] + cpsFields,
        if: [submissionDecided, noPrimaryUndecided], limit: toTellVictim,
        source: "PACE 1984 s.37B(5); Home Office outcomes", law: true),
    Rule(
        .b1, "cps_nfa_public_interest", .occurrence, "The CPS decides against a charge: not in the public interest.",
        from: ["UNDER_INVESTIGATION", "SUBMITTED", "WANTED"], to: ["NFA_CPS_PI"], by: .officers,
        decidedBy: [.prosecutor],
        fields: [Requirement("outcome", .choice(["9"]), .later, "the Home Office outcome code")] + cpsFields,
        if: [submissionDecided, noPrimaryUndecided], limit: toTellVictim,
        source: "PACE 1984 s.37B(3)-(5); Home Office outcomes", law: true),
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
        source: "Home Office outcomes, code 5 (to be confirmed)", law: true),
    Rule(
        .b1, "transfer", .decision, "Another force or agency takes the suspect over.",
        from: ["NOMINAL", "IDENTIFIED", "UNTRACED", "SCHEDULED", "UNDER_INVESTIGATION", "WANTED"], to: ["TRANSFERRED"],
        by: .lead,
        fields: [
            Requirement("receiving_body", .text, .now, "who takes the suspect over"),
            Requirement("their_reference", .text, .later, "the receiving body's reference"),
        ],
        if: [noPrimaryUndecided], attested: ["The receiving body has accepted."],
        source: "Home Office outcomes, code 20", law: true),
]
