// The people of a figure, counted by one or two of their characteristics: never for publication as it is.

package import Lifecycle

/// The counts of a breakdown on a day, all of them true; what may be published of them is for disclosure control.
package struct BreakdownCounts: Hashable, Sendable {
    /// The figure and its characteristics, joined: `people-arrested-or-interviewed/age band now/sex`.
    package let id: String
    /// The figure's id.
    package let figure: String
    /// The characteristics, by name: the first gives the rows.
    package let by: [String]
    /// Whether the figure only ever grows, and nobody in it changes category.
    package let isCumulative: Bool
    /// The day at whose end the counts hold.
    package let asAt: Day
    /// The categories of the first characteristic; a constituency stands before its wards.
    package let rows: [String]
    /// The categories of the second, or `n` alone.
    package let cols: [String]
    /// The rows that are sums of others.
    package let rowParents: [String: [String]]
    /// The counts, a list for each row.
    package let counts: [[Int]]
    /// Of how many the ethnic group is recorded, where it is one of the characteristics.
    ///
    /// As true as the counts are: what may be said of it follows from the cells that are shown.
    package let recording: Recording?

    /// A breakdown as it was counted.
    package init(
        _ id: String, of figure: String, isCumulative: Bool, asAt: Day, rows: [String], cols: [String] = ["n"],
        rowParents: [String: [String]] = [:], counts: [[Int]], recording: Recording? = nil
    ) {
        (self.id, self.figure, self.isCumulative, self.asAt) = (id, figure, isCumulative, asAt)
        (self.rows, self.cols, self.rowParents, self.counts) = (rows, cols, rowParents, counts)
        self.recording = recording
        by = id.split(separator: "/").dropFirst().map(String.init)
    }

    /// The sum of each row.
    package var rowTotals: [Int] { counts.map { $0.reduce(0, +) } }

    /// The sum of each column.
    package var colTotals: [Int] {
        cols.indices.map { col in zip(rows, counts).reduce(0) { rowParents[$1.0] == nil ? $0 + $1.1[col] : $0 } }
    }

    /// Everyone: what the figure comes to.
    package var total: Int { colTotals.reduce(0, +) }
}

extension BreakdownCounts {
    /// Of how many the ethnic group is recorded, and who said which it is.
    package struct Recording: Hashable, Sendable {
        /// Of so many, out of so many.
        package var recorded = 0, of = 0
        /// Of those recorded: as they themselves said, as an officer perceived them, and where it is not said by whom.
        package var selfDefined = 0, officerPerceived = 0, sourceNotRecorded = 0

        /// Nobody counted yet.
        package init() {}

        /// Counts one person in.
        package mutating func count(_ traits: Traits) {
            of += 1
            guard let group = traits.ethnicity, !Dimension.unknown.contains(group) else { return }
            recorded += 1
            switch traits.ethnicitySource {
            case "self-defined": selfDefined += 1
            case "officer-perceived": officerPerceived += 1
            case _: sourceNotRecorded += 1
            }
        }
    }
}
