// What becomes of a draft: its cells marked, its proof, and what is said of the tables that are left out.

extension Draft {
    /// The draft as it may be published, with its proof.
    func protection(_ hiding: Hiding, withheld: [WithheldTable], warnings: [String]) -> Protection {
        let marked = marked(hiding)
        let ordered = Ledger(
            ledger.statements.map { $0.id == statement.id ? marked : $0 }, facts: ledger.facts
        ).inOrder
        return Protection(
            statement: marked, withheld: withheld.sorted { $0.table < $1.table }, warnings: warnings,
            certificate: Certificate(
                hiding.proving, ordered, places: system.places, compared: ledger.comparisons(under: policy)))
    }

    /// The draft with what is hidden marked wherever it stands.
    private func marked(_ hiding: Hiding) -> Statement {
        var marked = statement
        func mark(_ cell: inout Cell, _ place: Place) {
            guard cell.showing.isCount, let quantity = system.places[place] else { return }
            cell.showing = hiding.proving.system.quantities[quantity].isPublished ? .number : .hidden
        }
        for index in marked.headlines.indices {
            mark(&marked.headlines[index].cell, Place(statement.id, headline: marked.headlines[index].id))
        }
        for index in marked.tables.indices {
            var table = marked.tables[index]
            for (row, name) in table.rows.enumerated() {
                for (col, other) in table.cols.enumerated() {
                    mark(&table.cells[row][col], Place(statement.id, table.id, row: name, col: other))
                }
                mark(&table.rowTotals[row], Place(statement.id, table.id, row: name, col: nil))
            }
            for (col, name) in table.cols.enumerated() {
                mark(&table.colTotals[col], Place(statement.id, table.id, row: nil, col: name))
            }
            mark(&table.total, Place(statement.id, table.id, row: nil, col: nil))
            marked.tables[index] = table
        }
        return marked
    }

    /// A table of which too much would be hidden.
    func withhold(_ id: String, hidden: Set<Int>) -> WithheldTable {
        let share = policy.maxHiddenShare
        return WithheldTable(
            table: id,
            because:
                "More than \(share.of) in \(share.in) of its cells would have to be hidden: it is to be designed anew.",
            merge: toMerge(id), last: last(id))
    }

    /// A table beside which something cannot be kept safe.
    func withhold(_ id: String, failing goal: Goal) -> WithheldTable {
        WithheldTable(
            table: id, because: "No way of hiding was found that keeps \(words(goal.target)) safe.", merge: toMerge(id),
            last: last(id))
    }

    private func words(_ target: Target) -> String {
        switch target {
        case .cell(let place): "the number at \(place)"
        case .change(let earlier, let later): "the change from \(earlier) to \(later)"
        }
    }

    private func last(_ id: String) -> String? {
        ledger.inOrder.last { $0.id != statement.id && $0.tables.contains { $0.id == id } }?.id
    }

    /// The small categories, smallest first, until together they would be large enough.
    private func toMerge(_ id: String) -> [String] {
        guard let table = statement.tables.first(where: { $0.id == id }) else { return [] }
        let threshold = number(.threshold, of: id) ?? policy.threshold
        func small(_ lines: [(name: String, cells: [Int])]) -> [String] {
            let ranked = lines.map { (name: $0.name, sum: $0.cells.reduce(0, +), least: $0.cells.min() ?? 0) }
                .sorted {
                    ($0.least >= threshold ? 1 : 0, $0.sum, $0.name) < ($1.least >= threshold ? 1 : 0, $1.sum, $1.name)
                }
            var merged: [String] = [], sum = 0
            for line in ranked where sum < threshold || merged.count < 2 {
                merged.append(line.name)
                sum += line.least
            }
            return merged.count < 2 || merged.count == lines.count ? [] : merged
        }
        let rows = table.rows.indices.filter { table.rowParents[table.rows[$0]] == nil }
        let byRow = small(rows.map { (table.rows[$0], table.cells[$0].map(\.count)) })
        if table.cols.count < 3 { return byRow }
        return byRow
            + small(table.cols.indices.map { col in (table.cols[col], rows.map { table.cells[$0][col].count }) })
    }
}

extension Hiding {
    /// What is hidden of the draft.
    var hiddenInDraft: Set<Int> {
        Set(
            proving.system.quantities.indices.filter {
                proving.system.quantities[$0].last == draft && !proving.system.quantities[$0].isPublished
            })
    }
}

extension Statement {
    /// What a person should look at: lines of which everyone stands in one cell.
    var warnings: [String] {
        tables.flatMap { table in
            zip(table.rows, table.cells).compactMap { row, cells in
                guard cells.count > 1, let most = cells.map(\.count).max(), most > 0,
                    cells.reduce(0, { $0 + $1.count }) == most,
                    let col = cells.firstIndex(where: { $0.count == most })
                else { return nil }
                return "\(table.id): everyone in “\(row)” is in “\(table.cols[col])”."
            }
        }
    }
}
