// Tables and months made up by chance that is the same each time.
@testable import DisclosureControl

/// Made-up counts.
struct Chance {
    var generator: Seeded

    init(_ seed: Int) { generator = Seeded([seed]) }

    /// A number between two.
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

    /// A table of counts of which some are hidden.
    mutating func statement(rows: Int, cols: Int, most: Int, hidden: Int) -> Statement {
        let names = (0..<rows).map { "r\($0)" }, others = (0..<cols).map { "c\($0)" }
        let counts = names.map { _ in others.map { _ in number(0...most) } }
        var spots: [(row: String?, col: String?)] = []
        for _ in 0..<hidden {
            spots.append((names[number(0...rows - 1)], others[number(0...cols - 1)]))
        }
        if number(0...3) == 0 { spots.append((names[number(0...rows - 1)], nil)) }
        return Known.statement(names, others, counts, hidden: spots)
    }
}

/// What a reader can think of, by trying every number in every hidden cell.
struct Enumeration {
    /// The worlds: a value for each place.
    private(set) var worlds: [[Place: Int]] = []

    /// Every world of one statement of one table.
    init(_ statement: Statement) {
        guard let table = statement.tables.first else { return }
        let hidden = table.rows.indices.flatMap { row in
            table.cols.indices.filter { table.cells[row][$0].showing == .hidden }.map { (row, $0) }
        }
        var counts = table.cells.map { $0.map(\.count) }
        let bound = table.total.count
        func go(_ index: Int) {
            if index == hidden.count {
                let rows = counts.map { $0.reduce(0, +) }
                let cols = table.cols.indices.map { col in counts.reduce(0) { $0 + $1[col] } }
                let agrees =
                    zip(rows, table.rowTotals).allSatisfy { $1.showing == .hidden || $0 == $1.count }
                    && zip(cols, table.colTotals).allSatisfy { $1.showing == .hidden || $0 == $1.count }
                    && (table.total.showing == .hidden || rows.reduce(0, +) == bound)
                if agrees { worlds.append(Self.world(statement, counts)) }
                return
            }
            let (row, col) = hidden[index]
            for value in 0...bound {
                counts[row][col] = value
                if counts[row].reduce(0, +) > bound { break }
                go(index + 1)
            }
            counts[row][col] = 0
        }
        for (row, col) in hidden { counts[row][col] = 0 }
        go(0)
    }

    private static func world(_ statement: Statement, _ counts: [[Int]]) -> [Place: Int] {
        guard let table = statement.tables.first else { return [:] }
        var world: [Place: Int] = [:]
        for (row, name) in table.rows.enumerated() {
            for (col, other) in table.cols.enumerated() {
                world[Place(statement.id, table.id, row: name, col: other)] = counts[row][col]
            }
            world[Place(statement.id, table.id, row: name, col: nil)] = counts[row].reduce(0, +)
        }
        return world
    }

    /// The least and the most of a number, or of a change where two statements' worlds go together.
    func interval(of place: Place) -> ClosedRange<Int>? {
        let values = worlds.compactMap { $0[place] }
        guard let least = values.min(), let most = values.max() else { return nil }
        return least...most
    }
}
