// Intervals and proofs held against every world there is, on tables small enough to try them all.
import Testing

@testable import DisclosureControl

struct EnumerationTests {
    @Test(arguments: 0..<40)
    func `how closely a number can be told is what trying every world says`(seed: Int) {
        var chance = Chance(seed)
        let statement = chance.statement(
            rows: chance.number(2...3), cols: chance.number(2...3), most: 3, hidden: chance.number(2...6))
        let worlds = Enumeration(statement)
        let ledger = Ledger([statement]), policy = Known.policy(width: 1)
        for place in statement.hidden {
            #expect(ledger.interval(of: place, under: policy) == worlds.interval(of: place), "\(place)")
        }
    }

    @Test(arguments: 0..<20)
    func `how closely a change of what only grows can be told is what trying every pair of worlds says`(seed: Int) {
        var chance = Chance(1_000 + seed)
        let rows = ["a", "b", "c"]
        let counts = rows.map { _ in [chance.number(0...4)] }
        let later = counts.map { [$0[0] + chance.number(0...3)] }
        let hidden: [[(row: String?, col: String?)]] = [
            [("a", "n"), ("b", "n")], [("a", "n"), ("b", "n"), ("c", "n")],
        ]
        let first = Known.statement(
            as: "r0", rows, ["n"], counts, hidden: hidden[chance.number(0...1)], isCumulative: true)
        let second = Known.statement(
            as: "r1", day: 1, rows, ["n"], later, hidden: hidden[chance.number(0...1)], isCumulative: true)
        let before = Enumeration(first).worlds, after = Enumeration(second).worlds
        let ledger = Ledger([first, second]), policy = Known.policy(width: 1)
        for row in rows {
            let one = Place("r0", "t", row: row, col: "n"), other = Place("r1", "t", row: row, col: "n")
            var changes: [Int] = []
            for world in before {
                for next in after
                where rows.allSatisfy({
                    world[Place("r0", "t", row: $0, col: "n")] ?? 0 <= next[Place("r1", "t", row: $0, col: "n")] ?? 0
                }) {
                    changes.append((next[other] ?? 0) - (world[one] ?? 0))
                }
            }
            let least = changes.min() ?? 0, most = changes.max() ?? 0
            #expect(ledger.interval(of: one, to: other, under: policy) == least...most)
        }
    }

    @Test(arguments: 0..<30)
    func `what is called safe is as wide as the policy asks, by trying every world`(seed: Int) throws {
        var chance = Chance(2_000 + seed)
        let draft = chance.statement(rows: 2, cols: chance.number(2...3), most: 4, hidden: 0)
        let policy = Known.policy(width: chance.number(1...3), threshold: 2)
        let made = try Ledger().protect(draft, under: policy)
        #expect(made.certificate.faults(in: Ledger([made.statement]), under: policy) == [])
        if made.statement.tables.isEmpty { return }
        let worlds = Enumeration(made.statement)
        for place in made.statement.hidden where place.row != "*" {
            let interval = try #require(worlds.interval(of: place))
            #expect(interval.upperBound - interval.lowerBound >= policy.minWidth, "\(place)")
        }
    }

    @Test(arguments: 0..<12)
    func `as few are hidden as trying every pattern finds`(seed: Int) throws {
        var chance = Chance(3_000 + seed)
        let size = 3
        let names = (0..<size).map { "r\($0)" }, others = (0..<size).map { "c\($0)" }
        let counts = names.map { _ in others.map { _ in chance.number(3...12) } }
        let draft = Known.statement(names, others, counts)
        let policy = Known.policy(width: 3, threshold: 4)
        let made = try Ledger().protect(draft, under: policy)
        let spots = names.flatMap { row in others.map { (row: Optional(row), col: Optional($0)) } }
        let primary = (0..<9).filter { counts[$0 / 3][$0 % 3] < 4 }.reduce(0) { $0 | 1 << $1 }
        let found = made.hiddenCells
        #expect(made.hiddenMargins == 0)
        // Nothing smaller is safe.
        for pattern in 0..<512 where pattern & primary == primary && pattern.nonzeroBitCount < found {
            let hidden = spots.indices.filter { pattern >> $0 & 1 == 1 }.map { spots[$0] }
            let ledger = Ledger([Known.statement(names, others, counts, hidden: hidden)])
            let isSafe = hidden.allSatisfy { spot in
                let interval = ledger.interval(of: Place("r0", "t", row: spot.row, col: spot.col), under: policy)
                return (interval?.upperBound ?? 0) - (interval?.lowerBound ?? 0) >= policy.minWidth
            }
            #expect(!isSafe, "\(counts) hidden \(found), and \(hidden) is enough")
        }
    }
}
