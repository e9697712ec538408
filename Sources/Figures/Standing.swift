// Where each of the people arrested or interviewed stands: one stage a person, so that the parts make the whole.

/// How many of the people arrested or interviewed to date stand at each stage on a day.
///
/// A person in several investigations stands at one stage: the first of ``ranked`` at which that person stands in any.
package struct Standing: Hashable, Sendable {
    /// How many people stand at each stage; a stage without people may be left out.
    package let counts: [Code: Int]
    /// People arrested or interviewed whom no stage could be found for: none, unless the file is at fault.
    package let unplaced: Int

    /// Where people stand, as Rows has counted them.
    ///
    /// - Parameters:
    ///   - counts: the people of ``population`` by their stage.
    ///   - unplaced: the people of ``population`` that stand at no stage of ``ranked``.
    package init(counts: [Code: Int], unplaced: Int = 0) {
        (self.counts, self.unplaced) = (counts, unplaced)
    }

    /// Everyone placed and unplaced: the figure people-arrested-or-interviewed.
    package var total: Int { counts.values.reduce(unplaced, +) }

    /// Whose standing it is: the distinct persons with a span of one of these codes that has been by the day.
    package static let population: [Code] = .marks("B1", "arrest", "rearrest", "interview_voluntarily")

    /// Every stage, the furthest first.
    package static let ranked: [Code] = groups.flatMap(\.codes)

    /// How many stand in a group.
    package subscript(group: Group) -> Int { group.codes.reduce(0) { $0 + counts[$1, default: 0] } }

    /// The groups in which anyone stands, in their order, and how many.
    package var parts: [(group: Group, count: Int)] {
        Self.groups.map { ($0, self[$0]) }.filter { $0.1 > 0 }
    }
}

extension Standing {
    /// Stages that a committee is told of together.
    package struct Group: Hashable, Sendable {
        /// How it is said of people: `are charged and await the end of their case`.
        package let words: String
        /// How it is said of one person.
        package let singular: String
        /// Its stages, the furthest first.
        package let codes: [Code]
    }

    /// Every stage of a suspect, grouped, the furthest first.
    ///
    /// A live primary charge comes before its outcomes, an open stage before a closed one, and the stages that come
    /// before an arrest last, since a person arrested in one investigation may be only named in another.
    package static let groups: [Group] = [
        Group("are charged and their case is not over", "is charged and the case is not over", "CHARGED"),
        Group("are wanted", "is wanted", "WANTED"),
        Group("stand convicted of a primary offence", "stands convicted of a primary offence", "CONVICTED_PRIMARY"),
        Group("await a charging decision by the CPS", "awaits a charging decision by the CPS", "SUBMITTED"),
        Group("are still under police investigation", "is still under police investigation", "UNDER_INVESTIGATION"),
        Group(
            "stand convicted only of another offence found along the way",
            "stands convicted only of another offence found along the way", "CONVICTED_ANCILLARY_ONLY"),
        Group("were acquitted", "was acquitted", "ACQUITTED"),
        Group("had proceedings against them ended", "had proceedings ended", "PROCEEDINGS_ENDED"),
        Group("were dealt with out of court", "was dealt with out of court", "OUT_OF_COURT"),
        Group(
            "face no further action by decision of the CPS", "faces no further action by decision of the CPS",
            "NFA_CPS_EVID", "NFA_CPS_PI"),
        Group(
            "face no further action by decision of the police", "faces no further action by decision of the police",
            "NFA_POLICE"),
        Group("were transferred to another force or body", "was transferred to another force or body", "TRANSFERRED"),
        Group("were eliminated from the investigation", "was eliminated from the investigation", "ELIMINATED"),
        Group("died before a conclusion", "died before a conclusion", "DECEASED"),
        Group(
            "are named in a new allegation that has yet to come to arrest or interview",
            "is named in a new allegation that has yet to come to arrest or interview",
            "SCHEDULED", "UNTRACED", "IDENTIFIED", "NOMINAL"),
    ]
}

extension Standing.Group {
    fileprivate init(_ words: String, _ singular: String, _ states: String...) {
        (self.words, self.singular) = (words, singular)
        codes = states.map { Code(rawValue: "B1:\($0)") }
    }
}
