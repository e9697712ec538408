// Writing down what was found, so that it can be checked by addition.

extension Certificate {
    /// The proof of every hidden place and every small change, from a finished search.
    init(_ proving: Proving, _ ordered: [Statement], places: [Place: Int], compared: [Target]) {
        let hidden = ordered.flatMap(\.hidden).sorted()
        let waived = Set(ordered.flatMap(\.waived))
        var cells: [Int: Goal] = [:], changes: [[Int]: Goal] = [:]
        for goal in proving.goals {
            if let earlier = goal.earlier {
                changes[[earlier, goal.quantity]] = goal
            } else {
                cells[goal.quantity] = goal
            }
        }
        // The file's own world comes first: from it alone can others tell which changes are small.
        var used: [Int: Int] = [0: 0]
        var proofs: [Proof] = []
        func prove(_ target: Target, _ goal: Goal?) {
            guard let goal, goal.isProven, !waived.contains(target) else { return }
            proofs.append(
                Proof(
                    target,
                    worlds: [goal.low.world, goal.high.world].map { world in
                        let place = used[world] ?? used.count
                        used[world] = place
                        return place
                    }))
        }
        for place in hidden { prove(.cell(place), places[place].flatMap { cells[$0] }) }
        for (index, later) in ordered.enumerated() {
            for earlier in ordered.prefix(index) {
                for table in later.tables where earlier.tables.contains(where: { $0.id == table.id }) {
                    for (row, col) in table.spots {
                        let one = Place(earlier.id, table.id, row: row, col: col)
                        let other = Place(later.id, table.id, row: row, col: col)
                        if let before = places[one], let after = places[other] {
                            prove(.change(one, other), changes[[before, after]])
                        }
                    }
                }
            }
        }
        for target in compared {
            let numbers = target.places.compactMap { places[$0] }
            prove(target, changes[numbers])
        }
        let columns = hidden.map { places[$0] }
        let worlds = used.sorted { $0.value < $1.value }.map { world in
            columns.map { $0.map { Int(proving.worlds[world.key][$0]) } ?? 0 }
        }
        self.init(unknowns: hidden, worlds: worlds, proofs: proofs, unassumed: Self.shrunk(ordered))
    }

    /// Pairs of places of one number that only grows and is less on the later day.
    private static func shrunk(_ ordered: [Statement]) -> [[Place]] {
        var pairs: [[Place]] = []
        for (index, later) in ordered.enumerated() {
            for earlier in ordered.prefix(index) where earlier.day < later.day {
                for headline in later.headlines where headline.isCumulative {
                    guard let before = earlier.headlines.first(where: { $0.id == headline.id }),
                        before.cell.count > headline.cell.count
                    else { continue }
                    pairs.append(
                        [Place(earlier.id, headline: headline.id), Place(later.id, headline: headline.id)])
                }
                for table in later.tables where table.isCumulative {
                    guard let before = earlier.tables.first(where: { $0.id == table.id }) else { continue }
                    for (row, col) in table.spots {
                        guard let old = before.found(row, col), let new = table.found(row, col), old.count > new.count
                        else { continue }
                        pairs.append(
                            [
                                Place(earlier.id, table.id, row: row, col: col),
                                Place(later.id, table.id, row: row, col: col),
                            ])
                    }
                }
            }
        }
        return pairs
    }
}
