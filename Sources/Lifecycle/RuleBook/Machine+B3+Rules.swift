// Machine B3, the rules. Only a table.

private func court(
    _ event: String, variant: String? = nil, _ words: String, from: [State], to: State,
    by deciders: [Decider] = [.court],
    fields: [Requirement] = [], if conditions: [Condition] = [], attested: [String] = [], limit: String? = nil,
    source: String, marks: [String] = []
) -> Rule {
    Rule(
        .b3, event, variant: variant, .occurrence, words, from: from, to: [Destination(to)], by: .officers,
        decidedBy: deciders,
        fields: fields, if: conditions, attested: attested, limit: limit, source: source, law: true, marks: marks)
}

private let practice = "Practice of the courts (to be confirmed)"

let chargeBeforeCourt: [Rule] = [
    Rule(
        .b3, "authorise", .decision, "The charge is authorised.",
        from: ["PROPOSED"], to: ["AUTHORISED"], by: .officers, decidedBy: [.prosecutor, .custodyOfficer],
        fields: [
            Requirement("test", .choice(["full code", "threshold"]), .later, "the test that was applied"),
            Requirement(
                "review_on", .day, .unknownAllowed, "on the threshold test: the day of its review", after: "on"),
        ],
        if: [suspectHere], attested: ["By the police alone: the offence is one that the police may charge."],
        source: "Director's Guidance on Charging, 6th edition; PACE 1984 s.37B; law in force on the day of the offence",
        law: true),
    Rule(
        .b3, "decline", .occurrence, "The prosecutor does not authorise the charge.",
        from: ["PROPOSED"], to: ["NOT_AUTHORISED"], by: .officers, decidedBy: [.prosecutor],
        fields: [Requirement("ground", .choice(["evidential", "public interest"]), .later, "why not")],
        source: "PACE 1984 s.37B(5)", law: true),
    Rule(
        .b3, "not_pursued", .decision, "The charge is not pursued, though proposed or authorised.",
        from: ["PROPOSED", "AUTHORISED"], to: ["NOT_AUTHORISED"], by: .supervisors,
        fields: [Requirement("why", .text, .now, "why it is not pursued")], source: "Design choice", law: false),
    Rule(
        .b3, "propose_again", .decision, "A charge that was not authorised is proposed again.",
        from: ["NOT_AUTHORISED"], to: ["PROPOSED"], by: .supervisors,
        fields: [Requirement("why", .text, .later, "what has changed")], if: [suspectHere],
        source: "PACE 1984 s.37B(5A); CPS scheme for the victims' right to review", law: true),
    Rule(
        .b3, "charge", .decision, "The suspect is charged with it.",
        from: ["AUTHORISED"], to: ["CHARGED"], by: .officers, decidedBy: [.custodyOfficer, .prosecutor],
        fields: [
            Requirement("mode", .choice(["charge", "requisition"]), .later, "how it was charged"),
            Requirement(
                "remand", .choice(["bail", "custody", "none"]), .later, "how the suspect was left until the court"),
        ],
        if: [suspectHere],
        source: "PACE 1984 ss.37B(8), 46; Criminal Justice Act 2003 s.29", law: true, marks: ["people-charged"]),
]

let chargeToTrial: [Rule] = [
    court(
        "first_hearing", "The magistrates' court first hears it.", from: ["CHARGED"], to: "FIRST_HEARING",
        fields: [Requirement("court_name", .text, .later, "the court")],
        attested: ["The court has been reminded that the victim is anonymous for life."],
        limit: "if held, the next sitting",
        source: "PACE 1984 s.46(2); Sexual Offences (Amendment) Act 1992 s.1"),
    court(
        "send", "It is sent to the Crown Court.", from: ["FIRST_HEARING", "SUMMARY_TRIAL"], to: "SENT",
        limit: "the prosecution's case: 50 days after, if held, or 70",
        source: "Crime and Disorder Act 1998 s.51; CPS guidance on indictments"),
    court(
        "retain_summary", "The magistrates' court keeps it.", from: ["FIRST_HEARING"], to: "SUMMARY_TRIAL",
        source: practice),
    court(
        "prefer", "It becomes a count on an indictment.", from: ["SENT"], to: "INDICTED",
        fields: [
            Requirement("indictment", .text, .later, "the indictment's and the count's number"),
            Requirement("prosecution", .reference(.prosecution), .later, "the prosecution in which it will be tried"),
        ],
        limit: "28 days after the prosecution's case is served, unless extended",
        source: "Criminal Procedure Rules Part 10 (to be confirmed)"),
    court(
        "plead_not_guilty", "The defendant pleads not guilty.", from: ["INDICTED"], to: "NG_PLEA",
        limit: "usually within 28 days of sending", source: practice),
    court(
        "plead_guilty", "The defendant pleads guilty.",
        from: [
            "FIRST_HEARING", "SENT", "SUMMARY_TRIAL", "INDICTED", "NG_PLEA", "TRIAL_LISTED", "TRIAL", "NO_VERDICT",
        ],
        to: "GUILTY_PLEA",
        fields: [Requirement("basis", .text, .unknownAllowed, "the basis of the plea, if one is put")], source: practice
    ),
    court("accept_plea", "The plea of guilty is accepted.", from: ["GUILTY_PLEA"], to: "CONVICTED", source: practice),
    court(
        "vacate_plea", "The defendant is allowed to take the plea of guilty back.", from: ["GUILTY_PLEA"],
        to: "NG_PLEA",
        source: practice),
    court(
        "list_trial", "A day for the trial is fixed.", from: ["NG_PLEA"], to: "TRIAL_LISTED", fields: listing,
        limit: "custody time limit: 182 days, less those before the magistrates", source: listingSource),
    court(
        "list_trial", variant: "retrial", "A day for a retrial is fixed.", from: ["NO_VERDICT"], to: "TRIAL_LISTED",
        fields: listing, attested: ["The head of the CPS unit has decided to seek a retrial."], source: listingSource),
    court(
        "list_trial", variant: "relisted", "The day of the trial is changed.", from: ["TRIAL_LISTED"],
        to: "TRIAL_LISTED",
        fields: listing, source: listingSource),
    court(
        "vacate_trial", "The day of the trial is given up.", from: ["TRIAL_LISTED"], to: "NG_PLEA",
        fields: [Requirement("why", .text, .later, "why it is given up")], source: practice),
    severed(nil, "INDICTED"), severed("ng_plea", "NG_PLEA"), severed("trial_listed", "TRIAL_LISTED"),
]

private let listing: [Requirement] = [
    Requirement("start", .day, .later, "the first day of the trial", after: "on"),
    Requirement("weeks", .count(min: 1, max: 104), .later, "how many weeks it is expected to take"),
]

private let listingSource = "CPS guidance on retrials and on custody time limits"

private func severed(_ variant: String?, _ state: State) -> Rule {
    court(
        "sever", variant: variant, "The count moves to another indictment or trial.", from: [state], to: state,
        fields: [
            Requirement("prosecution", .reference(.prosecution), .now, "the prosecution in which it will be tried")
        ],
        source: practice)
}

let chargeTrial: [Rule] = [
    court("start_trial", "The jury is sworn.", from: ["TRIAL_LISTED"], to: "TRIAL", source: practice),
    court(
        "discharge_jury", "The jury is discharged without a verdict on it.", from: ["TRIAL"], to: "NO_VERDICT",
        fields: [
            Requirement(
                "why", .choice(["disagreement", "irregularity", "other"]), .later, "why the jury was discharged")
        ],
        limit: "a decision on a retrial promptly", source: "CPS guidance on retrials"),
    court(
        "no_retrial", "No retrial is sought, and a verdict of not guilty is entered.", from: ["NO_VERDICT"],
        to: "NO_EVIDENCE", by: [.prosecutor, .court], source: "CPS guidance on retrials"),
    court(
        "verdict_guilty", "The verdict is guilty.", from: ["TRIAL", "SUMMARY_TRIAL"], to: "CONVICTED",
        fields: [
            Requirement("verdict", .choice(["unanimous", "majority", "bench"]), .unknownAllowed, "how it was reached")
        ],
        source: practice),
    court(
        "verdict_not_guilty", "The verdict is not guilty.", from: ["TRIAL", "SUMMARY_TRIAL"], to: "NOT_GUILTY",
        fields: [Requirement("directed", .flag, .unknownAllowed, "whether the judge directed it")], source: practice),
    court(
        "sentence", "Sentence is passed.", from: ["CONVICTED", "UPHELD"], to: "SENTENCED",
        fields: [
            Requirement("sentence", .text, .later, "the sentence"),
            Requirement(
                "orders", .text, .unknownAllowed, "orders made with it, such as a sexual harm prevention order"),
        ],
        source: practice),
]

private let beforeDeath: [State] = ["PROPOSED", "AUTHORISED"] + .undecidedCharges + ["CONVICTED"]

let chargeEnds: [Rule] = [
    court(
        "offer_no_evidence", "The prosecution offers no evidence.",
        from: ["FIRST_HEARING", "SENT", "SUMMARY_TRIAL", "INDICTED", "NG_PLEA", "TRIAL_LISTED", "TRIAL"],
        to: "NO_EVIDENCE", by: [.prosecutor],
        attested: ["Where the pilot applies, the victim was offered a review before it took effect."],
        source: "CPS scheme for the victims' right to review"),
    court(
        "discontinue", "The prosecution is discontinued or withdrawn.",
        from: ["CHARGED", "FIRST_HEARING", "SENT", "SUMMARY_TRIAL", "INDICTED"], to: "DISCONTINUED", by: [.prosecutor],
        fields: [Requirement("why", .text, .later, "why it is discontinued")],
        limit: "to tell a victim: 5 working days, 1 with enhanced rights",
        source: "Prosecution of Offences Act 1985 ss.23, 23A; CPS guidance on indictments"),
    court(
        "dismiss", "The Crown Court dismisses it.", from: ["SENT"], to: "DISMISSED",
        source: "CPS guidance on indictments"),
    court(
        "stay", "It is stayed as an abuse of process.",
        from: ["FIRST_HEARING", "SENT", "SUMMARY_TRIAL", "INDICTED", "NG_PLEA", "TRIAL_LISTED", "TRIAL", "NO_VERDICT"],
        to: "STAYED", source: practice),
    court(
        "lie_on_file", "It is left on the file.", from: ["INDICTED", "NG_PLEA", "TRIAL_LISTED", "TRIAL", "NO_VERDICT"],
        to: "LIE_ON_FILE", source: "CPS scheme for the victims' right to review"),
    court(
        "unfit", "The defendant is found unfit to plead or to be tried.",
        from: ["SENT", "INDICTED", "NG_PLEA", "TRIAL_LISTED", "TRIAL", "NO_VERDICT"], to: "UNFIT",
        source: "Criminal Procedure (Insanity) Act 1964 ss.4, 4A (to be confirmed)"),
    court(
        "defendant_died", "The defendant dies, and the proceedings end.",
        from: beforeDeath + ["ABATED"], to: "ABATED", by: [], source: practice),
    Rule(
        .b3, "abated_by_death", .derived, "The suspect has died, and the proceedings end.",
        from: beforeDeath, to: ["ABATED"], source: practice, law: true,
        triggers: [Trigger("B1.died", link: "own:suspect")]),
]

let chargeAfterwards: [Rule] = [
    court(
        "restart", "The prosecution is begun again.", from: ["DISCONTINUED"], to: "CHARGED", by: [.prosecutor],
        fields: [Requirement("why", .text, .later, "what allows it")], if: [suspectHere],
        source: "CPS scheme for the victims' right to review"),
    court(
        "proceed_again", "The court allows a count to go on that was stayed, left on the file or not to be tried.",
        from: ["STAYED", "LIE_ON_FILE", "UNFIT"], to: "INDICTED", if: [suspectHere], source: practice),
    court(
        "acquittal_quashed", "The Court of Appeal quashes an acquittal and orders a retrial.",
        from: ["NOT_GUILTY", "NO_EVIDENCE"], to: "INDICTED", if: [suspectHere],
        source: "Criminal Justice Act 2003 Part 10"),
    court(
        "appeal", "An appeal is brought, or the Attorney General refers the sentence.",
        from: ["CONVICTED", "SENTENCED", "UPHELD"], to: "APPEAL", by: [],
        fields: [Requirement("by_whom", .choice(["defendant", "Attorney General", "other"]), .later, "who brings it")],
        limit: "28 days from the conviction or sentence",
        source: "Criminal Appeal Act 1968 s.18; Criminal Justice Act 1988 s.36 (to be confirmed)"),
    court(
        "appeal_dismissed", "The appeal is dismissed or abandoned, or the sentence varied.", from: ["APPEAL"],
        to: "UPHELD",
        source: "Criminal Appeal Act 1968 (to be confirmed)"),
    court(
        "quash", "The conviction is quashed.", from: ["APPEAL"], to: "QUASHED", source: "Criminal Appeal Act 1968 s.2"),
    court(
        "quash_retrial", "The conviction is quashed and a retrial ordered.", from: ["APPEAL"], to: "TRIAL_LISTED",
        fields: listing, if: [suspectAlive], limit: "to arraign: 2 months from the order, unless the court allows more",
        source: "Criminal Appeal Act 1968 s.8; Criminal Procedure Rules Part 10"),
]
