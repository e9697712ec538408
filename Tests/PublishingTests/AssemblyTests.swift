// A release says what it may, and nothing of what it hides.
import DisclosureControl
import Figures
import Foundation
import Lifecycle
import Testing

@testable import Publishing

struct AssemblyTests {
    @Test(arguments: [UInt64(1), 2, 3])
    func `agreed totals are exact, and every small number of a table is hidden`(_ seed: UInt64) throws {
        let operation = Operation(seed: seed)
        let made = try Assembly(operation.input(1))
        let report = operation.report(operation.day)
        for row in made.content.headlines where AgreedTotals.figures.contains(row.id) {
            let figure = try #require(Figure.named(row.id))
            #expect(row.now == Shown(report[figure]))
        }
        for row in made.content.headlines where row.group == "victims" {
            let figure = try #require(Figure.named(row.id))
            let count = try #require(report[figure]?.count)
            #expect(row.now == ((1..<10).contains(count) ? .hidden : .number(count)), "\(row.id)")
        }
        for table in made.content.tables {
            for value in (table.cells.flatMap { $0 } + table.rowTotals + table.colTotals) {
                #expect(value.count.map { $0 == 0 || $0 >= 10 } ?? true, "\(table.id)")
            }
            #expect(made.content.headlines.first { $0.id == table.headline }?.now == table.total)
        }
        #expect(!made.content.tables.isEmpty || !made.content.withheld.isEmpty)
        #expect(made.protection.certificate.faults(in: Ledger(made.statements), under: DisclosurePolicy()).isEmpty)
    }

    @Test func `the same input gives the same bytes`() throws {
        let input = Operation(seed: 4).input(1)
        #expect(try Assembly(input).content.bytes == Assembly(input).content.bytes)
        #expect(try Assembly(input) == Assembly(input))
    }

    @Test func `a sum that does not come to its result is refused, and named`() throws {
        var input = Operation(seed: 1).input(1)
        input.sums.append(
            Reconciliation(
                "posts-by-role", "Posts by role", .team, unit: .post, to: input.asAt, terms: [.init("a", "a", 2)],
                result: .init("all", "posts", 3)))
        #expect(throws: ReleaseFault.self) { try Assembly(input) }
        let fault = #expect(throws: ReleaseFault.self) { try Assembly(input) }
        #expect(fault?.kind == .counted)
        #expect(fault?.sentence.contains("Posts by role") == true)
    }

    @Test func `a breakdown that does not come to its headline, or was not counted, is refused`() throws {
        var input = Operation(seed: 1).input(1)
        let first = input.breakdowns[0]
        input.breakdowns[0] = BreakdownCounts(
            first.id, of: first.figure, isCumulative: first.isCumulative, asAt: first.asAt, rows: first.rows,
            cols: first.cols, counts: first.counts.map { $0.map { $0 + 1 } })
        #expect(throws: ReleaseFault.self) { try Assembly(input) }
        input.breakdowns.removeFirst()
        #expect(throws: ReleaseFault.self) { try Assembly(input) }
        input = Operation(seed: 1).input(1)
        input.reports = []
        #expect(throws: ReleaseFault.self) { try Assembly(input) }
    }

    @Test func `a small headline is broken down nowhere: refused where asked, withheld where usual`() throws {
        let small = Operation(seed: 5, suspects: 7, victims: 30)
        let made = try Assembly(small.input(1))
        #expect(made.content.withheld.count { $0.id.hasPrefix("people-arrested-or-interviewed/") } == 4)
        #expect(!made.content.tables.contains { $0.headline == "people-arrested-or-interviewed" })
        let asked = ReleasePlan(breakdowns: [try Breakdown("people-arrested-or-interviewed:sex")])
        let fault = #expect(throws: ReleaseFault.self) { try Assembly(small.input(1, asked)) }
        #expect(fault?.sentence.contains("below 10") == true)
    }

    @Test func `a release beside earlier ones compares with them`() throws {
        var operation = Operation(seed: 6)
        let first = try Assembly(operation.input(1))
        let before = operation.report(operation.day)
        operation.month()
        let second = try Assembly(operation.input(2, earlier: [first.earlier])).content
        #expect(second.previous == "REL-0001")
        #expect(second.previousAsAt == first.content.asAt)
        let row = try #require(second.headlines.first { $0.id == "people-arrested-or-interviewed" })
        #expect(row.previous == Shown(before[.peopleArrestedOrInterviewed]))
        #expect(row.change(since: row.previous)?.count == (row.now.count ?? 0) - (row.previous?.count ?? 0))
        #expect(second.forecasts.map(\.release) == ["REL-0001"])
        #expect(second.forecasts.first?.outcome == row.change(since: row.previous))
        for row in second.headlines where row.group == "victims" {
            #expect(row.previous == first.content.headlines.first { $0.id == row.id }?.now)
        }
    }

    @Test func `an agreed total that is known otherwise now is marked and listed`() throws {
        var operation = Operation(seed: 7)
        let first = try Assembly(operation.input(1))
        operation.month()
        var input = operation.input(2, earlier: [first.earlier])
        let day = try #require(Day(first.content.asAt))
        input.reports = input.reports.map { report in
            guard report.asAt == day else { return report }
            return Report(
                asAt: day, knownAt: report.knownAt,
                answers: report.answers.map { answer in
                    answer.figure.id == "arrests" ? Answer(answer.figure, .count((answer.count ?? 0) + 2)) : answer
                }, standing: report.standing)
        }
        let second = try Assembly(input).content
        let row = try #require(second.headlines.first { $0.id == "arrests" })
        #expect(row.isRevised)
        let revision = try #require(second.revisions.first { $0.id == "arrests" })
        #expect(revision.now == row.previous)
        #expect(revision.was == first.content.headlines.first { $0.id == "arrests" }?.now)
        #expect(second.quality.contains { $0.contains("[r]") })
    }

    @Test(arguments: [
        ("people-charged:threshold=4", "at the least"), ("arrests/sex:threshold=5", "no table"),
        ("victims-identified-and-interviewed/sex:threshold=5", "suspects alone"),
        ("people-arrested-or-interviewed/constituency:threshold=6", "no area"),
        ("people-arrested-or-interviewed/sex:threshold=4", "at the least"),
    ])
    func `a departure that the policy does not allow is refused`(_ text: String, _ words: String) throws {
        var input = Operation(seed: 1).input(1)
        let departure = try #require(Departure(reading: text, because: "asked"))
        input.departures = [departure]
        let fault = #expect(throws: ReleaseFault.self) { try Assembly(input) }
        #expect(fault?.sentence.contains(words) == true || fault?.sentence.contains("no table") == true)
    }

    @Test func `an allowed departure is told to readers`() throws {
        var input = Operation(seed: 1).input(1)
        let departure = try #require(
            Departure(reading: "people-arrested-or-interviewed/sex:threshold=5", because: "asked"))
        input.departures = [departure]
        let made = try Assembly(input)
        #expect(made.content.quality.contains(departure.words))
        #expect(made.statements.last?.overrides.map(\.number) == [5])
    }

    @Test func `what stops the work is thrown on`() throws {
        struct Stop: Error {}
        #expect(throws: Stop.self) { try Assembly(Operation(seed: 1).input(1)) { _ in throw Stop() } }
    }

    @Test func `plans that cannot be are refused with a sentence each`() throws {
        let sex = try Breakdown("people-charged:sex")
        #expect(ReleasePlan.standard.breakdowns.count == 7)
        #expect(ReleasePlan.standard.faults().isEmpty)
        #expect(ReleasePlan(headlines: ["people-eaten"], breakdowns: []).faults().count == 1)
        #expect(ReleasePlan(breakdowns: [sex, sex]).faults().count == 1)
        #expect(ReleasePlan(headlines: ["arrests"], breakdowns: [sex]).faults().count == 1)
        let areas = [try Breakdown("people-charged:ward"), try Breakdown("people-charged:constituency")]
        #expect(ReleasePlan(breakdowns: areas).faults().count == 1)
    }

    @Test(arguments: [UInt64(1), 3])
    func `a correction of the same day says what it corrects, and lists what is otherwise`(_ seed: UInt64) throws {
        let operation = Operation(seed: seed)
        let first = try Assembly(operation.input(1))
        var input = operation.input(2, earlier: [first.earlier])
        (input.corrects, input.because) = ("REL-0001", "an arrest was entered twice")
        input.reports = input.reports.map { report in
            guard report.asAt == input.asAt else { return report }
            return Report(
                asAt: report.asAt, knownAt: report.knownAt,
                answers: report.answers.map { answer in
                    answer.figure.id == "arrests" ? Answer(answer.figure, .count((answer.count ?? 0) - 1)) : answer
                }, standing: report.standing)
        }
        let made = try Assembly(input)
        #expect((made.content.corrects, made.content.because) == ("REL-0001", "an arrest was entered twice"))
        #expect(made.content.previous == nil)
        #expect(made.content.revisions.map(\.id) == ["arrests"])
        #expect(made.content.tables == first.content.tables)
        #expect(
            made.protection.certificate.faults(
                in: Ledger(first.statements + made.statements), under: DisclosurePolicy()
            ).isEmpty)
        input.corrects = nil
        let refusal = #expect(throws: DisclosureRefusal.self) { try Assembly(input) }
        #expect(refusal.map { "\($0)" }?.contains("REL-0001") == true)
    }
}
