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

    /// Everyone, placed or not: what the figure people-arrested-or-interviewed comes to.
    package var total: Int { counts.values.reduce(unplaced, +) }

    /// Whose standing it is: the distinct persons with a span of one of these codes that has been by the day.
    package static let population: [Code] = .marks("B1", "arrest", "rearrest", "interview_voluntarily")

    /// Every stage of a suspect, the one that tells most first.
    ///
    /// A live primary charge comes before its outcomes and an open stage before a closed one. The stages before an
    /// arrest come last: someone arrested in one investigation may be no more than named in another.
    package static let ranked: [Code] = .stays(
        "B1", "CHARGED", "WANTED", "CONVICTED_PRIMARY", "SUBMITTED", "UNDER_INVESTIGATION", "CONVICTED_ANCILLARY_ONLY",
        "ACQUITTED", "PROCEEDINGS_ENDED", "OUT_OF_COURT", "NFA_CPS_EVID", "NFA_CPS_PI", "NFA_POLICE", "DECEASED",
        "TRANSFERRED", "ELIMINATED", "SCHEDULED", "UNTRACED", "IDENTIFIED", "NOMINAL")

    /// How many stand in a group.
    package subscript(group: Group) -> Int {
        group.codes.reduce(0) { $0 + counts[$1, default: 0] }
    }

    /// The groups in which anyone stands, in the order in which they are told, and how many stand there.
    package var parts: [(group: Group, count: Int)] {
        Group.all.map { ($0, self[$0]) }.filter { $0.1 > 0 }
    }
}
