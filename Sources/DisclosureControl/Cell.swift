// One number of a table: what it is, and what the reader is shown of it.

/// One number of a table, with what is printed in its place.
package struct Cell: Hashable, Sendable, Codable {
    /// What the file counts; 0 where the cell cannot be.
    package var count: Int
    /// What the reader is shown.
    package var showing: Showing

    /// A number that is shown unless it is told otherwise.
    package init(_ count: Int, _ showing: Showing = .number) { (self.count, self.showing) = (count, showing) }

    /// What stands in a cell of a published table.
    package enum Showing: String, Hashable, Sendable, Codable {
        /// The number itself.
        case number
        /// `[c]`: hidden to keep people from being singled out, by itself or to protect another cell; the mark is one.
        case hidden
        /// `[z]`: there can be nobody here, whatever the day.
        case impossible
        /// `[x]`: not collected or not available.
        case unavailable
    }

    /// The number as a reader has it; nil if it is not shown.
    package var shown: Int? { showing == .number ? count : nil }

    /// The number as far as a reader has it: what cannot be, and what is not collected, adds nothing to any sum.
    package var known: Int? {
        switch showing {
        case .number: count
        case .hidden: nil
        case .impossible, .unavailable: 0
        }
    }
}
