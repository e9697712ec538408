// Which numbers a reader can hold against each other, beside the same cell of the same table in two releases.

extension Ledger {
    /// Small differences between numbers that stand in different tables, as targets.
    ///
    /// One number that two tables tell in turn: a cell of a table by sex in one statement, a margin of a table by age and
    /// sex in another. And in one statement a cell of a figure beside that of a figure within which it lies: people charged
    /// and people charged with any offence, by sex. The earlier, or the part, is first.
    func comparisons(under policy: DisclosurePolicy) -> [Target] {
        let ordered = inOrder
        let numbers = ordered.map(\.numbers)
        let inTurn = numbers.map { $0.sorted { $0.key < $1.key } }
        var targets: [Target] = []
        func compare(_ one: Statement.Number, _ other: Statement.Number, _ statements: [Statement]) {
            let departure = statements.flatMap(\.overrides).first {
                $0.parameter == .change && [one.place.of, other.place.of].contains($0.table)
            }
            let change = abs(one.cell.count - other.cell.count)
            if change >= 1, change < departure?.number ?? policy.changeThreshold {
                targets.append(.change(one.place, other.place))
            }
        }
        for (index, later) in ordered.enumerated() {
            for (earlier, told) in zip(ordered, numbers).prefix(index) {
                for (key, here) in inTurn[index] {
                    guard let there = told[key], let pair = here.told(otherwiseThan: there),
                        pair.before.cell.count != pair.now.cell.count
                    else { continue }
                    compare(pair.before, pair.now, [later, earlier])
                }
            }
            for case .within(let part, let whole) in later.relations {
                for (key, here) in inTurn[index] where key.hasPrefix(part + "/") {
                    guard let one = here.first, let other = numbers[index][whole + key.dropFirst(part.count)]?.first
                    else { continue }
                    compare(one, other, [later])
                }
            }
        }
        return targets
    }
}

extension Statement {
    /// A number with its place.
    struct Number {
        let place: Place, cell: Cell
        /// Whether it only ever grows.
        let grows: Bool
    }

    /// The numbers of its tables, each under one name in whichever tables it stands; totals that are headlines left out.
    var numbers: [String: [Number]] {
        var found: [String: [Number]] = [:]
        for table in tables {
            for (row, col) in table.spots {
                if table.headline != nil, row == nil, col == nil || table.cols == ["n"] { continue }
                guard let cell = table.found(row, col), cell.showing.isCount else { continue }
                found[table.key(row, col), default: []]
                    .append(
                        Number(
                            place: Place(id, table.id, row: row, col: col), cell: cell, grows: table.isCumulative))
            }
        }
        return found
    }
}

extension Statement {
    /// The table of a figure within which another table's figure lies, if their totals differ by less than so many.
    func whole(of table: Table, below change: Int) -> String? {
        for case .within(let part, let whole) in relations where table.id.hasPrefix(part + "/") {
            let other = whole + table.id.dropFirst(part.count)
            if let beside = tables.first(where: { $0.id == other }),
                (1..<max(1, change)).contains(abs(beside.total.count - table.total.count))
            {
                return other
            }
        }
        return nil
    }
}

extension [Statement.Number] {
    /// The number here and an earlier one there, if no table tells it both times.
    func told(otherwiseThan there: Self) -> (before: Element, now: Element)? {
        guard let before = there.first, let now = first,
            !contains(where: { here in there.contains { $0.place.of == here.place.of } })
        else { return nil }
        return (before, now)
    }
}
