// Every figure, in the order in which a report gives them.

import Lifecycle

extension Figure {
    /// Every figure that a report gives, in its order.
    package static let all: [Figure] = [
        liveInvestigations, completedInvestigations, arrests, peopleOnBail, victimsIdentifiedAndInterviewed,
        victimsIdentified, victimsReceivingSupport, victimsOfferedSupport, victimsWaitingForSupport,
        victimsDecliningSupport, victimsWithUnmetNeed, victimsEverSupported, peopleArrestedOrInterviewed, peopleCharged,
        peopleChargedWithAny,
        peopleUnderPoliceInvestigation, peopleScheduledForArrest, investigationsSubmittedToCPS,
        investigationsToBeSubmitted, investigationsCPSNFA, peopleConvictedPrimary, retrialsDue,
        peopleConvictedAncillary, teamPosts, hubReferrals, childrenAtRisk, flaggedOffences, placements, actionPlan,
    ]

    /// The figure of this name.
    package static func named(_ id: String) -> Figure? { all.first { $0.id == id } }

    /// How many months ahead a planned arrest or submission is counted.
    package static let monthsAhead = 12
}

// MARK: - Investigations

extension Figure {
    /// Investigations in hand: G01 in 2016, G06 in 2018.
    package static let liveInvestigations = Figure(
        "live-investigations", "G01", "G06", group: .investigations, unit: .investigation, "Live investigations",
        """
        Investigations that on the day are being scoped, are active, are with the Crown Prosecution Service, are at \
        court or are paused.
        """,
        .at(.stays("A", "SCOPING", "ACTIVE", "WITH_CPS", "AT_COURT", "PAUSED"), distinct: .investigation))

    /// Investigations that are over: G07.
    package static let completedInvestigations = Figure(
        "completed-investigations", "G07", group: .investigations, unit: .investigation, "Completed investigations",
        """
        Investigations that on the day stand completed: every suspect, charge, submission and duty closed. One closed \
        at scoping is not completed; one reopened is live again.
        """,
        .at(.stays("A", "COMPLETED"), distinct: .investigation),
        notes: [
            Day(number: 17_063): """
            No figure for completed investigations was published for 2016-09-19: the demonstration's 2 is its own plan.
            """
        ])

    /// Investigations that have gone to the prosecutor for advice or a decision: G12.
    package static let investigationsSubmittedToCPS = Figure(
        "investigations-submitted-to-cps", "G12", group: .investigations, unit: .investigation,
        "Investigations submitted to the CPS",
        """
        Investigations from which, by the day, early advice had been asked of the Crown Prosecution Service or a \
        submission for a charging decision had been sent, whatever came of it.
        """,
        .ever(.stays("D1", "REQUESTED") + .stays("D2", "SUBMITTED"), distinct: .investigation))

    /// Investigations whose submission is planned: G13.
    package static let investigationsToBeSubmitted = Figure(
        "investigations-to-be-submitted", "G13", group: .investigations, unit: .investigation,
        "Investigations to be submitted to the CPS",
        """
        Investigations with a submission for a charging decision that on the day is in draft and is planned to be sent \
        within the next 12 months. A plan, not a count of what has happened.
        """,
        .planned("D2:planned", while: "D2:DRAFT", months: monthsAhead, distinct: .investigation))

    /// Investigations that ended by the prosecutor's decision: G14.
    package static let investigationsCPSNFA = Figure(
        "investigations-cps-nfa", "G14", group: .investigations, unit: .investigation,
        "Investigations ended by the CPS without further action",
        """
        Investigations with a submission that on the day stands decided by the Crown Prosecution Service and whose \
        every suspect stands at no further action by its decision. An administrative finalisation is not a decision.
        """,
        .allLinked(
            by: "SUS>submission", to: .stays("D2", "DECIDED"), standing: .stays("B1", "NFA_CPS_EVID", "NFA_CPS_PI"),
            distinct: .investigation))
}

// MARK: - Suspects

extension Figure {
    /// Arrests, which are events and not people: G02.
    package static let arrests = Figure(
        "arrests", "G02", group: .suspects, unit: .arrest, "Arrests",
        """
        Arrests of suspects by the day, re-arrests among them. An arrest for several offences or in several \
        investigations is one; an arrest for breaking bail is none.
        """,
        .ever(.marks("B1", "arrest", "rearrest"), distinct: .arrest))

    /// People on bail before charge: G03.
    package static let peopleOnBail = Figure(
        "people-on-bail", "G03", group: .suspects, unit: .person, "People on bail before charge",
        """
        People who on the day are on bail before charge, under the rules of the day on which they were arrested. \
        Someone released under investigation is not on bail.
        """,
        .at(
            .stays(
                "B2", "BAIL_INITIAL", "BAIL_EXT3", "BAIL_EXT6D", "BAIL_EXT6", "BAIL_EXT9", "BAIL_EXT12D", "BAIL_COURT1",
                "BAIL_COURTN",
                "BAIL_APP_PENDING", "BAIL_DPP", "BAIL_DPP_FURTHER_INFO"),
            distinct: .person))

    /// Everyone who has come to arrest or interview, by those events and not by stage: G08.
    package static let peopleArrestedOrInterviewed = Figure(
        "people-arrested-or-interviewed", "G08", group: .suspects, unit: .person,
        "People arrested or interviewed to date",
        """
        People who by the day had been arrested, or interviewed voluntarily under caution, as suspects. A person in \
        several investigations counts once.
        """,
        .ever(.marks("B1", "arrest", "rearrest", "interview_voluntarily"), distinct: .person))

    /// People ever charged with a primary offence: G09.
    package static let peopleCharged = Figure(
        "people-charged", "G09", group: .court, unit: .person, "People charged with a primary offence",
        """
        People who by the day had been charged with an offence that the investigation is about, whatever came of the \
        charge.
        """,
        .ever(.stays("B3", role: "PRIMARY", "CHARGED"), distinct: .person))

    /// People ever charged with anything, which G09 asks for beside itself.
    package static let peopleChargedWithAny = Figure(
        "people-charged-with-any-offence", group: .court, unit: .person, "People charged with any offence",
        """
        People who by the day had been charged with any offence, one found along the way among them. The people \
        charged with a primary offence are counted here again.
        """,
        .ever(.stays("B3", role: "PRIMARY", "CHARGED") + .stays("B3", role: "ANCILLARY", "CHARGED"), distinct: .person))

    /// People whose stage is with the police: G10.
    package static let peopleUnderPoliceInvestigation = Figure(
        "people-under-police-investigation", "G10", group: .suspects, unit: .person,
        "People under police investigation",
        """
        People whose stage on the day is under investigation by the police: neither still to be arrested, nor with the \
        Crown Prosecution Service, nor charged. A person in several investigations stands at the furthest stage.
        """,
        .stage(.stays("B1", "UNDER_INVESTIGATION"), ranked: Standing.ranked))

    /// The range of arrests that are planned: G11.
    package static let peopleScheduledForArrest = Figure(
        "people-scheduled-for-arrest", "G11", group: .suspects, unit: .person, "People planned to be arrested",
        """
        How many arrests, at least and at most, are planned in the arrest phases whose whole window lies within the \
        next 12 months. A planning range: never to be added to a count.
        """,
        .range("PHA", months: monthsAhead))
}

// MARK: - Court

extension Figure {
    /// People who stand convicted of a primary offence: G15.
    package static let peopleConvictedPrimary = Figure(
        "people-convicted-primary", "G15", group: .court, unit: .person, "People convicted of a primary offence",
        """
        People who on the day stand convicted of an offence that the investigation is about, an appeal pending or \
        dismissed included. A guilty plea counts once the court has accepted it.
        """,
        .at(.stays("B3", role: "PRIMARY", "CONVICTED", "SENTENCED", "APPEAL", "UPHELD"), distinct: .person))

    /// People who stand convicted of another offence: G17.
    package static let peopleConvictedAncillary = Figure(
        "people-convicted-ancillary", "G17", group: .court, unit: .person,
        "People convicted of another offence found along the way",
        """
        People who on the day stand convicted of an offence found along the way, such as possessing indecent images, \
        an appeal pending or dismissed included.
        """,
        .at(.stays("B3", role: "ANCILLARY", "CONVICTED", "SENTENCED", "APPEAL", "UPHELD"), distinct: .person))

    /// Second and later trials that are to come: G16.
    package static let retrialsDue = Figure(
        "retrials-due", "G16", group: .court, unit: .trial, "Retrials due",
        """
        Trials that on the day are fixed to start later and are the second or a later one of their prosecution. Their \
        defendants are the people with a charge still live in that prosecution.
        """,
        .trials(
            "D3:trial", while: "D3:TRIAL_FIXED", number: 2, link: "CHG>prosecution",
            live: ["PRIMARY", "ANCILLARY"].flatMap { role in
                [Code].stays(
                    "B3", role: role, "CHARGED", "FIRST_HEARING", "SENT", "SUMMARY_TRIAL", "INDICTED", "NG_PLEA",
                    "TRIAL_LISTED", "TRIAL", "NO_VERDICT", "GUILTY_PLEA")
            }))
}

// MARK: - The team

extension Figure {
    /// The roles of a post, as a post's span names them.
    package static let postRoles = [
        "detective inspector", "detective sergeant", "supervisory investigative officer", "detective constable",
        "investigative officer", "social care",
    ]

    /// The posts of the team: G18.
    package static let teamPosts = Figure(
        "team-posts", "G18", group: .team, unit: .post, "Posts in the team",
        "Posts that the team has on the day, filled or not.",
        .at(postRoles.map { Code(rawValue: "POS:\($0)") }, distinct: .post),
        parts: postRoles.map { Part(title: $0, measure: .at([Code(rawValue: "POS:\($0)")], distinct: .post)) })
}
