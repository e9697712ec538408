// What holds between the figures of a day, between days, and between them and what is known from elsewhere.

extension System {
    /// Takes the relations of one statement, wherever the file obeys them.
    mutating func relate(_ statement: Statement, _ keys: [String: Int]) {
        for relation in statement.relations {
            switch relation {
            case .within(let part, let whole):
                if let less = keys[part], let more = keys[whole] { order(less, more) }
                for table in statement.tables where table.id.hasPrefix(part + "/") {
                    let other = whole + table.id.dropFirst(part.count)
                    for (row, col) in table.spots {
                        guard let less = places[Place(statement.id, table.id, row: row, col: col)],
                            let more = places[Place(statement.id, other, row: row, col: col)]
                        else { continue }
                        order(less, more)
                    }
                }
            case .sum(let whole, let parts):
                let all = parts.compactMap { keys[$0] }
                if let sum = keys[whole], all.count == parts.count { equateIfTrue(sum, all) }
                for table in statement.tables where table.id.hasPrefix(whole + "/") {
                    let others = parts.map { $0 + table.id.dropFirst(whole.count) }
                    for (row, col) in table.spots {
                        let all = others.compactMap { places[Place(statement.id, $0, row: row, col: col)] }
                        guard all.count == parts.count,
                            let sum = places[Place(statement.id, table.id, row: row, col: col)]
                        else { continue }
                        equateIfTrue(sum, all)
                    }
                }
            }
        }
    }

    private mutating func equateIfTrue(_ whole: Int, _ parts: [Int]) {
        if parts.reduce(0, { $0 + quantities[$1].truth }) == quantities[whole].truth { equate(whole, parts) }
    }

    private mutating func order(_ less: Int, _ more: Int) {
        if less != more, quantities[less].truth <= quantities[more].truth {
            orders.append(Order(less: less, more: more))
        }
    }

    /// What only grows is never less on a later day, wherever the file obeys that.
    mutating func grow(_ ordered: [Statement], _ told: [[String: Int]]) {
        var growing: Set<String> = []
        for statement in ordered {
            for headline in statement.headlines where headline.isCumulative { growing.insert(headline.id) }
            for table in statement.tables where table.isCumulative {
                for (row, col) in table.spots { growing.insert(table.key(row, col)) }
            }
        }
        for key in growing.sorted() {
            let chain = ordered.indices.compactMap { index in
                told[index][key].map { (day: ordered[index].day, quantity: $0) }
            }
            var below: [Set<Int>] = []
            for (place, later) in chain.enumerated() {
                var reached: Set<Int> = []
                for place in chain.indices.prefix(place).reversed() {
                    let earlier = chain[place]
                    guard earlier.day < later.day, !reached.contains(place),
                        quantities[earlier.quantity].truth <= quantities[later.quantity].truth
                    else { continue }
                    order(earlier.quantity, later.quantity)
                    reached.formUnion(below[place])
                    reached.insert(place)
                }
                below.append(reached)
            }
        }
    }

    /// Takes a fact known from elsewhere, for every statement of its day, and what follows for earlier and later ones.
    ///
    /// - Parameter always: whether it is taken although the file has it otherwise.
    mutating func know(_ fact: KnownFact, _ ordered: [Statement], _ told: [[String: Int]], always: Bool) {
        for (statement, keys) in zip(ordered, told) {
            guard let found = statement.quantities(of: fact, keys, places) else { continue }
            let isGrowing = found.isCumulative
            if statement.day != fact.day, !isGrowing { continue }
            let least = statement.day >= fact.day ? fact.least : 0
            let most = statement.day <= fact.day ? fact.most : Int(Int32.max)
            let truth = found.quantities.reduce(0) { $0 + quantities[$1].truth }
            if always || (least <= truth && truth <= most) {
                sums.append(Known(quantities: found.quantities, least: least, most: most))
            }
        }
    }
}

extension Statement {
    /// The quantities whose sum a fact tells; nil if this statement does not have them.
    func quantities(
        of fact: KnownFact, _ keys: [String: Int], _ places: [Place: Int]
    ) -> (quantities: [Int], isCumulative: Bool)? {
        let table = tables.first { $0.id == fact.of } ?? tables.first { $0.id.hasPrefix(fact.of + "/") }
        let headline = headlines.first { $0.id == fact.of }
        guard let isCumulative = headline?.isCumulative ?? table?.isCumulative else { return nil }
        if fact.cells.isEmpty {
            guard let whole = keys[fact.of] ?? places[Place(id, fact.of, row: nil, col: nil)] else { return nil }
            return ([whole], isCumulative)
        }
        let all = fact.cells.compactMap { cell in
            places[Place(id, fact.of, row: cell.row, col: cell.col)]
                ?? keys["\(fact.of)|\(cell.row ?? cell.col ?? "*")|n"]
        }
        return all.count == fact.cells.count ? (all, isCumulative) : nil
    }
}

extension Table {
    /// Every place of the table: its cells, its margins and its total, as row and column.
    var spots: [(row: String?, col: String?)] {
        let rows = rows.map(Optional.some) + [nil], cols = cols.map(Optional.some) + [nil]
        return rows.flatMap { row in cols.map { (row, $0) } }
    }
}
