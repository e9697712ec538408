// What is told at one time: a release, with the numbers behind it.

/// Everything that one release tells, or is to tell, with the true counts behind what it hides.
///
/// It is as secret as the counts are: only what its cells show is ever published.
package struct Statement: Hashable, Sendable, Codable {
    /// The release: `REL-0003`.
    package let id: String
    /// The day for which its numbers hold, counted from 1970-01-01.
    package let day: Int
    /// The totals.
    package var headlines: [Headline]
    /// The tables.
    package var tables: [Table]
    /// How its figures stand to each other, as any reader may reckon.
    package var relations: [Relation]
    /// Where this release departs from the policy, each with its approval elsewhere.
    package var overrides: [PolicyOverride] = []
    /// What an override let stand without proof: never taken for safe, and never asked for again.
    package var waived: [Target] = []
    /// The release that this one corrects: its numbers hold for the same day and need not be the same.
    package var corrects: String?

    /// A statement of one day.
    package init(
        _ id: String, day: Int, headlines: [Headline], tables: [Table], relations: [Relation] = []
    ) {
        (self.id, self.day, self.headlines, self.tables, self.relations) = (id, day, headlines, tables, relations)
    }
}

extension Statement {
    /// Something that holds between figures of one day, and between their breakdowns cell by cell.
    package enum Relation: Hashable, Sendable, Codable {
        /// Each one counted in the first is counted in the second: people charged, people charged with any offence.
        case within(String, String)
        /// The first is the sum of the others: people arrested or interviewed, and where they stand.
        case sum(String, of: [String])
    }
}
