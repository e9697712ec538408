// What readers are given of a release, written here anew from what its cells show, and the truth beside it.

import DisclosureControl

/// A release as its readers have it.
struct Told: Encodable {
    private struct Figure: Encodable {
        let id: String, value: Shown, cumulative: Bool
    }

    private struct Grid: Encodable {
        let id: String, headline: String?, cumulative: Bool, rows: [String], cols: [String]
        let row_parents: [String: [String]], cells: [[Shown]], row_totals: [Shown], col_totals: [Shown], total: Shown
    }

    private struct Relation: Encodable {
        let within: [String]?, sum: [String]?
    }

    /// A number or a mark.
    private enum Shown: Encodable {
        case number(Int), mark(String)

        init(_ cell: Cell, isTruth: Bool) {
            self =
                switch cell.showing {
                case _ where isTruth: .number(cell.count)
                case .number: .number(cell.count)
                case .hidden: .mark("[c]")
                case .impossible: .mark("[z]")
                case .unavailable: .mark("[x]")
                }
        }

        func encode(to encoder: any Encoder) throws {
            var place = encoder.singleValueContainer()
            switch self {
            case .number(let count): try place.encode(count)
            case .mark(let mark): try place.encode(mark)
            }
        }
    }

    private let id: String, day: Int, headlines: [Figure], tables: [Grid], relations: [Relation]

    /// A release; its counts themselves where the truth is asked for.
    init(_ statement: Statement, isTruth: Bool = false) {
        func shown(_ cell: Cell) -> Shown { Shown(cell, isTruth: isTruth) }
        (id, day) = (statement.id, statement.day)
        headlines = statement.headlines.map { Figure(id: $0.id, value: shown($0.cell), cumulative: $0.isCumulative) }
        tables = statement.tables.map { table in
            Grid(
                id: table.id, headline: table.headline, cumulative: table.isCumulative, rows: table.rows,
                cols: table.cols, row_parents: table.rowParents, cells: table.cells.map { $0.map(shown) },
                row_totals: table.rowTotals.map(shown), col_totals: table.colTotals.map(shown),
                total: shown(table.total))
        }
        relations = statement.relations.map { relation in
            switch relation {
            case .within(let part, let whole): Relation(within: [part, whole], sum: nil)
            case .sum(let whole, let parts): Relation(within: nil, sum: [whole] + parts)
            }
        }
    }
}
