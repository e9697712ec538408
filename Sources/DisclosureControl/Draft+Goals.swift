// What must be proven before a draft may be published.

extension Draft {
    /// Every hidden number of every statement, and every small change between two of them, that no one has waived.
    ///
    /// The same number told at two places is one goal.
    func goals() -> [Goal] {
        let ordered = ledger.inOrder
        let waived = Set(ordered.flatMap(\.waived))
        var goals: [Goal] = []
        var seen: Set<[Int]> = []
        for told in ordered {
            for place in told.hidden where !waived.contains(.cell(place)) {
                guard told.id != statement.id, let quantity = system.places[place], seen.insert([quantity]).inserted
                else { continue }
                goals.append(Goal(quantity, width: policy.minWidth, target: .cell(place)))
            }
        }
        let waivedNumbers = waivedNumbers
        for quantity in primary.sorted() where !waivedNumbers.contains(quantity) {
            guard let place = places[quantity] else { continue }
            goals.append(Goal(quantity, width: policy.minWidth, target: .cell(place)))
        }
        for (place, later) in ordered.enumerated() {
            for earlier in ordered.prefix(place) {
                for (one, other) in changes(earlier, later) where !waived.contains(.change(one, other)) {
                    guard let before = system.places[one], let after = system.places[other],
                        seen.insert([before, after]).inserted
                    else { continue }
                    goals.append(
                        Goal(after, since: before, width: policy.minWidth, target: .change(one, other)))
                }
            }
        }
        for case .change(let one, let other) in ledger.comparisons(under: policy)
        where !waived.contains(.change(one, other)) {
            guard let before = system.places[one], let after = system.places[other],
                seen.insert([before, after]).inserted
            else { continue }
            goals.append(Goal(after, since: before, width: policy.minWidth, target: .change(one, other)))
        }
        return goals
    }

    /// The numbers that someone has let stand unproven.
    var waivedNumbers: Set<Int> {
        Set(
            ledger.statements.flatMap(\.waived).compactMap { target in
                if case .cell(let place) = target { return system.places[place] }
                return nil
            })
    }

    /// The same targets, and with them those at the other places of the same numbers.
    func everywhere(_ targets: [Target]) -> [Target] {
        var places: [Int: [Place]] = [:]
        for (place, quantity) in system.places { places[quantity, default: []].append(place) }
        func all(_ place: Place) -> [Place] { system.places[place].flatMap { places[$0] } ?? [place] }
        var found: Set<Target> = []
        for target in targets {
            found.insert(target)
            switch target {
            case .cell(let place): found.formUnion(all(place).map { .cell($0) })
            case .change(let earlier, let later):
                for other in all(earlier) {
                    for place in all(later)
                    where other.of == place.of && other.row == place.row && other.col == place.col {
                        found.insert(.change(other, place))
                    }
                }
            }
        }
        return found.sorted()
    }

    /// The small changes of cells from one statement to another.
    private func changes(_ earlier: Statement, _ later: Statement) -> [(Place, Place)] {
        var found: [(Place, Place)] = []
        for table in later.tables {
            guard let before = earlier.tables.first(where: { $0.id == table.id }) else { continue }
            let most =
                [later, earlier].flatMap(\.overrides)
                .first { $0.table == table.id && $0.parameter == .change }?.number ?? policy.changeThreshold
            for (row, col) in table.spots where !(row == nil && col == nil && table.headline != nil) {
                if table.cols == ["n"], row == nil, table.headline != nil { continue }
                guard let old = before.found(row, col), let new = table.found(row, col), old.showing.isCount,
                    new.showing.isCount, (1..<max(1, most)).contains(abs(new.count - old.count))
                else { continue }
                found.append(
                    (Place(earlier.id, table.id, row: row, col: col), Place(later.id, table.id, row: row, col: col)))
            }
        }
        return found
    }
}

extension Cell.Showing {
    /// Whether there is a number behind it.
    var isCount: Bool { self == .number || self == .hidden }
}

extension Statement {
    /// The places of everything that is hidden.
    var hidden: [Place] {
        headlines.filter { $0.cell.showing == .hidden }.map { Place(id, headline: $0.id) }
            + tables.flatMap { table in
                table.spots.filter { table.found($0.row, $0.col)?.showing == .hidden }
                    .map { Place(id, table.id, row: $0.row, col: $0.col) }
            }
    }
}
