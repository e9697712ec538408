// A number that is told in one table in one release and in another table in the next.

import DisclosureControl
import Testing

@Suite("A change between two tables")
struct LinkedChangeTests {
    private func statement(_ id: String, day: Int, _ count: Int, _ tables: [Table]) -> Statement {
        Statement(
            id, day: day, headlines: [Headline("people", count, isCumulative: true, isExempt: true)], tables: tables)
    }

    private let bySex = Table(
        "people/sex", of: "people", isCumulative: true, rows: ["female", "male"], counts: [[40], [60]])
    private let byAgeAndSex = Table(
        "people/age/sex", of: "people", isCumulative: true, rows: ["young", "middle", "old"], cols: ["female", "male"],
        counts: [[13, 30], [15, 27], [15, 20]])

    /// Three more women: by the first release's table, and the margin of the second release's.
    @Test(arguments: [true, false])
    func `a small change of a margin of a crossed table is not told`(isCrossedLater: Bool) throws {
        let policy = DisclosurePolicy()
        let crossedFirst = Table(
            "people/age/sex", of: "people", isCumulative: true, rows: ["young", "middle", "old"],
            cols: ["female", "male"], counts: [[12, 20], [14, 20], [14, 20]])
        let later = Table(
            "people/sex", of: "people", isCumulative: true, rows: ["female", "male"], counts: [[43], [77]])
        var ledger = Ledger()
        for (id, count, table) in [
            ("REL-0001", 100, isCrossedLater ? bySex : crossedFirst),
            ("REL-0002", 120, isCrossedLater ? byAgeAndSex : later),
        ] {
            let made = try ledger.protect(statement(id, day: count, count, [table]), under: policy)
            ledger.statements.append(made.statement)
            #expect(made.certificate.faults(in: ledger, under: policy).isEmpty)
        }
        let (before, after) =
            isCrossedLater
            ? (
                Place("REL-0001", "people/sex", row: "female", col: "n"),
                Place("REL-0002", "people/age/sex", row: nil, col: "female")
            )
            : (
                Place("REL-0001", "people/age/sex", row: nil, col: "female"),
                Place("REL-0002", "people/sex", row: "female", col: "n")
            )
        // A table that was left out tells nothing.
        if let interval = ledger.interval(of: before, to: after, under: policy) {
            #expect(interval.upperBound - interval.lowerBound >= policy.minWidth)
        }
    }

    /// A proof whose world lets the women grow fewer between a table and the margin of another is none.
    @Test func `a world in which a number falls from one table to another is found`() throws {
        let policy = DisclosurePolicy()
        var first = Table(
            "people/sex", of: "people", isCumulative: true, rows: ["female", "male"], counts: [[40], [60]])
        for row in 0...1 {
            first.cells[row][0].showing = .hidden
            first.rowTotals[row].showing = .hidden
        }
        let second = byAgeAndSex
        let ledger = Ledger([
            statement("REL-0001", day: 100, 100, [first]), statement("REL-0002", day: 120, 120, [second]),
        ])
        let unknowns = ledger.statements[0].tables[0].hiddenPlaces(in: "REL-0001")
        func certificate(_ women: Int) -> Certificate {
            Certificate(
                unknowns: unknowns,
                worlds: [unknowns.map { $0.row == "female" ? women : 100 - women }])
        }
        // The margin tells 43 women of 120 people later: so there were no more than 43 before, and no more than 77 men.
        let falls = "REL-0002:people/age/sex|*|female is not less than REL-0001:people/sex|female"
        #expect(!certificate(40).faults(in: ledger, under: policy).contains { $0.contains(falls) })
        #expect(certificate(44).faults(in: ledger, under: policy).contains { $0.contains(falls) })
    }
}

extension Table {
    fileprivate func hiddenPlaces(in statement: String) -> [Place] {
        rows.flatMap { row in [Place(statement, id, row: row, col: "n"), Place(statement, id, row: row, col: nil)] }
    }
}
