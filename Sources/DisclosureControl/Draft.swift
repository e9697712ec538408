// A draft before the search: what must be hidden of it whatever else is, and what may be.

/// What the policy says of each number of a draft by itself.
struct Draft {
    /// Everything told, the draft among it.
    let ledger: Ledger
    /// The draft, without the tables that are left out.
    let statement: Statement
    let policy: DisclosurePolicy
    /// The numbers that hang together.
    private(set) var system: System
    /// Where the draft stands among the statements, by order.
    let index: Int
    /// What is hidden by itself: a small number, or one that shows a small change.
    private(set) var primary: Set<Int> = []
    /// What was hidden in the last statement that has it.
    private(set) var carried: Set<Int> = []
    /// What it costs to hide what may be hidden.
    private(set) var costs: [Int: Double] = [:]
    /// A place for each number of the draft.
    private(set) var places: [Int: Place] = [:]

    /// A draft beside a ledger.
    init(_ statement: Statement, in ledger: Ledger, under policy: DisclosurePolicy) {
        self.ledger = Ledger(ledger.statements + [statement], facts: ledger.facts)
        (self.statement, self.policy) = (statement, policy)
        system = System(self.ledger, hiddenLower: policy.hiddenLower)
        index = self.ledger.inOrder.firstIndex { $0.id == statement.id } ?? 0
        // The same numbers with nothing of the draft shown: what is published there is no longer the draft's to hide.
        let silent = Ledger(ledger.statements + [statement.hiddenWhole])
        price(beside: System(silent, hiddenLower: policy.hiddenLower))
        mark()
    }

    /// The policy's number for one table, or what an override sets.
    func number(_ parameter: PolicyOverride.Parameter, of table: String) -> Int? {
        statement.overrides.last { $0.table == table && $0.parameter == parameter }?.number
    }

    /// Whether it may be hidden: not what an earlier statement of the day publishes, nor what cannot be.
    private func isOpen(_ quantity: Int, _ cell: Cell, beside silent: System) -> Bool {
        cell.showing != .impossible && cell.showing != .unavailable && !silent.quantities[quantity].isPublished
            && system.quantities[quantity].truth >= policy.hiddenLower
    }

    /// What may be hidden, and what that costs: inner cells little, sums of several more, margins most.
    private mutating func price(beside silent: System) {
        var headlines: Set<Int> = []
        for headline in statement.headlines {
            let place = Place(statement.id, headline: headline.id)
            guard let quantity = system.places[place] else { continue }
            headlines.insert(quantity)
            places[quantity] = place
        }
        for table in statement.tables {
            let whole = Double(max(1, table.total.count))
            for (row, col) in table.spots {
                let place = Place(statement.id, table.id, row: row, col: col)
                guard let quantity = system.places[place], !headlines.contains(quantity) else { continue }
                if places[quantity] == nil || col != nil && row != nil { places[quantity] = place }
                let cell = table.cell(row, col)
                guard isOpen(quantity, cell, beside: silent), !(row == nil && col == nil && table.headline != nil)
                else { continue }
                let isMargin = row == nil || col == nil && table.cols != ["n"]
                let isParent = row.map { table.rowParents[$0] != nil } ?? false
                let price = (isMargin ? 4.0 : isParent ? 2.0 : 1.0) + Double(cell.count) / whole
                costs[quantity] = max(costs[quantity] ?? 0, price)
            }
        }
    }

    /// Hides what must be hidden whatever else is.
    private mutating func mark() {
        for headline in statement.headlines where !headline.isExempt {
            guard let quantity = system.places[Place(statement.id, headline: headline.id)] else { continue }
            let threshold = number(.threshold, of: headline.id) ?? policy.threshold
            if headline.cell.showing == .hidden || (1..<max(1, threshold)).contains(headline.cell.count) {
                primary.insert(quantity)
            }
        }
        for table in statement.tables {
            let threshold = number(.threshold, of: table.id) ?? policy.threshold
            let change = number(.change, of: table.id) ?? policy.changeThreshold
            let earlier = ledger.statements.dropLast().compactMap { told in
                told.tables.first { $0.id == table.id }.map { (told, $0) }
            }
            let last = earlier.max { $0.0.day < $1.0.day }?.1
            for (row, col) in table.spots {
                guard let quantity = system.places[Place(statement.id, table.id, row: row, col: col)],
                    costs[quantity] != nil
                else { continue }
                let cell = table.cell(row, col)
                if cell.showing == .hidden || (1..<max(1, threshold)).contains(cell.count) { primary.insert(quantity) }
                for (_, told) in earlier {
                    guard let before = told.found(row, col), before.showing == .number,
                        (1..<max(1, change)).contains(abs(before.count - cell.count))
                    else { continue }
                    primary.insert(quantity)
                }
                if isGivenAway(table, row, col, in: earlier.map(\.0)) { primary.insert(quantity) }
                if last?.found(row, col)?.showing == .hidden { carried.insert(quantity) }
            }
        }
        compare()
        carried.subtract(primary)
        for quantity in primary { system.quantities[quantity].isPublished = false }
    }
}

extension Draft {
    /// Whether an earlier statement hides the cell and cannot prove it any more, because of what was told elsewhere.
    ///
    /// A later number of what only grows would tell the earlier one closer still: what is half known stays hidden.
    private func isGivenAway(_ table: Table, _ row: String?, _ col: String?, in earlier: [Statement]) -> Bool {
        table.isCumulative
            && earlier.contains { told in
                let target = Target.cell(Place(told.id, table.id, row: row, col: col))
                return ledger.statements.contains { $0.waived.contains(target) }
            }
    }

    /// Hides one of two numbers in different tables that differ by few and would both be shown.
    private mutating func compare() {
        for target in ledger.comparisons(under: policy)
        where target.places.contains(where: { $0.statement == statement.id }) {
            let numbers = target.places.compactMap { system.places[$0] }
            if numbers.contains(where: { primary.contains($0) || !system.quantities[$0].isPublished }) { continue }
            if let open = numbers.first(where: { costs[$0] != nil }) { primary.insert(open) }
        }
    }
}

extension Table {
    /// The cell of a row and a column that are there; a nil is a margin.
    func cell(_ row: String?, _ col: String?) -> Cell { found(row, col) ?? Cell(0) }

    /// The cell of a row and a column; nil if there is none.
    func found(_ row: String?, _ col: String?) -> Cell? {
        let below = row.map { rows.firstIndex(of: $0) }, beside = col.map { cols.firstIndex(of: $0) }
        switch (below, beside) {
        case (nil, nil): return total
        case (let below??, let beside??): return cells[below][beside]
        case (let below??, nil): return rowTotals[below]
        case (nil, let beside??): return colTotals[beside]
        default: return nil
        }
    }
}
