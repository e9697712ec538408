// Categories told as one: printed without their parts, kept apart in the ledger.
import DisclosureControl
import Figures
import Lifecycle
import Testing

@testable import Publishing

struct MergeTests {
    private let counts = BreakdownCounts(
        "people-charged/ward", of: "people-charged", isCumulative: true, asAt: Day(number: 17_000),
        rows: ["North", "n1", "n2", "n3", "elsewhere", "unknown"], rowParents: ["North": ["n1", "n2", "n3"]],
        counts: [[33], [11], [8], [14], [20], [4]])

    @Test func `merged rows are printed as one, and add up`() throws {
        let merged = try MergedTable(counts, [try Merge("people-charged/ward:n1+n2=n1 and n2")])
        #expect(merged.table.total.count == 57)
        #expect(merged.table.rowParents["n1 and n2"] == ["n1", "n2"])
        let hidden = zip(merged.table.rows, merged.table.cells).filter { $0.1[0].showing == .hidden }.map(\.0)
        #expect(hidden == ["n1", "n2"])
        let printed = merged.printed(merged.table, try Breakdown("people-charged:ward"))
        #expect(printed.rows == ["North", "n1 and n2", "n3", "elsewhere", "unknown"])
        #expect(printed.cells.map { $0[0].count } == [33, 19, 14, 20, 4])
        #expect(printed.rowParents == ["North": ["n1 and n2", "n3"]])
        #expect(printed.notes.count == 1)
    }

    @Test(arguments: [
        ("people-charged/ward:n1+n9=x", "no category n9"), ("people-charged/ward:n1+elsewhere=x", "one and the same"),
        ("people-charged/ward:n1+n2=n3", "already"), ("people-charged/ward:North+elsewhere=x", "a sum of others"),
    ])
    func `merges that cannot be are refused`(_ text: String, _ words: String) throws {
        let merge = try Merge(text)
        let fault = #expect(throws: ReleaseFault.self) { try MergedTable(counts, [merge]) }
        #expect(fault?.sentence.contains(words) == true)
    }

    @Test func `a category is merged once, and columns are not merged`() throws {
        let twice = try [Merge("people-charged/ward:n1+n2=a"), Merge("people-charged/ward:n2+n3=b")]
        #expect(throws: ReleaseFault.self) { try MergedTable(counts, twice) }
        let crossed = BreakdownCounts(
            "people-charged/ethnicity/sex", of: "people-charged", isCumulative: true, asAt: Day(number: 1),
            rows: ["a", "b"],
            cols: ["f", "m"], counts: [[1, 2], [3, 4]])
        let fault = #expect(throws: ReleaseFault.self) {
            try MergedTable(crossed, [try Merge("people-charged/ethnicity/sex:f+m=all")])
        }
        #expect(fault?.sentence.contains("column") == true)
    }

    @Test(arguments: ["", "t", "t:a", "t:a=b", "t:a+a=b", "t:a+=b", ":a+b=c", "t:a+b=", "t=a+b:c"])
    func `what is no merge is refused`(_ text: String) {
        #expect(throws: ReleaseFault.self) { try Merge(text) }
    }

    @Test func `a merge is written as it is read`() throws {
        let merge = try Merge("f/age band now:18 to 24+25 to 34=18 to 34")
        #expect(merge.text == "f/age band now:18 to 24+25 to 34=18 to 34")
        #expect((merge.table, merge.parts, merge.name) == ("f/age band now", ["18 to 24", "25 to 34"], "18 to 34"))
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func `what is merged in a release is in none of its bytes, and stays hidden`(_ seed: UInt64) throws {
        let operation = Operation(seed: seed)
        let breakdown = try Breakdown("people-arrested-or-interviewed:sex")
        var input = operation.input(1, ReleasePlan(breakdowns: [breakdown]))
        let rows = input.breakdowns[0]
        let ranked = zip(rows.rows, rows.counts.map { $0[0] }).sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        // The smallest are put together until they are enough to be told: with them merged the table can be published.
        var parts: [String] = []
        var sum = 0
        for (name, count) in ranked where sum < 10 || parts.count < 2 { (parts, sum) = (parts + [name], sum + count) }
        input.merges = [Merge(table: breakdown.id, parts: parts, name: "others")]
        let made = try Assembly(input)
        let table = try #require(made.content.tables.first)
        #expect(table.rows.contains("others") && parts.allSatisfy { !table.rows.contains($0) })
        #expect(table.cells.reduce(0) { $0 + ($1[0].count ?? 0) } == table.total.count)
        let kept = try #require(made.statements.last?.tables.first { $0.id == breakdown.id })
        for (row, cells) in zip(kept.rows, kept.cells) where parts.contains(row) {
            #expect(cells[0].showing == .hidden)
        }
        #expect(made.protection.certificate.faults(in: Ledger(made.statements), under: input.policy).isEmpty)
    }

    @Test func `a name that stood for other categories is refused, and one that stood for the same is not`() throws {
        var operation = Operation(seed: 2)
        let breakdown = try Breakdown("people-arrested-or-interviewed:sex")
        var input = operation.input(1, ReleasePlan(breakdowns: [breakdown]))
        input.merges = [try Merge("\(breakdown.id):other+not recorded+female=others")]
        let first = try Assembly(input)
        try #require(first.content.tables.count == 1)
        for _ in 0..<4 { operation.month() }
        var next = operation.input(2, ReleasePlan(breakdowns: [breakdown]), earlier: [first.earlier])
        next.merges = [try Merge("\(breakdown.id):other+not recorded=others")]
        let fault = #expect(throws: ReleaseFault.self) { try Assembly(next) }
        #expect(fault?.sentence.contains("REL-0001") == true)
        next.merges = [try Merge("\(breakdown.id):female+not recorded+other=others")]
        _ = try Assembly(next)
    }

    @Test func `a merge of a table that the release has not is refused`() throws {
        var input = Operation(seed: 1).input(1)
        input.merges = [try Merge("people-charged/sex:a+b=c")]
        #expect(throws: ReleaseFault.self) { try Assembly(input) }
    }
}
