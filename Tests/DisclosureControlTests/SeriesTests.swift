// Two years of monthly releases, made up: after each of them everything of all of them is proven.
import Testing

@testable import DisclosureControl

struct SeriesTests {
    /// What kind of tables a series has.
    enum Shape: CaseIterable, Sendable { case oneWay, crossed, hierarchy, mixed }

    @Test(arguments: Shape.allCases, isSoak ? 0..<4 : 0..<1)
    func `every target of every month is proven after every month`(shape: Shape, seed: Int) throws {
        var months = Months(shape, seed: seed)
        var policy = DisclosurePolicy()
        policy.maxHiddenShare = .init(of: 9, in: 10)
        var ledger = Ledger()
        var published = 0
        for month in 0..<(isSoak ? 24 : 4) {
            let draft = months.next(month)
            let made = try ledger.protect(draft, under: policy)
            ledger.statements.append(made.statement)
            published += made.statement.tables.count
            #expect(made.certificate.faults(in: ledger, under: policy) == [], "month \(month)")
            // Headlines are exact, and no table is lost without a word.
            #expect(made.statement.headlines.map(\.cell) == draft.headlines.map(\.cell))
            #expect(made.statement.tables.count + made.withheld.count == draft.tables.count)
        }
        // A few of them once more, exactly and not by worlds.
        let targets = Certificate.targets(of: ledger, under: policy)
        for target in stride(from: 0, to: targets.count, by: max(1, targets.count / (isSoak ? 9 : 2))).map({
            targets[$0]
        }) {
            let places = target.places
            let interval =
                places.count == 1
                ? ledger.interval(of: places[0], under: policy)
                : ledger.interval(of: places[0], to: places[1], under: policy)
            let width = try #require(interval).upperBound - #require(interval).lowerBound
            #expect(width >= policy.minWidth, "\(target.text)")
        }
        #expect(published > 0)
    }
}

/// A made-up operation whose numbers grow, and of which some stand at a stage for a while.
struct Months {
    private var chance: Chance
    private let shape: SeriesTests.Shape
    private var ever: [[Int]], now: [[Int]]
    private let rows: [String], cols: [String]

    init(_ shape: SeriesTests.Shape, seed: Int) {
        chance = Chance(7_000 + seed * 31 + (SeriesTests.Shape.allCases.firstIndex(of: shape) ?? 0))
        self.shape = shape
        rows = ["A", "B", "C", "D", "E"]
        let cols = shape == .oneWay || shape == .hierarchy ? ["n"] : ["female", "male", "not recorded"]
        self.cols = cols
        ever = rows.map { _ in cols.map { _ in 0 } }
        now = ever
        for _ in 0..<80 { arrive() }
    }

    private mutating func arrive() {
        let row = min(chance.number(0...4), chance.number(0...4)), col = min(chance.number(0...9) / 4, cols.count - 1)
        ever[row][col] += 1
        now[row][col] += 1
    }

    private mutating func leave() {
        let row = chance.number(0...4), col = chance.number(0...cols.count - 1)
        if now[row][col] > 0 { now[row][col] -= 1 }
    }

    /// The draft of the next month.
    mutating func next(_ month: Int) -> Statement {
        if month > 0 {
            for _ in 0..<chance.number(0...14) { arrive() }
            for _ in 0..<chance.number(0...8) { leave() }
        }
        let all = ever.joined().reduce(0, +), live = now.joined().reduce(0, +)
        var tables: [Table] = []
        func add(_ figure: String, _ counts: [[Int]], grows: Bool) {
            let byRow = counts.map { [$0.reduce(0, +)] }
            switch shape {
            case .oneWay:
                tables.append(Table("\(figure)/area", of: figure, isCumulative: grows, rows: rows, counts: byRow))
            case .hierarchy:
                tables.append(
                    Table(
                        "\(figure)/area", of: figure, isCumulative: grows, rows: rows + ["north", "south"],
                        rowParents: ["north": ["A", "B"], "south": ["C", "D", "E"]],
                        counts: byRow + [[byRow[0][0] + byRow[1][0]], [byRow[2][0] + byRow[3][0] + byRow[4][0]]]))
            case .crossed, .mixed:
                tables.append(
                    Table("\(figure)/area/sex", of: figure, isCumulative: grows, rows: rows, cols: cols, counts: counts)
                )
                if shape == .mixed {
                    let sums = cols.indices.map { col in [counts.reduce(0) { $0 + $1[col] }] }
                    tables.append(Table("\(figure)/sex", of: figure, isCumulative: grows, rows: cols, counts: sums))
                }
            }
        }
        add("ever", ever, grows: true)
        if shape != .crossed { add("now", now, grows: false) }
        return Statement(
            "REL-\(1_000 + month)", day: month * 30,
            headlines: [
                Headline("ever", all, isCumulative: true, isExempt: true),
                Headline("now", live, isCumulative: false, isExempt: true),
            ], tables: tables, relations: [.within("now", "ever")])
    }
}
