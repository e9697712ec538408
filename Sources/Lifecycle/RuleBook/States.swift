// Groups of states that more than one machine asks about.

extension [State] {
    /// Investigations that are live.
    static let liveInvestigations: [State] = ["SCOPING", "ACTIVE", "WITH_CPS", "AT_COURT", "PAUSED"]

    /// Suspects on whom the police still have work to do that nothing holds up.
    static let policeWork: [State] = ["IDENTIFIED", "SCHEDULED", "UNDER_INVESTIGATION"]
    /// Suspects whose part in an investigation is not closed.
    static let openSuspects: [State] = [
        "NOMINAL", "IDENTIFIED", "UNTRACED", "SCHEDULED", "UNDER_INVESTIGATION", "SUBMITTED", "CHARGED", "WANTED",
    ]
    /// Suspects whose part in an investigation is closed.
    static let closedSuspects: [State] = [
        "ELIMINATED", "NFA_POLICE", "NFA_CPS_EVID", "NFA_CPS_PI", "OUT_OF_COURT", "CONVICTED_PRIMARY",
        "CONVICTED_ANCILLARY_ONLY", "ACQUITTED", "PROCEEDINGS_ENDED", "DECEASED", "TRANSFERRED",
    ]

    /// Bail before charge on which a period runs.
    static let bailOnTheClock: [State] = [
        "BAIL_INITIAL", "BAIL_EXT3", "BAIL_EXT6D", "BAIL_EXT6", "BAIL_EXT9", "BAIL_EXT12D", "BAIL_COURT1",
        "BAIL_COURTN",
    ]
    /// Bail before charge.
    static let bail: [State] = bailOnTheClock + ["BAIL_APP_PENDING", "BAIL_DPP", "BAIL_DPP_FURTHER_INFO"]
    /// Custody and bail that is over.
    static let closedCustody: [State] = ["CLOSED_CHARGED", "CLOSED_NO_CHARGE", "CLOSED_OTHER"]

    /// Charges laid and not yet decided.
    static let undecidedCharges: [State] = [
        "CHARGED", "FIRST_HEARING", "SENT", "SUMMARY_TRIAL", "INDICTED", "NG_PLEA", "TRIAL_LISTED", "TRIAL",
        "NO_VERDICT", "GUILTY_PLEA",
    ]
    /// Charges that stand as convictions.
    static let convictions: [State] = ["CONVICTED", "SENTENCED", "APPEAL", "UPHELD"]
    /// Charges before a court: laid and undecided, or convicted and unsentenced, or under appeal.
    static let liveCharges: [State] = undecidedCharges + ["CONVICTED", "APPEAL"]
    /// Charges that ended neither in a conviction nor in an acquittal, the defendant's death apart.
    static let chargesEndedOtherwise: [State] = [
        "DISCONTINUED", "DISMISSED", "STAYED", "LIE_ON_FILE", "UNFIT", "QUASHED",
    ]
    /// Charges that were laid and are closed.
    static let closedCharges: [State] =
        ["NOT_GUILTY", "NO_EVIDENCE", "ABATED", "SENTENCED", "UPHELD"] + chargesEndedOtherwise

    /// Submissions on which the Crown Prosecution Service has yet to decide, and does not wait for the police.
    static let submissionsWithCPS: [State] = ["SUBMITTED", "ACCEPTED", "UNDER_REVIEW", "APPEALED"]
    /// Submissions wherever they stand.
    static let everySubmission: [State] = ["DRAFT", "DECIDED"] + submissionsWithCPS + submissionsReturned
    /// Submissions that put the work back with the police.
    static let submissionsReturned: [State] = ["TRIAGE_REJECTED", "ACTION_PLAN", "ADMIN_FINALISED", "WITHDRAWN"]

    /// People with whom the team is or was in touch as victims, whatever they think of the investigation.
    static let engagedVictims: [State] = [
        "CONTACT_ATTEMPTED", "INITIAL_ACCOUNT", "ENGAGED", "ABE_DONE", "WITNESS_CARE", "DECLINED", "WITHDRAWN",
        "CONCLUDED",
    ]
    /// Every victim who is alive and not found to be none.
    static let livingVictims: [State] = ["POTENTIAL", "CONTACT_PLANNED", "UNABLE_TO_TRACE"] + engagedVictims
    /// Victims who are to be told what happens: they gave an account, and withdrawing support takes no right away.
    static let entitledVictims: [State] = [
        "INITIAL_ACCOUNT", "ENGAGED", "ABE_DONE", "WITNESS_CARE", "WITHDRAWN", "CONCLUDED",
    ]
}
