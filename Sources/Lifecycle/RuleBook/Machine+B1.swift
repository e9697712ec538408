// Machine B1: a suspect in one investigation. The states, and the order of the rules.

extension Machine {
    static let suspect = Machine(
        .b1, title: "Suspect in an investigation", initial: "NOMINAL", terminal: .closedSuspects,
        states: suspectStates,
        rules: suspectTracing + suspectArrests + suspectSubmission + suspectCharging + suspectOutcomes
            + suspectCourtOutcomes + suspectReopenings,
        notes: [
            "One record for each person in each investigation. Whether a person is detained or on bail is machine B2's.",
            "A primary charge is one that the investigation is about; an ancillary one came to light along the way.",
        ])
}

private let suspectStates: [StateEntry] = [
    StateEntry("NOMINAL", "Named in information; neither identity nor involvement is verified."),
    StateEntry("IDENTIFIED", "Identity is confirmed and reasonable grounds are recorded."),
    StateEntry("UNTRACED", "Identified and not found; believed abroad is among it."),
    StateEntry("SCHEDULED", "In a phase of arrests, or booked for a voluntary interview."),
    StateEntry(
        "UNDER_INVESTIGATION", "Arrested or interviewed under caution; enquiries go on with the police.",
        counts: ["people-under-police-investigation"]),
    StateEntry("SUBMITTED", "With the CPS for a charging decision."),
    StateEntry("CHARGED", "At least one primary charge is before a court."),
    StateEntry("WANTED", "Sought: a warrant or an extradition is outstanding."),
    StateEntry("ELIMINATED", "Ruled out, or another person was meant."),
    StateEntry("NFA_POLICE", "No further action, by decision of the police."),
    StateEntry(
        "NFA_CPS_EVID", "No further action, by decision of the CPS: the evidence does not suffice.",
        counts: ["investigations-cps-nfa"]),
    StateEntry(
        "NFA_CPS_PI", "No further action, by decision of the CPS: not in the public interest.",
        counts: ["investigations-cps-nfa"]),
    StateEntry("OUT_OF_COURT", "Cautioned or otherwise dealt with out of court."),
    StateEntry("CONVICTED_PRIMARY", "Convicted of a primary charge, and no primary charge is undecided."),
    StateEntry(
        "CONVICTED_ANCILLARY_ONLY", "The primary matter ended without conviction; an ancillary conviction stands."),
    StateEntry("ACQUITTED", "Every primary charge ended in a verdict of not guilty."),
    StateEntry(
        "PROCEEDINGS_ENDED", "The primary charges ended otherwise: discontinued, stayed, left on file and the like."),
    StateEntry("DECEASED", "Died before the matter was concluded."),
    StateEntry("TRANSFERRED", "Passed to another force or agency."),
]
