// A table as it is published: with nothing behind its marks.

package import DisclosureControl

/// A table of a release as readers have it.
package struct PublishedTable: Hashable, Sendable, Codable {
    /// The same in every release: `people-arrested-or-interviewed/sex`.
    package let id: String
    /// What stands above it.
    package let title: String
    /// What its total is: a headline's id.
    package let headline: String?
    /// The characteristics, one or two: `sex`, `age band now`.
    package let by: [String]
    /// Whether its counts only ever grow.
    package let isCumulative: Bool
    /// The categories of the first characteristic and of the second, `n` alone if there is none.
    package let rows: [String], cols: [String]
    /// The rows that are sums of others.
    package let rowParents: [String: [String]]
    /// The inner cells, a list for each row.
    package let cells: [[Shown]]
    /// The margins.
    package let rowTotals: [Shown], colTotals: [Shown], total: Shown
    /// What must be said with it: how many are recorded, what was merged.
    package let notes: [String]

    /// A table as it is printed.
    init(
        id: String, title: String, headline: String?, by: [String], isCumulative: Bool, rows: [String], cols: [String],
        rowParents: [String: [String]], cells: [[Shown]], rowTotals: [Shown], colTotals: [Shown], total: Shown,
        notes: [String]
    ) {
        (self.id, self.title, self.headline, self.by) = (id, title, headline, by)
        (self.isCumulative, self.rows, self.cols, self.rowParents) = (isCumulative, rows, cols, rowParents)
        (self.cells, self.rowTotals, self.colTotals, self.total) = (cells, rowTotals, colTotals, total)
        self.notes = notes
    }

    /// The table that readers are given: what is hidden is left behind here.
    package init(_ table: Table, title: String, by: [String], notes: [String] = []) {
        (id, self.title, headline, self.by) = (table.id, title, table.headline, by)
        (isCumulative, rows, cols, rowParents) = (table.isCumulative, table.rows, table.cols, table.rowParents)
        cells = table.cells.map { $0.map(Shown.init) }
        (rowTotals, colTotals) = (table.rowTotals.map(Shown.init), table.colTotals.map(Shown.init))
        (total, self.notes) = (Shown(table.total), notes)
    }
}

extension Shown {
    /// What is shown of a cell.
    package init(_ cell: Cell) {
        self =
            switch cell.showing {
            case .number: .number(cell.count)
            case .hidden: .hidden
            case .impossible: .impossible
            case .unavailable: .unavailable
            }
    }
}
