// Published tables with known answers, as statements of our own.
@testable import DisclosureControl

/// Tables that others published, and what is known of them.
enum Known {
    /// A statement of one table; a nil hides the cell, and what stands behind it is given apart.
    static func statement(
        as id: String = "r0", day: Int = 0, _ rows: [String], _ cols: [String], _ counts: [[Int]],
        hidden: [(row: String?, col: String?)] = [], parents: [String: [String]] = [:], of table: String = "t",
        isCumulative: Bool = false
    ) -> Statement {
        var made = Table(
            table, of: nil, isCumulative: isCumulative, rows: rows, cols: cols, rowParents: parents, counts: counts)
        for spot in hidden { made.hide(spot.row, spot.col) }
        return Statement(id, day: day, headlines: [], tables: [made])
    }

    /// A policy that asks for nothing but a width, and hides nothing more than what is told to be hidden.
    static func policy(width: Int, threshold: Int = 0, change: Int = 0) -> DisclosurePolicy {
        var policy = DisclosurePolicy()
        (policy.minWidth, policy.threshold, policy.changeThreshold) = (width, threshold, change)
        policy.maxHiddenShare = .init(of: 1, in: 1)
        return policy
    }
}

extension Table {
    /// Hides a cell, and in a table by one characteristic the margin that is the same.
    mutating func hide(_ row: String?, _ col: String?) {
        let below = row.flatMap { rows.firstIndex(of: $0) }, beside = col.flatMap { cols.firstIndex(of: $0) }
        switch (below, beside) {
        case (let below?, let beside?):
            cells[below][beside].showing = .hidden
            if cols == ["n"] { rowTotals[below].showing = .hidden }
        case (let below?, nil): rowTotals[below].showing = .hidden
        case (nil, let beside?): colTotals[beside].showing = .hidden
        case (nil, nil): total.showing = .hidden
        }
    }
}

extension Protection {
    /// How many inner cells are hidden.
    var hiddenCells: Int {
        statement.tables.reduce(0) { $0 + $1.cells.joined().count { $0.showing == .hidden } }
    }

    /// How many numbers are hidden, margins among them, each told once.
    var hiddenMargins: Int {
        statement.tables.reduce(0) { sum, table in
            sum + (table.cols == ["n"] ? 0 : table.rowTotals.count { $0.showing == .hidden })
                + table.colTotals.count { $0.showing == .hidden }
        }
    }
}
