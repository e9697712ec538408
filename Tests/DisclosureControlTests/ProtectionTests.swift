// What is withheld, refused, waived, found spoilt, and the same each time.
import Testing

@testable import DisclosureControl

struct ProtectionTests {
    private func draft(as id: String = "REL-0001", day: Int = 0, _ counts: [Int], of figure: String = "people")
        -> Statement
    {
        let rows = (0..<counts.count).map { "band \($0)" }
        return Statement(
            id, day: day,
            headlines: [Headline(figure, counts.reduce(0, +), isCumulative: true, isExempt: true)],
            tables: [Table("\(figure)/band", of: figure, isCumulative: true, rows: rows, counts: counts.map { [$0] })])
    }

    @Test func `a small number and the smallest beside it are hidden, and the proof holds`() throws {
        let made = try Ledger().protect(draft([4, 12, 20, 33, 41, 50]), under: DisclosurePolicy())
        let table = try #require(made.statement.tables.first)
        #expect(table.cells.map { $0[0].shown } == [nil, nil, 20, 33, 41, 50])
        #expect(table.rowTotals.map(\.shown) == [nil, nil, 20, 33, 41, 50])
        #expect(made.certificate.faults(in: Ledger([made.statement]), under: DisclosurePolicy()) == [])
    }

    @Test func `spoilt proofs are found`() throws {
        let policy = DisclosurePolicy()
        let made = try Ledger().protect(draft([4, 12, 20, 33, 41, 50]), under: policy)
        let ledger = Ledger([made.statement])
        var other = made.certificate
        other.worlds[1][0] += 1
        #expect(!other.faults(in: ledger, under: policy).isEmpty)
        other = made.certificate
        other.proofs.removeLast()
        #expect(!other.faults(in: ledger, under: policy).isEmpty)
        other = made.certificate
        other.proofs[0] = .init(other.proofs[0].target, worlds: [0, 0])
        #expect(!other.faults(in: ledger, under: policy).isEmpty)
        other = made.certificate
        other.proofs[0] = .init(other.proofs[0].target, worlds: [0, 99])
        #expect(!other.faults(in: ledger, under: policy).isEmpty)
        other = made.certificate
        other.unknowns.removeLast()
        #expect(!other.faults(in: ledger, under: policy).isEmpty)
        other = made.certificate
        for world in other.worlds.indices { other.worlds[world][0] -= 30 }
        #expect(!other.faults(in: ledger, under: policy).isEmpty)
        #expect(!Certificate().faults(in: ledger, under: policy).isEmpty)
        // The proof of another draft, and of a table that shows what it hid.
        var shown = made.statement
        shown.tables[0].cells[0][0].showing = .number
        #expect(!made.certificate.faults(in: Ledger([shown]), under: policy).isEmpty)
        #expect(
            !made.certificate.faults(
                in: Ledger([made.statement, draft(as: "REL-0002", day: 9, [5, 12, 20, 33, 41, 50])]), under: policy
            )
            .isEmpty)
    }

    @Test func `no table of a total below the threshold`() throws {
        let made = try Ledger().protect(draft([2, 3, 4]), under: DisclosurePolicy())
        #expect(made.statement.tables.isEmpty && made.withheld.map(\.table) == ["people/band"])
    }

    @Test func `a total that moved by too few is withheld and names the last release`() throws {
        let policy = DisclosurePolicy()
        let first = try Ledger().protect(draft([14, 12, 20, 33, 41, 50]), under: policy)
        let second = draft(as: "REL-0002", day: 30, [15, 13, 20, 34, 41, 50])
        let made = try Ledger([first.statement]).protect(second, under: policy)
        #expect(made.withheld.first?.last == "REL-0001" && made.withheld.first?.merge == [])
        #expect(made.certificate.faults(in: Ledger([first.statement, made.statement]), under: policy) == [])
        // Enough have been added since the last that carries it.
        let third = draft(as: "REL-0003", day: 60, [19, 18, 26, 33, 41, 50])
        let later = try Ledger([first.statement, made.statement]).protect(third, under: policy)
        #expect(later.withheld.isEmpty)
    }

    @Test func `too much hidden: withheld, with the categories to merge`() throws {
        let made = try Ledger().protect(draft([3, 2, 5, 60, 70]), under: DisclosurePolicy())
        let withheld = try #require(made.withheld.first)
        #expect(withheld.merge == ["band 1", "band 0", "band 2"])
    }

    @Test func `an override lowers a threshold, or lets stand what cannot be proven`() throws {
        var lowered = draft([4, 12, 20, 33, 41, 50])
        lowered.overrides = [PolicyOverride(table: "people/band", parameter: .threshold, number: 4)]
        let made = try Ledger().protect(lowered, under: DisclosurePolicy())
        #expect(made.statement.hidden.isEmpty && made.withheld.isEmpty)
        var pinned = draft([4, 12, 20, 33, 41, 50])
        pinned.overrides = [PolicyOverride(table: "people/band", parameter: .certificate, number: 0)]
        let fact = KnownFact(
            "FACT-0001", day: 0, of: "people/band", cells: [.init(row: "band 0", col: "n")], least: 4, most: 4)
        let stood = try Ledger(facts: [fact]).protect(pinned, under: DisclosurePolicy())
        #expect(!stood.statement.waived.isEmpty && stood.withheld.isEmpty)
        #expect(stood.certificate.faults(in: Ledger([stood.statement], facts: [fact]), under: DisclosurePolicy()) == [])
    }

    @Test func `what is known from elsewhere withholds a table that cannot be kept safe beside it`() throws {
        let fact = KnownFact(
            "FACT-0001", day: 0, of: "people/band", cells: [.init(row: "band 0", col: "n")], least: 4, most: 4)
        let made = try Ledger(facts: [fact]).protect(draft([4, 12, 20, 33, 41, 50]), under: DisclosurePolicy())
        #expect(made.withheld.map(\.table) == ["people/band"])
    }

    @Test func `a fact told after a release: what it gives away is said, and the next release is not held up`() throws {
        let policy = DisclosurePolicy()
        let first = try Ledger().protect(draft([4, 12, 20, 33, 41, 50]), under: policy)
        let fact = KnownFact(
            "FACT-0001", day: 0, of: "people/band", cells: [.init(row: "band 0", col: "n")], least: 4, most: 4)
        let ledger = Ledger([first.statement], facts: [fact])
        let next = try ledger.protect(draft(as: "REL-0002", day: 90, [30, 40, 60, 80, 90, 100]), under: policy)
        #expect(next.warnings.contains { $0.contains("band 0") })
        #expect(
            next.certificate.faults(in: Ledger([first.statement, next.statement], facts: [fact]), under: policy) == [])
    }

    @Test func `a headline that is not exempt is hidden when it is small`() throws {
        var small = draft([14, 12, 20, 33, 41, 50])
        small.headlines.append(Headline("victims", 7, isCumulative: false, isExempt: false))
        let made = try Ledger().protect(small, under: DisclosurePolicy())
        #expect(made.statement.headlines.map(\.cell.showing) == [.number, .hidden])
        // Not where a sum with agreed totals gives it away.
        small.headlines.append(Headline("others", 163, isCumulative: false, isExempt: true))
        small.relations = [.sum("people", of: ["others", "victims"])]
        #expect(throws: DisclosureRefusal.self) { try Ledger().protect(small, under: DisclosurePolicy()) }
    }

    @Test func `contradictions name the two`() throws {
        let policy = DisclosurePolicy()
        let first = try Ledger().protect(draft([14, 12, 20, 33, 41, 50]), under: policy).statement
        let other = draft(as: "REL-0002", [15, 12, 20, 33, 41, 50])
        #expect(Ledger([first]).contradiction(adding: other)?.between == ["REL-0001", "REL-0002"])
        var correcting = other
        correcting.corrects = "REL-0001"
        #expect(Ledger([first]).contradiction(adding: correcting) == nil)
        let fact = KnownFact(
            "FACT-0001", day: 0, of: "people/band", cells: [.init(row: "band 0", col: "n")], least: 3, most: 3)
        #expect(Ledger([first]).contradiction(adding: fact)?.between == ["REL-0001", "FACT-0001"])
        let less = KnownFact("FACT-0002", day: 5, of: "people", cells: [], least: 160, most: 160)
        #expect(Ledger([first]).contradiction(adding: less)?.between == ["REL-0001", "FACT-0002"])
        let one = KnownFact("FACT-0003", day: 7, of: "jobs", cells: [], least: 1, most: 2)
        let two = KnownFact("FACT-0004", day: 7, of: "jobs", cells: [], least: 3, most: 4)
        #expect(Ledger(facts: [one]).contradiction(adding: two)?.between == ["FACT-0003", "FACT-0004"])
        let backwards = KnownFact("FACT-0005", day: 7, of: "jobs", cells: [], least: 3, most: 2)
        #expect(Ledger().contradiction(adding: backwards)?.between == ["FACT-0005"])
        var wrong = draft([14, 12, 20, 33, 41, 50])
        wrong.tables[0].total.count += 1
        #expect(Ledger().contradiction(adding: wrong)?.between == ["REL-0001"])
    }

    @Test func `the same draft gives the same release`() throws {
        var months = Months(.mixed, seed: 5)
        let one = months.next(0), two = months.next(1)
        let policy = DisclosurePolicy()
        let first = try Ledger().protect(one, under: policy)
        let again = try Ledger([first.statement]).protect(two, under: policy)
        #expect(try Ledger([first.statement]).protect(two, under: policy) == again)
    }

    @Test func `whoever watches the progress can stop it`() throws {
        struct Stopped: Error {}
        var calls = 0
        #expect(throws: Stopped.self) {
            try Ledger().protect(draft([4, 12, 20, 33, 41, 50]), under: DisclosurePolicy()) { _ in
                calls += 1
                if calls == 2 { throw Stopped() }
            }
        }
        #expect(calls == 2)
    }

    @Test(arguments: ["REL-0003:people-charged/sex|female|n", "r0:t|young|*", "REL-0001:people-charged"])
    func `a place is its text`(text: String) {
        #expect(Place(text)?.description == text)
        #expect(Place("nothing") == nil && Place("r0:t|a") == nil)
    }
}
