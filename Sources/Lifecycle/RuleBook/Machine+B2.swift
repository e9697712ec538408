// Machine B2: custody and bail before charge. The states, and the order of the rules.

extension Machine {
    static let custody = Machine(
        .b2, title: "Custody and pre-charge bail", initial: "DETAINED", terminal: .closedCustody,
        states: custodyStates,
        rules: custodyRelease + custodyBailCourse + custodySubmission + custodyExtensions + custodyCourt + custodyBreach
            + custodyEnds,
        notes: [
            "One record for each arrest; it begins on the day of arrest, and that day says which edition of the law applies.",
            """
            Arrests to 2 April 2017: no period, only days to return, and bail may be renewed. Arrests from 3 April 2017 to \
            27 October 2022: 28 days, three months by a superintendent, then the magistrates. Arrests from 28 October \
            2022: three months, six by an inspector, nine by a superintendent, then the magistrates.
            """,
            """
            The period stands still while the CPS decides on somebody bailed for its decision, and runs again from the day \
            on which it asks for more, with 7 days left at least (PACE 1984 s.47ZL). Early advice does not stop it. Where the submission is linked, \
            this follows from what happens to it.
            """,
            """
            What the custody suite, a court or a senior officer did is recorded as it happened, even where a rule was \
            broken: an extension by too low a rank is no valid extension, but that it was given is a fact.
            """,
        ])
}

private let onBail = ["people-on-bail"]

private let custodyStates: [StateEntry] = [
    StateEntry("DETAINED", "At a police station under arrest, not charged."),
    StateEntry("BAIL_INITIAL", "On bail, for the first period.", counts: onBail),
    StateEntry("BAIL_EXT3", "On bail, extended to three months (arrests 2017 to 2022).", counts: onBail),
    StateEntry(
        "BAIL_EXT6D", "On bail, extended to six months in a designated case (arrests 2017 to 2022).", counts: onBail),
    StateEntry("BAIL_EXT6", "On bail, extended to six months.", counts: onBail),
    StateEntry("BAIL_EXT9", "On bail, extended to nine months.", counts: onBail),
    StateEntry("BAIL_EXT12D", "On bail, extended to twelve months in a designated case.", counts: onBail),
    StateEntry("BAIL_COURT1", "On bail, extended by a court.", counts: onBail),
    StateEntry("BAIL_COURTN", "On bail, extended by a court more than once.", counts: onBail),
    StateEntry(
        "BAIL_APP_PENDING", "On bail; a court has yet to decide on an extension asked for in time.", counts: onBail),
    StateEntry("BAIL_DPP", "On bail for a charging decision by the CPS; the period stands still.", counts: onBail),
    StateEntry(
        "BAIL_DPP_FURTHER_INFO", "On bail; the CPS has asked for more, and the period runs again.", counts: onBail),
    StateEntry("RUI", "Released without bail; the investigation goes on."),
    StateEntry("FAILED_TO_ATTEND", "Did not answer bail and has not been arrested for it."),
    StateEntry("BREACH_ARREST", "At the station again: arrested for breaking bail, or late in answering it."),
    StateEntry("ABP_EXPIRED", "The bail period has ended and nothing was done: to be put right at once."),
    StateEntry("CLOSED_CHARGED", "Charged."),
    StateEntry("CLOSED_NO_CHARGE", "Released; told of the decision not to prosecute."),
    StateEntry("CLOSED_OTHER", "Closed by death, transfer or otherwise."),
]
