// A table of a report before it has a form: one to a sheet, a file or a place on the page.

/// One table: what stands above it, one row of headings, its rows, and a chart of the same numbers if there is one.
struct Sheet: Hashable, Sendable {
    /// The same in every report: `headlines`, `people-arrested-or-interviewed/sex`.
    let id: String
    /// What it is called.
    let title: String
    /// What must be read before it: of which day it is, what its marks mean.
    var lead: [String] = []
    /// The headings of its columns; the first column names the rows.
    let columns: [Column]
    /// Its rows.
    let rows: [Row]
    /// The same numbers drawn.
    var chart: Chart?
    /// What must be read after it: that it adds up.
    var verdict: Verdict?
    /// How it stands on a page, where there is room for better than a grid.
    var manner = Manner.grid

    /// A column.
    struct Column: Hashable, Sendable {
        let title: String
        /// Whether it holds numbers, which are set to the right.
        var isNumber = true
    }

    /// A row: as many entries as there are columns.
    struct Row: Hashable, Sendable {
        let entries: [Entry]
        /// Under which heading it stands, where rows stand under headings.
        var group: String?
        var weight = Weight.plain
    }

    /// What a row is among the others.
    enum Weight: Hashable, Sendable {
        case plain
        /// The sum of others, or of all.
        case total
        /// One of the parts of a row above it.
        case part
    }

    /// Whether a sum adds up, and the sum.
    struct Verdict: Hashable, Sendable {
        let finding: Finding
        let sum: String

        /// What can be said of a sum.
        enum Finding: Hashable, Sendable {
            case holds, fails
            /// Some lines are hidden.
            case hidden
        }

        /// What it says.
        var words: String {
            switch finding {
            case .holds: "Adds up: \(sum)"
            case .fails: "Does not add up: \(sum)"
            case .hidden: "Adds up, the hidden lines included, as who made and who checked this report say: \(sum)"
            }
        }
    }

    /// How a table stands on a page.
    enum Manner: Hashable, Sendable {
        case grid
        /// Each row's first entry is a term that the others explain.
        case terms
        /// Each row is a note, its number first.
        case notes
    }

    /// What its rows' headings are headings of, for forms that give them a column.
    static let group = "Group"
    /// Whether its rows stand under headings.
    var isGrouped: Bool { rows.contains { $0.group != nil } }
}
