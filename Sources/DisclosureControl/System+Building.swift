// Reading a ledger as numbers that hang together.

extension System {
    /// The numbers of a ledger, its statements in the order of their days.
    ///
    /// - Parameters:
    ///   - hiddenLower: the least that a reader takes a hidden number to be.
    ///   - believing: whether facts from elsewhere are taken although the file has it otherwise.
    init(_ ledger: Ledger, hiddenLower: Int = 0, believing: Bool = false) {
        let ordered = ledger.inOrder
        statements = ordered.count
        var told: [[String: Int]] = []
        for (index, statement) in ordered.enumerated() {
            told.append(take(statement, at: index, lower: hiddenLower, beside: zip(ordered, told).map { ($0, $1) }))
        }
        for (statement, keys) in zip(ordered, told) { relate(statement, keys) }
        grow(ordered, told)
        for fact in ledger.facts { know(fact, ordered, told, always: believing) }
        equations = Self.once(equations)
    }

    private static func once(_ equations: [[Term]]) -> [[Term]] {
        var seen: Set<[Term]> = []
        return equations.filter { seen.insert($0).inserted }
    }

    /// Takes the numbers of one statement; which quantity stands for which key.
    private mutating func take(
        _ statement: Statement, at index: Int, lower: Int, beside others: [(Statement, [String: Int])]
    ) -> [String: Int] {
        var keys: [String: Int] = [:]
        let sameDay = others.filter {
            $0.0.day == statement.day && $0.0.id != statement.corrects && $0.0.corrects != statement.id
        }
        func quantity(_ key: String, _ cell: Cell, in system: inout System) -> Int {
            let truth = cell.known ?? cell.count
            let known = keys[key] ?? sameDay.lazy.compactMap { $0.1[key] }.first
            if let known, system.quantities[known].truth == truth {
                keys[key] = known
                system.quantities[known].last = index
                if cell.showing != .hidden { system.quantities[known].isPublished = true }
                return known
            }
            let kind = system.kinds[key] ?? system.kinds.count
            system.kinds[key] = kind
            system.quantities.append(
                Quantity(
                    truth: truth, isPublished: cell.showing != .hidden, kind: kind, first: index, last: index,
                    floor: min(lower, truth)))
            if keys[key] == nil { keys[key] = system.quantities.count - 1 }
            return system.quantities.count - 1
        }
        for headline in statement.headlines {
            places[Place(statement.id, headline: headline.id)] = quantity(headline.id, headline.cell, in: &self)
        }
        for table in statement.tables {
            var grid: [[Int]] = []
            for (row, cells) in zip(table.rows, table.cells) {
                grid.append(
                    zip(table.cols, cells).map { col, cell in
                        let number = quantity(table.key(row, col), cell, in: &self)
                        places[Place(statement.id, table.id, row: row, col: col)] = number
                        return number
                    })
            }
            let rowTotals = zip(table.rows, table.rowTotals).map { row, cell in
                let number = quantity(table.key(row, nil), cell, in: &self)
                places[Place(statement.id, table.id, row: row, col: nil)] = number
                return number
            }
            let colTotals = zip(table.cols, table.colTotals).map { col, cell in
                let number = quantity(table.key(nil, col), cell, in: &self)
                places[Place(statement.id, table.id, row: nil, col: col)] = number
                return number
            }
            let total = quantity(table.key(nil, nil), table.total, in: &self)
            places[Place(statement.id, table.id, row: nil, col: nil)] = total
            add(table, grid, rowTotals, colTotals, total)
        }
        return keys
    }

    /// What adds up within a table; sums that follow from the others are left out.
    private mutating func add(_ table: Table, _ grid: [[Int]], _ rows: [Int], _ cols: [Int], _ total: Int) {
        let whole = table.rows.indices.filter { table.rowParents[table.rows[$0]] == nil }
        for (row, sum) in zip(grid, rows) { equate(sum, row) }
        for col in cols.indices { equate(cols[col], whole.map { grid[$0][col] }) }
        equate(total, whole.map { rows[$0] })
        if table.cols.count == 1, let only = cols.first { equate(total, [only]) }
        for (parent, parts) in table.rowParents.sorted(by: { $0.key < $1.key }) {
            let indices = parts.compactMap { table.rows.firstIndex(of: $0) }
            guard let above = table.rows.firstIndex(of: parent), indices.count == parts.count else { continue }
            for col in table.cols.indices { equate(grid[above][col], indices.map { grid[$0][col] }) }
        }
    }

    /// A whole is the sum of its parts, unless that says nothing.
    mutating func equate(_ whole: Int, _ parts: [Int]) {
        if parts == [whole] { return }
        equations.append([Term(quantity: whole, sign: 1)] + parts.sorted().map { Term(quantity: $0, sign: -1) })
    }
}

extension Ledger {
    /// The statements in the order of their days; of one day, in the order in which they were told.
    var inOrder: [Statement] {
        statements.enumerated()
            .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    }
}

extension Table {
    /// A name for a number that is the same wherever the same number is told; a nil is a margin.
    func key(_ row: String?, _ col: String?) -> String {
        let parts = id.split(separator: "/", omittingEmptySubsequences: false)
        let isOneWay = cols == ["n"]
        switch (row, col) {
        case (nil, nil): return headline ?? (parts.count > 1 ? String(parts[0]) : "\(id)|*|*")
        case (let row?, _) where isOneWay: return "\(id)|\(row)|n"
        case (nil, _) where isOneWay: return key(nil, nil)
        case (let row?, nil): return parts.count == 3 ? "\(parts[0])/\(parts[1])|\(row)|n" : "\(id)|\(row)|*"
        case (nil, let col?): return parts.count == 3 ? "\(parts[0])/\(parts[2])|\(col)|n" : "\(id)|*|\(col)"
        case (let row?, let col?): return "\(id)|\(row)|\(col)"
        }
    }
}
