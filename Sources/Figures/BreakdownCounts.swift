// The people of a figure, counted by one or two of their characteristics: never for publication as it is.

package import Lifecycle

/// The counts of a breakdown on a day, all of them true; what may be published of them is for disclosure control.
package struct BreakdownCounts: Hashable, Sendable {
    /// The figure and its characteristics, joined: `people-arrested-or-interviewed/sex/age band now`.
    package let id: String
    /// The figure's id.
    package let figure: String
    /// Whether the figure only ever grows.
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

    /// A breakdown as it was counted.
    package init(
        _ id: String, of figure: String, isCumulative: Bool, asAt: Day, rows: [String], cols: [String] = ["n"],
        rowParents: [String: [String]] = [:], counts: [[Int]]
    ) {
        (self.id, self.figure, self.isCumulative, self.asAt) = (id, figure, isCumulative, asAt)
        (self.rows, self.cols, self.rowParents, self.counts) = (rows, cols, rowParents, counts)
    }
}
