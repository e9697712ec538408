// A table of counts as it is to be published: one headline figure, broken down by one or two characteristics.

/// A table of counts with its margins.
///
/// Every row adds to its total, every column to its total, and the totals to ``total``; a row named in ``rowParents``
/// is the sum of its parts and is left out of the columns' sums. A table by one characteristic has one column, `n`.
package struct Table: Hashable, Sendable, Codable {
    /// What it is a table of, the same in every release: `people-arrested-or-interviewed/sex/age band`.
    package let id: String
    /// The headline that its total is; nil if its total is none.
    package let headline: String?
    /// Whether its counts only ever grow: people ever charged, not people on bail.
    package let isCumulative: Bool
    /// The categories of the first characteristic, totals of several of them among them.
    package let rows: [String]
    /// The categories of the second characteristic, or `n`.
    package let cols: [String]
    /// The rows that are sums of others: a constituency, and its wards.
    package let rowParents: [String: [String]]
    /// The inner cells, a list for each row.
    package var cells: [[Cell]]
    /// The sum of each row.
    package var rowTotals: [Cell]
    /// The sum of each column.
    package var colTotals: [Cell]
    /// The sum of all.
    package var total: Cell

    /// A table of counts, all of them shown, its margins added up here.
    ///
    /// - Parameter counts: a list for each row, rows that are sums of others included.
    package init(
        _ id: String, of headline: String?, isCumulative: Bool, rows: [String], cols: [String] = ["n"],
        rowParents: [String: [String]] = [:], counts: [[Int]]
    ) {
        (self.id, self.headline, self.isCumulative) = (id, headline, isCumulative)
        (self.rows, self.cols, self.rowParents) = (rows, cols, rowParents)
        cells = counts.map { $0.map { Cell($0) } }
        rowTotals = counts.map { Cell($0.reduce(0, +)) }
        let whole = zip(rows, counts).filter { rowParents[$0.0] == nil }.map(\.1)
        colTotals = cols.indices.map { col in Cell(whole.reduce(0) { $0 + $1[col] }) }
        total = Cell(whole.reduce(0) { $0 + $1.reduce(0, +) })
    }
}
