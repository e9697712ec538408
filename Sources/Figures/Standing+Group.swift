// The stages that a committee is told of together.

extension Standing {
    /// Stages that are told as one, in plain English.
    package struct Group: Hashable, Sendable {
        /// How it is said of several people: `await a charging decision`.
        package let words: String
        /// How it is said of one person: `awaits a charging decision`.
        package let singular: String
        /// Its stages.
        package let codes: [Code]

        private init(_ words: String, _ singular: String, _ states: String...) {
            (self.words, self.singular) = (words, singular)
            codes = states.map { Code(rawValue: "B1:\($0)") }
        }
    }
}

extension Standing.Group {
    /// Every group, in the order in which they are told; each stage stands in one.
    package static let all: [Self] = [
        Self("are charged and their case is not over", "is charged and the case is not over", "CHARGED"),
        Self("are still under police investigation", "is still under police investigation", "UNDER_INVESTIGATION"),
        Self("await a charging decision", "awaits a charging decision", "SUBMITTED"),
        Self(
            "face no further action, as the CPS decided", "faces no further action, as the CPS decided", "NFA_CPS_EVID",
            "NFA_CPS_PI"),
        Self(
            "face no further action, as the police decided", "faces no further action, as the police decided",
            "NFA_POLICE"),
        Self("have died", "has died", "DECEASED"),
        Self("are wanted", "is wanted", "WANTED"),
        Self("stand convicted of a primary offence", "stands convicted of a primary offence", "CONVICTED_PRIMARY"),
        Self(
            "stand convicted of an ancillary offence only", "stands convicted of an ancillary offence only",
            "CONVICTED_ANCILLARY_ONLY"),
        Self("have been acquitted", "has been acquitted", "ACQUITTED"),
        Self("have had the proceedings against them ended", "has had the proceedings ended", "PROCEEDINGS_ENDED"),
        Self("have been dealt with out of court", "has been dealt with out of court", "OUT_OF_COURT"),
        Self("have been passed to another force or body", "has been passed to another force or body", "TRANSFERRED"),
        Self("have been eliminated", "has been eliminated", "ELIMINATED"),
        Self(
            "are named in a new allegation and not yet arrested or interviewed for it",
            "is named in a new allegation and not yet arrested or interviewed for it", "SCHEDULED", "UNTRACED",
            "IDENTIFIED", "NOMINAL"),
    ]
}
