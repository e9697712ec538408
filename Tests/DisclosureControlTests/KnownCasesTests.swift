// Published tables with known answers come out as they were published.
import Testing

@testable import DisclosureControl

struct KnownCasesTests {
    @Test func `Geurts 1992: four hidden cells, and how closely each can be told`() {
        let statement = Known.statement(
            ["1", "2", "3"], ["1", "2"], [[4, 3], [2, 1], [3, 3]],
            hidden: [("1", "1"), ("1", "2"), ("2", "1"), ("2", "2")])
        let ledger = Ledger([statement])
        let expected = ["r0:t|1|1": 3...6, "r0:t|1|2": 1...4, "r0:t|2|1": 0...3, "r0:t|2|2": 0...3]
        for (place, interval) in expected {
            #expect(Place(place).flatMap { ledger.interval(of: $0, under: Known.policy(width: 3)) } == interval)
        }
    }

    @Test func `sdcTable microdata 1: one sensitive cell needs three more, and the least frequent are C's`() throws {
        let draft = Known.statement(
            ["A", "B", "C", "D"], ["male", "female"], [[18, 2], [14, 19], [12, 10], [11, 14]])
        let policy = Known.policy(width: 1, threshold: 3)
        let made = try Ledger().protect(draft, under: policy)
        #expect(made.hiddenCells == 4 && made.hiddenMargins == 0)
        let table = try #require(made.statement.tables.first)
        #expect(table.cells.map { $0.map(\.shown) } == [[nil, nil], [14, 19], [nil, nil], [11, 14]])
        #expect(made.certificate.faults(in: Ledger([made.statement]), under: policy) == [])
    }

    @Test func `GaussSuppression example 1: width 4 at first; for 5 both Spain cells go`() throws {
        let rows = ["young", "old"], cols = ["Spain", "Iceland", "Portugal"], counts = [[17, 3, 1], [17, 10, 11]]
        let four = Known.statement(
            rows, cols, counts,
            hidden: [("young", "Iceland"), ("young", "Portugal"), ("old", "Iceland"), ("old", "Portugal")])
        for col in ["Iceland", "Portugal"] {
            #expect(
                Ledger([four]).interval(of: Place("r0", "t", row: "young", col: col), under: Known.policy(width: 5))
                    == 0...4)
        }
        let policy = Known.policy(width: 5, threshold: 4)
        let made = try Ledger().protect(Known.statement(rows, cols, counts), under: policy)
        #expect(made.hiddenCells == 6 && made.hiddenMargins == 0)
        #expect(made.certificate.faults(in: Ledger([made.statement]), under: policy) == [])
    }

    @Test func `UserSupport 136: two ways of adding up, each safe alone; together one more cell is hidden`() throws {
        let units = ["A", "B", "I", "J", "K", "L", "M", "N"], counts = [[2], [2], [8], [8], [3], [3], [3], [7]]
        let rows = units + ["county-1", "county-2", "small", "BIG"]
        let parents = [
            "county-1": ["A", "B", "I", "J"], "county-2": ["K", "L", "M", "N"],
            "small": ["A", "B", "I", "J", "K", "N"], "BIG": ["L", "M"],
        ]
        let bad = Known.statement(
            rows, ["n"], counts + [[20], [16], [30], [6]],
            hidden: ["A", "B", "K", "L", "M"].map { ($0, "n") }, parents: parents)
        #expect(
            Ledger([bad]).interval(of: Place("r0", "t", row: "K", col: "n"), under: Known.policy(width: 1)) == 3...3)
        let policy = Known.policy(width: 1, threshold: 4)
        let made = try Ledger().protect(
            Known.statement(rows, ["n"], counts + [[20], [16], [30], [6]], parents: parents), under: policy)
        #expect(made.hiddenCells == 6)
        #expect(made.statement.tables.first?.cells[7][0].showing == .hidden)
        #expect(made.certificate.faults(in: Ledger([made.statement]), under: policy) == [])
    }

    @Test func `Handbook: the same table for a slightly larger group gives a small difference away`() throws {
        let rows = ["More than 30", "16-30", "15 or less"], cols = ["Male", "Female"]
        let earlier = Known.statement(as: "a", rows, cols, [[50, 54], [128, 140], [39, 49]], isCumulative: true)
        let later = Known.statement(
            as: "b", day: 1, rows, cols, [[52, 55], [130, 140], [39, 49]], isCumulative: true)
        // What differs by 1 or 2: three cells.
        let policy = Known.policy(width: 1, change: 3)
        #expect(
            Certificate.targets(of: Ledger([earlier, later]), under: policy).count {
                $0.places.allSatisfy { $0.row != "*" && $0.col != "*" }
            } == 3)
        let made = try Ledger([earlier]).protect(later, under: policy)
        #expect(made.certificate.faults(in: Ledger([earlier, made.statement]), under: policy) == [])
    }
}
