// A figure that was given elsewhere: in court, in a newspaper, in an answer to a question.

/// A linear fact that a reader may know from elsewhere about the cells of a table, or about a headline, on a day.
package struct KnownFact: Hashable, Sendable, Codable {
    /// Its reference: `FACT-0002`.
    package let id: String
    /// The day for which it holds, counted from 1970-01-01.
    package let day: Int
    /// The table's id, or the headline's where no cells are named.
    package let of: String
    /// The cells whose sum it tells, as row and column; a nil is the whole row or column.
    ///
    /// Empty for the headline itself.
    package let cells: [Place]
    /// At least and at most so many; both the same for a number told exactly.
    package let least: Int, most: Int

    /// A cell by its row and column.
    package struct Place: Hashable, Sendable, Codable {
        /// The row's name; nil for the column's total.
        package let row: String?
        /// The column's name; nil for the row's total.
        package let col: String?

        /// A cell, or a margin.
        package init(row: String?, col: String?) { (self.row, self.col) = (row, col) }
    }

    /// A fact as it was told.
    package init(_ id: String, day: Int, of: String, cells: [Place], least: Int, most: Int) {
        (self.id, self.day, self.of, self.cells, self.least, self.most) = (id, day, of, cells, least, most)
    }
}
