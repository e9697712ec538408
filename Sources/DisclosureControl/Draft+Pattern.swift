// From a draft with its small numbers hidden to one in which everything is proven.

extension Draft {
    /// Chooses what else to hide; several times over where that costs little, and keeps the cheapest.
    func pattern(progress: (Progress) throws -> Void) throws -> (choice: Hiding, unprotected: Goal?) {
        var proving = Proving(system)
        for quantity in carried.sorted() { proving.hide(quantity) }
        for goal in goals() { proving.add(goal) }
        let waived = waivedNumbers
        for quantity in carried.sorted() where !waived.contains(quantity) {
            guard let place = places[quantity] else { continue }
            proving.add(Goal(quantity, width: policy.minWidth, target: .cell(place)))
        }
        let size = system.quantities.count
        var first = Hiding(
            proving, costs: costs, width: policy.minWidth, draft: index,
            places: places.filter { !waived.contains($0.key) })
        if let goal = try first.protect(progress: progress) { return (first, goal) }
        try first.takeBack(trials: size < 1_000 ? 200 : 20, progress: progress)
        if first.secondary.isEmpty || size > 300 { return (first, nil) }
        var best = first
        var generator = Seeded(system.quantities.map(\.truth))
        for _ in 0..<(size < 80 ? 12 : 4) {
            var costs: [Int: Double] = [:]
            for (quantity, cost) in self.costs.sorted(by: { $0.key < $1.key }) {
                costs[quantity] = cost * Double.random(in: 0.6...1.6, using: &generator)
            }
            var other = Hiding(proving, costs: costs, width: policy.minWidth, draft: index, places: best.places)
            if try other.protect(progress: progress) != nil { continue }
            try other.takeBack(trials: 200, progress: progress)
            if price(other.secondary) < price(best.secondary) { best = other }
        }
        return (best, nil)
    }

    /// How many are hidden, and then how much of the table.
    private func price(_ hidden: [Int]) -> Double {
        hidden.reduce(0) { $0 + (costs[$1] ?? 0) }
    }

    /// The table of which most is hidden, if that is more than the policy lets be hidden.
    func crowded(hidden: Set<Int>) -> String? {
        var worst: (table: String, share: Double)?
        for table in statement.tables where number(.certificate, of: table.id) != 0 {
            var count = 0, all = 0
            for row in table.rows {
                for col in table.cols where table.cell(row, col).showing == .number {
                    all += 1
                    if let quantity = system.places[Place(statement.id, table.id, row: row, col: col)],
                        hidden.contains(quantity)
                    {
                        count += 1
                    }
                }
            }
            let percent = number(.share, of: table.id)
            let isMore =
                percent.map { count * 100 > all * $0 }
                ?? (count * policy.maxHiddenShare.in > all * policy.maxHiddenShare.of)
            let share = Double(count) / Double(max(1, all))
            if isMore, share > worst?.share ?? 0 { worst = (table.id, share) }
        }
        return worst?.table
    }

    /// What was hidden last time in a table and need not be for itself, the greatest first.
    func spare(in table: String, trials: Int) -> [Int] {
        guard let table = statement.tables.first(where: { $0.id == table }) else { return [] }
        let cells = Set(
            table.rows.flatMap { row in
                table.cols.compactMap { system.places[Place(statement.id, table.id, row: row, col: $0)] }
            })
        let spare = carried.intersection(cells)
            .sorted { (system.quantities[$1].truth, $0) < (system.quantities[$0].truth, $1) }
        return Array(spare.prefix(trials))
    }

    /// Which table to leave out because a goal cannot be protected beside it; nil if none is left that could help.
    func toLeaveOut(for goal: Goal) -> String? {
        let open = statement.tables.map(\.id).filter { number(.certificate, of: $0) != 0 }
        let named = goal.target.places.map(\.of)
        if let same = open.first(where: named.contains) { return same }
        let figures = named.map { $0.prefix { $0 != "/" } }
        return open.first { table in figures.contains(table.prefix { $0 != "/" }) } ?? open.last
    }

    /// Whether an override of this draft lets a target stand unproven.
    func isWaivable(_ target: Target) -> Bool {
        statement.overrides.contains { override in
            override.parameter == .certificate && override.number == 0
                && target.places.contains { $0.of == override.table }
        }
    }
}
