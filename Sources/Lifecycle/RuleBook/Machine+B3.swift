// Machine B3: a charge, from proposal to sentence and appeal. The states, and the order of the rules.

extension Machine {
    static let charge = Machine(
        .b3, title: "Charge", initial: "PROPOSED",
        terminal: [
            "NOT_AUTHORISED", "NOT_GUILTY", "NO_EVIDENCE", "DISCONTINUED", "DISMISSED", "STAYED", "LIE_ON_FILE",
            "UNFIT",
            "ABATED", "SENTENCED", "QUASHED", "UPHELD",
        ],
        states: chargeStates, rules: chargeBeforeCourt + chargeToTrial + chargeTrial + chargeEnds + chargeAfterwards,
        notes: [
            "One record for each offence alleged against one person.",
            "PRIMARY is what the investigation is about; ANCILLARY came to light along the way.",
        ])
}

private let convicted = ["people-convicted-primary", "people-convicted-ancillary"]

private let chargeStates: [StateEntry] = [
    StateEntry("PROPOSED", "Proposed by the police."),
    StateEntry("AUTHORISED", "Authorised by a prosecutor, or by the police where they may."),
    StateEntry("NOT_AUTHORISED", "Not authorised, or not pursued."),
    StateEntry("CHARGED", "Charged, or a written charge and requisition sent.", counts: ["people-charged"]),
    StateEntry("FIRST_HEARING", "First heard in the magistrates' court."),
    StateEntry("SENT", "Sent to the Crown Court."),
    StateEntry("SUMMARY_TRIAL", "Kept in the magistrates' court."),
    StateEntry("INDICTED", "A count on an indictment."),
    StateEntry("NG_PLEA", "Not guilty pleaded."),
    StateEntry("TRIAL_LISTED", "A day for the trial or retrial is fixed."),
    StateEntry("TRIAL", "Being tried."),
    StateEntry("NO_VERDICT", "The jury was discharged without a verdict."),
    StateEntry("GUILTY_PLEA", "Guilty pleaded; not yet accepted."),
    StateEntry("CONVICTED", "Convicted, not yet sentenced.", counts: convicted),
    StateEntry("NOT_GUILTY", "Found not guilty."),
    StateEntry("NO_EVIDENCE", "No evidence was offered; not guilty entered."),
    StateEntry("DISCONTINUED", "Discontinued or withdrawn."),
    StateEntry("DISMISSED", "Dismissed before the indictment."),
    StateEntry("STAYED", "Stayed as an abuse of process."),
    StateEntry("LIE_ON_FILE", "Left on the file, not to be proceeded with without leave."),
    StateEntry("UNFIT", "Unfit to plead or to be tried."),
    StateEntry("ABATED", "Ended by the defendant's death."),
    StateEntry("SENTENCED", "Sentenced.", counts: convicted),
    StateEntry("APPEAL", "Under appeal.", counts: convicted),
    StateEntry("QUASHED", "Conviction quashed."),
    StateEntry("UPHELD", "Appeal dismissed or abandoned, or the sentence varied.", counts: convicted),
]
