// Nothing in a release tells what it hides: not its notes, its sums, its sentences or what it leaves out.
import DisclosureControl
import Figures
import Foundation
import Lifecycle
import Testing

@testable import Publishing

struct SilenceTests {
    /// The releases of an operation month by month, each with what it was made of.
    static func months(_ seed: UInt64, _ count: Int) throws -> [(input: ReleaseInput, made: Assembly)] {
        var operation = Operation(seed: seed)
        var all: [(input: ReleaseInput, made: Assembly)] = []
        for number in 1...count {
            let input = operation.input(number, earlier: all.map(\.made.earlier))
            all.append((input, try Assembly(input)))
            operation.month()
        }
        return all
    }

    static let seeds: [UInt64] = Seeded.isSoak ? Array(1...200) : [1, 2]
    /// Each seed's releases, made once for all tests.
    private static let made = Dictionary(
        uniqueKeysWithValues: seeds.map { seed in (seed, Result { try months(seed, Seeded.isSoak ? 12 : 4) }) })

    private func months(_ seed: UInt64) throws -> [(input: ReleaseInput, made: Assembly)] {
        try #require(Self.made[seed]).get()
    }

    @Test(arguments: seeds)
    func `in every world that a reader cannot rule out the same is written`(_ seed: UInt64) throws {
        for (input, made) in try months(seed) {
            let certificate = made.protection.certificate
            let id = input.reference
            let protected = made.protection.statement
            for world in certificate.worlds {
                let values = Dictionary(zip(certificate.unknowns, world), uniquingKeysWith: { first, _ in first })
                let other = input.inWorld(values, of: id, beside: protected)
                let draft = try ReleaseDraft(other)
                let written = ReleaseWriter(
                    draft: draft, protected: protected.inWorld(values),
                    past: try PastStatement(try ReleaseDraft(input)) { _ in },
                    sums: made.content.reconciliations, withheld: draft.withheld,
                    tablesWithheld: made.protection.withheld)
                let content = written.content
                #expect(content.headlines == made.content.headlines)
                #expect(content.tables == made.content.tables)
                #expect(content.quality == made.content.quality)
                #expect(content.forecasts == made.content.forecasts)
                #expect(content.revisions == made.content.revisions)
            }
            #expect(!certificate.worlds.isEmpty)
        }
    }

    @Test(arguments: seeds)
    func `what is proven holds month after month, and stays hidden from all numbers together`(_ seed: UInt64) throws {
        let all = try months(seed)
        let policy = DisclosurePolicy()
        var ledger = Ledger()
        for (_, made) in all {
            ledger.statements += made.statements
            #expect(made.protection.certificate.faults(in: ledger, under: policy).isEmpty)
        }
        // Every line of every sum that is no agreed one, told as a fact beside the ledger, must leave what is hidden wide.
        for statement in ledger.statements {
            for headline in statement.headlines where headline.cell.showing == .hidden {
                let range = ledger.interval(of: Place(statement.id, headline: headline.id), under: policy)
                #expect(range.map { $0.count > policy.minWidth } ?? false, "\(statement.id) \(headline.id)")
            }
        }
    }

    @Test(arguments: seeds)
    func `no sentence tells a number that is not shown as one`(_ seed: UInt64) throws {
        for (_, made) in try months(seed) {
            let content = made.content
            let shown = Set(content.shownNumbers)
            let sentences =
                content.quality + content.withheld.map(\.because) + content.headlines.flatMap(\.notes)
                + content.tables.flatMap(\.notes)
            for sentence in sentences {
                for number in sentence.plainNumbers where !shown.contains(number) {
                    #expect(Self.harmless(sentence, number), "\(number) in: \(sentence)")
                }
            }
        }
    }

    /// Numbers that are the policy's, the law's, or a share of shown numbers.
    private static func harmless(_ sentence: String, _ number: Int) -> Bool {
        sentence.contains("below \(number)") || sentence.contains("3 April 2017")
            || sentence.contains("\(number) per cent")
            || sentence.contains("recorded for \(number) of") || sentence.contains("counts of \(number)")
            || sentence.contains("2016-09-19") || sentence.contains("\(number) figure") || isOfDay(sentence, number)
    }

    /// Whether the number stands in a day that is written in words.
    private static func isOfDay(_ sentence: String, _ number: Int) -> Bool {
        (1...12).contains { month in
            let name = Day(year: 2001, month: month, day: 1)?.words.split(separator: " ")[1] ?? ""
            return sentence.contains(" \(number) \(name) ") || sentence.contains(" \(name) \(number)")
        }
    }

    @Test(arguments: seeds)
    func `the reasons for leaving out name no cell`(_ seed: UInt64) throws {
        for (_, made) in try months(seed) {
            for one in made.content.withheld { #expect(!one.because.contains("|") && !one.because.contains(":REL")) }
        }
    }

    @Test func `a sum with small lines is told so that each of them stays wide, or not at all`() throws {
        var random = Seeded(9)
        let policy = DisclosurePolicy()
        var told = 0
        for _ in 0..<(Seeded.isSoak ? 20_000 : 600) {
            let counts = (0..<Int.random(in: 1...5, using: &random)).map { _ in Int.random(in: 0...14, using: &random) }
            let terms = counts.enumerated().map {
                Reconciliation.Term("t\($0.offset)", "line \($0.offset)", $0.element)
            }
            let sum = Reconciliation(
                "victims-by-engagement", "Sum", .victims, unit: .person, to: Day(number: 17_000), terms: terms,
                result: .init("all", "all", counts.reduce(0, +)))
            guard let guarded = GuardedSum(sum, under: policy) else { continue }
            told += 1
            let lines = guarded.published.lines
            #expect(lines.dropLast().reduce(0) { $0 + ($1.count.count ?? 0) } == lines.last?.count.count)
            #expect(lines.allSatisfy { $0.count.count.map { $0 == 0 || $0 >= 10 } ?? false })
            // The reader knows which lines were put together, and that each of them is from 1 to 9.
            let small = counts.filter { (1..<10).contains($0) }
            guard !small.isEmpty else { continue }
            let whole = small.reduce(0, +)
            let others = Self.sums(of: small.count - 1)
            let possible = (1...9).filter { others.contains(whole - $0) }
            #expect((possible.max() ?? 0) - (possible.min() ?? 0) >= policy.minWidth)
        }
        #expect(told > 50)
    }

    /// Every sum that so many numbers from 1 to 9 can make.
    private static func sums(of count: Int) -> Set<Int> {
        (0..<count).reduce(into: Set([0])) { sums, _ in sums = Set(sums.flatMap { sum in (1...9).map { sum + $0 } }) }
    }

    @Test
    func `sums that stand beside other numbers of the same people are never put together, and two stand together`()
        throws
    {
        func sum(_ id: String, _ counts: [Int], on day: Day) -> Reconciliation {
            Reconciliation(
                id, id, .suspects, unit: .person, to: day,
                terms: counts.enumerated().map { .init("t\($0.offset)", "line", $0.element) },
                result: .init("all", "all", counts.reduce(0, +)))
        }
        let policy = DisclosurePolicy()
        let day = Day(number: 17_000)
        #expect(GuardedSum(sum("victims-by-support", [42, 6, 6], on: day), under: policy) == nil)
        #expect(GuardedSum(sum("victims-by-support", [42, 16, 0], on: day), under: policy) != nil)
        #expect(GuardedSum(sum("victims-by-engagement", [42, 6, 6], on: day), under: policy) != nil)
        for (arrests, isTold) in [([84, 1], false), ([84, 12], true)] {
            var input = Operation(seed: 1).input(1)
            input.sums.append(sum("arrests-and-people", arrests, on: input.asAt))
            input.sums.append(sum("people-by-arrest-or-interview", [84, 25], on: input.asAt))
            let content = try Assembly(input).content
            let told = content.reconciliations.filter { GuardedSum.inseparable.contains($0.id) }
            #expect(told.count == (isTold ? 2 : 0))
            #expect(content.withheld.count { GuardedSum.inseparable.contains($0.id) } == (isTold ? 0 : 2))
        }
    }

    @Test func `a small line that stands alone, a small opening and a small result keep a sum back`() {
        let policy = DisclosurePolicy()
        func made(_ opening: Int, _ new: [Int], _ taken: [Int]) -> GuardedSum? {
            let added = new.enumerated().map { Reconciliation.Term("n\($0.offset)", "n\($0.offset)", $0.element) }
            let gone = taken.enumerated().map {
                Reconciliation.Term("g\($0.offset)", "g\($0.offset)", $0.element, isTaken: true)
            }
            let closing = opening + new.reduce(0, +) - taken.reduce(0, +)
            return GuardedSum(
                Reconciliation(
                    "victims-flow", "Flow", .victims, unit: .person, from: Day(number: 1), to: Day(number: 2),
                    terms: [.init("opening", "opening", opening)] + added + gone,
                    result: .init("closing", "closing", closing)),
                under: policy)
        }
        #expect(made(100, [3], []) == nil)
        #expect(made(9, [20], []) == nil)
        #expect(made(20, [], [12]) == nil)
        #expect(made(100, [9, 9], []) == nil)
        #expect(made(100, [6, 6], [2]) == nil)
        #expect(made(100, [6, 6, 0, 30], [10])?.published.lines.map(\.count.count) == [100, 0, 30, 12, 10, 132])
    }
}

extension Statement {
    /// The same statement with other numbers behind its marks.
    func inWorld(_ values: [Place: Int]) -> Statement {
        var other = self
        for index in headlines.indices {
            if let value = values[Place(id, headline: headlines[index].id)] {
                other.headlines[index].cell.count = value
            }
        }
        for index in tables.indices {
            for (row, name) in tables[index].rows.enumerated() {
                for (col, beside) in tables[index].cols.enumerated() {
                    if let value = values[Place(id, tables[index].id, row: name, col: beside)] {
                        other.tables[index].cells[row][col].count = value
                    }
                }
            }
        }
        return other
    }
}

extension ReleaseInput {
    /// The same input as it would be in another world: other counts in the tables and of the hidden headlines.
    func inWorld(_ values: [Place: Int], of id: String, beside protected: Statement) -> ReleaseInput {
        var other = self
        let told = protected.inWorld(values)
        other.breakdowns = breakdowns.map { counts in
            guard let table = told.tables.first(where: { $0.id == counts.id }) else { return counts }
            return BreakdownCounts(
                counts.id, of: counts.figure, isCumulative: counts.isCumulative, asAt: counts.asAt, rows: counts.rows,
                cols: counts.cols, rowParents: counts.rowParents, counts: table.cells.map { $0.map(\.count) })
        }
        other.reports = reports.map { report in
            guard report.asAt == asAt else { return report }
            return Report(
                asAt: report.asAt, knownAt: report.knownAt,
                answers: report.answers.map { answer in
                    guard let value = values[Place(id, headline: answer.figure.id)] else { return answer }
                    return Answer(answer.figure, .count(value), parts: answer.parts, rangedEvents: value)
                }, standing: report.standing)
        }
        return other
    }
}

extension ReleaseContent {
    /// Every number that is shown as one.
    var shownNumbers: [Int] {
        var shown: [Shown?] = []
        for row in headlines { shown += [row.now, row.previous, row.yearAgo] }
        for sum in reconciliations { shown += sum.lines.map(\.count) }
        for table in tables {
            for cells in table.cells { shown += cells }
            shown += table.rowTotals
            shown += table.colTotals
            shown.append(table.total)
        }
        return shown.compactMap { $0?.count }
    }
}

extension String {
    /// The whole numbers in it that are no part of a date or a reference.
    var plainNumbers: [Int] {
        replacing(/\d{4}-\d{2}-\d{2}/, with: "").replacing(/REL-\d+/, with: "").matches(of: /\d+/).compactMap {
            Int($0.output)
        }
    }
}
