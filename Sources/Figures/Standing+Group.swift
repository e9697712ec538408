// The stages that a committee is told of together.

extension Standing {
    /// Stages that are told as one, in plain English.
    package struct Group: Hashable, Sendable {
        /// What it is called in data, for ever: `awaiting-decision`.
        package let id: String
        /// How it is said of several people: `await a charging decision`.
        package let words: String
        /// How it is said of one person: `awaits a charging decision`.
        package let singular: String
        /// Its stages.
        package let codes: [Code]
        /// Whether there is still something to do for those who stand there.
        package let isOpen: Bool

        init(
            _ id: String, _ words: String, _ singular: String, _ machine: String, _ states: String...,
            isOpen: Bool = false
        ) {
            (self.id, self.words, self.singular, self.isOpen) = (id, words, singular, isOpen)
            codes = states.map { Code(rawValue: "\(machine):\($0)") }
        }
    }
}

extension Standing.Group {
    /// Every group of the people arrested or interviewed, in the order in which they are told; each stage stands in one.
    package static let all: [Self] = [
        Self(
            "charged", "are charged and their case is not over", "is charged and the case is not over", "B1", "CHARGED",
            isOpen: true),
        Self(
            "under-police-investigation", "are still under police investigation",
            "is still under police investigation", "B1", "UNDER_INVESTIGATION", isOpen: true),
        Self(
            "awaiting-decision", "await a charging decision", "awaits a charging decision", "B1", "SUBMITTED",
            isOpen: true),
        Self(
            "nfa-cps", "face no further action, as the CPS decided", "faces no further action, as the CPS decided",
            "B1", "NFA_CPS_EVID", "NFA_CPS_PI"),
        Self(
            "nfa-police", "face no further action, as the police decided",
            "faces no further action, as the police decided", "B1", "NFA_POLICE"),
        Self("died", "have died", "has died", "B1", "DECEASED"),
        Self("wanted", "are wanted", "is wanted", "B1", "WANTED", isOpen: true),
        Self(
            "convicted-primary", "stand convicted of a primary offence", "stands convicted of a primary offence", "B1",
            "CONVICTED_PRIMARY"),
        Self(
            "convicted-ancillary", "stand convicted of an ancillary offence only",
            "stands convicted of an ancillary offence only", "B1", "CONVICTED_ANCILLARY_ONLY"),
        Self("acquitted", "have been acquitted", "has been acquitted", "B1", "ACQUITTED"),
        Self(
            "proceedings-ended", "have had the proceedings against them ended", "has had the proceedings ended", "B1",
            "PROCEEDINGS_ENDED"),
        Self(
            "out-of-court", "have been dealt with out of court", "has been dealt with out of court", "B1",
            "OUT_OF_COURT"),
        Self(
            "transferred", "have been passed to another force or body", "has been passed to another force or body",
            "B1", "TRANSFERRED"),
        Self("eliminated", "have been eliminated", "has been eliminated", "B1", "ELIMINATED"),
        Self(
            "named-again", "are named in a new allegation and not yet arrested or interviewed for it",
            "is named in a new allegation and not yet arrested or interviewed for it", "B1", "SCHEDULED", "UNTRACED",
            "IDENTIFIED", "NOMINAL", isOpen: true),
    ]
}
