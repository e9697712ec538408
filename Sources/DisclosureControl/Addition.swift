// The sums by which a proof is checked again: written out from the statements, knowing nothing of how worlds are found.

/// Everything that a possible world must obey, each a sum of numbers between two bounds.
struct Addition {
    /// A number: what is published, or where a world has it.
    struct Number: Hashable {
        let published: Int, unknown: Int?

        /// What it is in a world.
        func value(in world: [Int]) -> Int { unknown.map { world[$0] } ?? published }
    }

    /// A sum that must lie between two bounds, and what it is called in a fault.
    struct Sum {
        let plus: [Number], minus: [Number]
        let least: Int, most: Int
        let name: String
    }

    /// Everything that must hold.
    private(set) var sums: [Sum] = []
    /// Where each unknown stands in a world.
    private let unknowns: [Place: Int]

    /// The sums of a ledger.
    init(_ ledger: Ledger, unknowns: [Place], hiddenLower: Int) {
        self.unknowns = Dictionary(unknowns.enumerated().map { ($0.element, $0.offset) }) { one, _ in one }
        for statement in ledger.statements {
            for table in statement.tables { add(up: table, of: statement) }
            link(statement)
            relate(statement)
        }
        for earlier in ledger.statements {
            for later in ledger.statements where earlier.id != later.id && earlier.day <= later.day {
                compare(earlier, later)
            }
        }
        for fact in ledger.facts { heed(fact, ledger) }
        for statement in ledger.statements {
            for (place, cell) in statement.everything where cell.showing == .hidden {
                demand([number(place, cell)], [], min(hiddenLower, cell.count)...Int.max, "\(place) is too small")
            }
        }
    }

    /// A place's number as a reader has it, or as a world does.
    func number(_ place: Place, _ cell: Cell) -> Number {
        switch cell.showing {
        case .hidden: Number(published: cell.count, unknown: unknowns[place])
        case .number: Number(published: cell.count, unknown: nil)
        case .impossible, .unavailable: Number(published: 0, unknown: nil)
        }
    }

    private mutating func demand(_ plus: [Number], _ minus: [Number], _ bounds: ClosedRange<Int>, _ name: String) {
        sums.append(Sum(plus: plus, minus: minus, least: bounds.lowerBound, most: bounds.upperBound, name: name))
    }

    /// Rows add to their totals, columns to theirs, all of it to the whole, and parts to their sums.
    private mutating func add(up table: Table, of statement: Statement) {
        let name = "\(statement.id):\(table.id)"
        func at(_ row: Int?, _ col: Int?) -> Number {
            let cell: Cell
            switch (row, col) {
            case (let row?, let col?): cell = table.cells[row][col]
            case (let row?, nil): cell = table.rowTotals[row]
            case (nil, let col?): cell = table.colTotals[col]
            case (nil, nil): cell = table.total
            }
            return number(
                Place(statement.id, table.id, row: row.map { table.rows[$0] }, col: col.map { table.cols[$0] }), cell)
        }
        let rows = table.rows.indices, cols = table.cols.indices
        let whole = rows.filter { table.rowParents[table.rows[$0]] == nil }
        for row in rows { demand([at(row, nil)], cols.map { at(row, $0) }, 0...0, "\(name): row \(table.rows[row])") }
        for col in cols {
            demand([at(nil, col)], whole.map { at($0, col) }, 0...0, "\(name): column \(table.cols[col])")
        }
        demand([at(nil, nil)], whole.map { at($0, nil) }, 0...0, "\(name): total of rows")
        demand([at(nil, nil)], cols.map { at(nil, $0) }, 0...0, "\(name): total of columns")
        for (parent, parts) in table.rowParents {
            let below = parts.compactMap { table.rows.firstIndex(of: $0) }
            guard let above = table.rows.firstIndex(of: parent), below.count == parts.count else { continue }
            for col in cols { demand([at(above, col)], below.map { at($0, col) }, 0...0, "\(name): \(parent)") }
            demand([at(above, nil)], below.map { at($0, nil) }, 0...0, "\(name): \(parent)")
        }
        if let id = table.headline, let headline = statement.headlines.first(where: { $0.id == id }) {
            let other = number(Place(statement.id, headline: id), headline.cell)
            demandEqual(at(nil, nil), table.total, other, headline.cell, "\(name): its headline")
        }
    }

    /// Two numbers that are one, wherever the file agrees.
    private mutating func demandEqual(_ one: Number, _ first: Cell, _ other: Number, _ second: Cell, _ name: String) {
        if first.known ?? first.count == second.known ?? second.count { demand([one], [other], 0...0, name) }
    }

    /// The margins of tables of one figure and one characteristic are one number.
    private mutating func link(_ statement: Statement) {
        var margins: [String: (Number, Cell)] = [:]
        func margin(_ key: String, _ place: Place, _ cell: Cell, in addition: inout Addition) {
            let number = addition.number(place, cell)
            if let known = margins[key] {
                addition.demandEqual(number, cell, known.0, known.1, "\(place): the same in another table")
            } else {
                margins[key] = (number, cell)
            }
        }
        for table in statement.tables {
            let parts = table.id.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 2 || parts.count == 3 else { continue }
            for (row, cell) in zip(table.rows, table.rowTotals) {
                margin(
                    "\(parts[1])|\(parts[0])|\(row)", Place(statement.id, table.id, row: row, col: nil), cell, in: &self
                )
            }
            if parts.count == 3 {
                for (col, cell) in zip(table.cols, table.colTotals) {
                    margin(
                        "\(parts[2])|\(parts[0])|\(col)", Place(statement.id, table.id, row: nil, col: col), cell,
                        in: &self)
                }
            }
            margin("|\(parts[0])", Place(statement.id, table.id, row: nil, col: nil), table.total, in: &self)
        }
    }

    /// What the relations of a statement say of its headlines and of its tables, cell by cell.
    private mutating func relate(_ statement: Statement) {
        for relation in statement.relations {
            switch relation {
            case .within(let part, let whole):
                for group in statement.alike([part, whole]) where group[0].1.count <= group[1].1.count {
                    demand(
                        [number(group[1].0, group[1].1)], [number(group[0].0, group[0].1)], 0...Int.max,
                        "\(group[0].0) is within \(group[1].0)")
                }
            case .sum(let whole, let parts):
                for group in statement.alike([whole] + parts)
                where group[0].1.count == group.dropFirst().reduce(0, { $0 + $1.1.count }) {
                    let numbers = group.map { number($0.0, $0.1) }
                    demand([numbers[0]], Array(numbers.dropFirst()), 0...0, "\(group[0].0) is a sum")
                }
            }
        }
    }

    /// The same number on the same day is the same; what only grows is not less on a later day.
    private mutating func compare(_ earlier: Statement, _ later: Statement) {
        let isSameDay = earlier.day == later.day
        if isSameDay, earlier.corrects == later.id || later.corrects == earlier.id || earlier.id > later.id { return }
        func compare(_ one: Place, _ old: Cell, _ other: Place, _ new: Cell, _ grows: Bool, in addition: inout Addition)
        {
            if old.showing != .hidden && new.showing != .hidden { return }
            let before = addition.number(one, old), after = addition.number(other, new)
            if isSameDay {
                addition.demandEqual(before, old, after, new, "\(other) is \(one)")
            } else if grows, old.count <= new.count {
                addition.demand([after], [before], 0...Int.max, "\(other) is not less than \(one)")
            }
        }
        for headline in later.headlines {
            guard let before = earlier.headlines.first(where: { $0.id == headline.id }) else { continue }
            compare(
                Place(earlier.id, headline: headline.id), before.cell, Place(later.id, headline: headline.id),
                headline.cell, headline.isCumulative, in: &self)
        }
        for table in later.tables {
            guard let before = earlier.tables.first(where: { $0.id == table.id }) else { continue }
            let old = Dictionary(before.everything(of: earlier.id).map { ([$0.1, $0.2], ($0.0, $0.3)) }) { one, _ in one
            }
            for (place, row, col, cell) in table.everything(of: later.id) {
                guard let (other, was) = old[[row, col]] else { continue }
                compare(other, was, place, cell, table.isCumulative, in: &self)
            }
        }
        // One number that stands in one table then and in another now.
        let told = earlier.numbers
        for (key, here) in later.numbers {
            guard let pair = told[key].flatMap({ here.told(otherwiseThan: $0) }) else { continue }
            compare(
                pair.before.place, pair.before.cell, pair.now.place, pair.now.cell, pair.before.grows && pair.now.grows,
                in: &self)
        }
    }

    /// What is known from elsewhere holds on its day; of what only grows, its least later and its most earlier too.
    private mutating func heed(_ fact: KnownFact, _ ledger: Ledger) {
        for statement in ledger.statements {
            guard let (cells, grows) = statement.named(by: fact) else { continue }
            let least = statement.day >= fact.day ? fact.least : 0
            let most = statement.day <= fact.day ? fact.most : Int.max
            let truth = cells.reduce(0) { $0 + $1.1.count }
            guard statement.day == fact.day || grows, least <= truth, truth <= most else { continue }
            demand(cells.map { number($0.0, $0.1) }, [], least...most, "\(fact.id) in \(statement.id)")
        }
    }
}
