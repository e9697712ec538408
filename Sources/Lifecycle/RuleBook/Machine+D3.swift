// Machine D3: a prosecution, the charges that are tried together. Only a table.

extension Machine {
    static let prosecution = Machine(
        .d3, title: "Prosecution", initial: "POST_CHARGE", terminal: ["FINALISED"], states: prosecutionStates,
        rules: prosecutionToTrial + prosecutionEnds,
        notes: ["One record for the charges that are tried together, of one defendant or several."])
}

private let prosecutionStates: [StateEntry] = [
    StateEntry("POST_CHARGE", "From the first hearing to the plea and trial preparation hearing."),
    StateEntry("PRE_TRIAL", "Preparing for trial: disclosure, applications."),
    StateEntry("TRIAL_FIXED", "A day for the trial or retrial is fixed.", counts: ["retrials-due"]),
    StateEntry("IN_TRIAL", "Being tried."),
    StateEntry("RETRIAL_DECISION", "The jury was discharged on at least one count."),
    StateEntry("SENTENCING", "Verdicts or pleas are in; sentence is to come."),
    StateEntry("FINALISED", "Every count is closed."),
    StateEntry("APPEAL", "An appeal is before the court."),
]

private let open: [State] = ["PROPOSED", "AUTHORISED"] + .liveCharges

private func counts(_ id: String, _ words: String, _ quantifier: Quantifier, in states: [State]) -> Condition {
    Condition(id, words, quantifier, .charge, link: "prosecution", in: states)
}

private func court(
    _ event: String, variant: String? = nil, _ words: String, from: [State], to: State,
    by deciders: [Decider] = [.court],
    fields: [Requirement] = [], if conditions: [Condition] = [], attested: [String] = [], limit: String? = nil,
    source: String = "Practice of the courts (to be confirmed)"
) -> Rule {
    Rule(
        .d3, event, variant: variant, .occurrence, words, from: from, to: [Destination(to)], by: .officers,
        decidedBy: deciders, fields: fields, if: conditions, attested: attested, limit: limit, source: source, law: true
    )
}

private let listing: [Requirement] = [
    Requirement("start", .day, .now, "the first day of the trial", after: "on"),
    Requirement("trial_no", .count(min: 1, max: 20), .now, "the number of the trial: 2 for the first retrial"),
    Requirement("weeks", .count(min: 1, max: 104), .later, "how many weeks it is expected to take"),
]

private let prosecutionToTrial: [Rule] = [
    court("ptph_done", "The plea and trial preparation hearing is held.", from: ["POST_CHARGE"], to: "PRE_TRIAL"),
    court("fix_trial", "A day for the trial is fixed.", from: ["PRE_TRIAL"], to: "TRIAL_FIXED", fields: listing),
    court(
        "fix_trial", variant: "retrial", "A day for a retrial is fixed.", from: ["RETRIAL_DECISION"], to: "TRIAL_FIXED",
        fields: listing, attested: ["The head of the CPS unit has decided to seek a retrial."],
        source: "CPS guidance on retrials"),
    court(
        "fix_trial", variant: "refixed", "The day of the trial is changed.", from: ["TRIAL_FIXED"], to: "TRIAL_FIXED",
        fields: listing),
    court(
        "vacate", "The day of the trial is given up.", from: ["TRIAL_FIXED"], to: "PRE_TRIAL",
        fields: [Requirement("why", .text, .later, "why it is given up")]),
    court("start", "The trial begins.", from: ["TRIAL_FIXED"], to: "IN_TRIAL"),
    court(
        "jury_discharged", "The jury is discharged on at least one count.", from: ["IN_TRIAL"], to: "RETRIAL_DECISION",
        fields: [
            Requirement("victim_views", .text, .later, "the victims' views on a retrial"),
            Requirement(
                "why", .choice(["disagreement", "irregularity", "other"]), .later, "why the jury was discharged"),
        ],
        limit: "a decision on a retrial as soon as possible", source: "CPS guidance on retrials"),
]

private let prosecutionEnds: [Rule] = [
    court(
        "verdicts", "The verdicts are in, with at least one conviction.", from: ["IN_TRIAL"], to: "SENTENCING",
        if: [
            counts("conviction", "a count of the prosecution stands as a conviction", .any, in: .convictions)
        ]),
    court(
        "no_trial_needed", "Pleas leave nothing to be tried.", from: ["POST_CHARGE", "PRE_TRIAL", "TRIAL_FIXED"],
        to: "SENTENCING",
        if: [
            counts(
                "plea_or_conviction", "a count of the prosecution is pleaded to or convicted", .any,
                in: ["GUILTY_PLEA"] + .convictions)
        ]),
    court(
        "no_retrial", "No retrial is sought; other counts await sentence.", from: ["RETRIAL_DECISION"],
        to: "SENTENCING",
        by: [.prosecutor, .court],
        if: [
            counts("conviction", "a count of the prosecution stands as a conviction", .any, in: .convictions)
        ],
        source: "CPS guidance on retrials"),
    Rule(
        .d3, "all_closed", .derived, "Every count is closed.",
        from: ["POST_CHARGE", "PRE_TRIAL", "TRIAL_FIXED", "IN_TRIAL", "RETRIAL_DECISION", "SENTENCING", "APPEAL"],
        to: ["FINALISED"],
        if: [
            counts("none_open", "no count of the prosecution is open", .none, in: open),
            counts("some_closed", "a count of the prosecution is closed", .any, in: .closedCharges),
        ],
        source: "Design choice", law: false),
    court(
        "appeal", "An appeal comes before the court.", from: ["SENTENCING", "FINALISED"], to: "APPEAL", by: [],
        if: [counts("under_appeal", "a count of the prosecution is under appeal", .any, in: ["APPEAL"])],
        limit: "28 days from the conviction or sentence"),
    court(
        "retrial_by_coa", "The Court of Appeal orders a retrial.", from: ["APPEAL"], to: "TRIAL_FIXED", fields: listing,
        if: [counts("relisted", "a count of the prosecution is listed for trial", .any, in: ["TRIAL_LISTED"])],
        source: "Criminal Appeal Act 1968 s.8; Criminal Procedure Rules Part 10"),
    court(
        "reopen", "A count that was closed goes on.", from: ["FINALISED"], to: "PRE_TRIAL", by: [.prosecutor, .court],
        if: [counts("undecided", "a count of the prosecution is undecided", .any, in: .undecidedCharges)]),
]
