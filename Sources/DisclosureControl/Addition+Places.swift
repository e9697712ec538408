// Finding the numbers that a relation or a fact speaks of, in the statements as they are written.

extension Table {
    /// Every place with its row, its column and its cell; `*` for a margin.
    func everything(of statement: String) -> [(Place, String, String, Cell)] {
        var all: [(Place, String, String, Cell)] = []
        func add(_ row: String?, _ col: String?, _ cell: Cell) {
            all.append((Place(statement, id, row: row, col: col), row ?? "*", col ?? "*", cell))
        }
        for (row, line) in zip(rows, cells) { for (col, cell) in zip(cols, line) { add(row, col, cell) } }
        for (row, cell) in zip(rows, rowTotals) { add(row, nil, cell) }
        for (col, cell) in zip(cols, colTotals) { add(nil, col, cell) }
        add(nil, nil, total)
        return all
    }
}

extension Statement {
    /// Every place with its cell.
    var everything: [(Place, Cell)] {
        headlines.map { (Place(id, headline: $0.id), $0.cell) }
            + tables.flatMap { $0.everything(of: id).map { ($0.0, $0.3) } }
    }

    /// The headlines of these figures together, and the cells of their tables by the same characteristics together.
    func alike(_ figures: [String]) -> [[(Place, Cell)]] {
        var groups: [[(Place, Cell)]] = []
        let totals = figures.compactMap { id in headlines.first { $0.id == id } }
        if totals.count == figures.count { groups.append(totals.map { (Place(id, headline: $0.id), $0.cell) }) }
        for table in tables where table.id.hasPrefix(figures[0] + "/") {
            let by = table.id.dropFirst(figures[0].count)
            let others = figures.compactMap { figure in tables.first { $0.id == figure + by } }
            guard others.count == figures.count else { continue }
            let cells = others.map { other in
                Dictionary(other.everything(of: id).map { ([$0.1, $0.2], ($0.0, $0.3)) }) { one, _ in one }
            }
            for (_, row, col, _) in table.everything(of: id) {
                let group = cells.compactMap { $0[[row, col]] }
                if group.count == figures.count { groups.append(group) }
            }
        }
        return groups
    }

    /// The cells whose sum a fact tells, and whether they only grow; nil if they are not all here.
    func named(by fact: KnownFact) -> (cells: [(Place, Cell)], grows: Bool)? {
        if fact.cells.isEmpty, let headline = headlines.first(where: { $0.id == fact.of }) {
            return ([(Place(id, headline: headline.id), headline.cell)], headline.isCumulative)
        }
        let own = tables.first { $0.id == fact.of }
        let crossed = tables.filter { $0.id.hasPrefix(fact.of + "/") }
        guard let first = own ?? crossed.first else { return nil }
        if fact.cells.isEmpty { return ([(Place(id, first.id, row: nil, col: nil), first.total)], first.isCumulative) }
        let all: [(Place, Cell)] = fact.cells.compactMap { cell in
            if let own {
                return own.everything(of: id).first { $0.1 == cell.row ?? "*" && $0.2 == cell.col ?? "*" }
                    .map { ($0.0, $0.3) }
            }
            return nil
        }
        return all.count == fact.cells.count ? (all, first.isCumulative) : nil
    }
}
