// Tables of the kinds by which hidden numbers were given away elsewhere.
import Testing

@testable import DisclosureControl

struct MoreKnownCasesTests {
    /// sdcTable's table of four by four: two or more hidden in every line, and one of them exact all the same.
    private let four = (
        rows: ["w", "x", "y", "z"], cols: ["a", "b", "c", "d"],
        counts: [[30, 47, 64, 89], [90, 124, 5, 31], [92, 100, 59, 85], [800, 991, 651, 685]],
        hidden: [
            ("w", "a"), ("w", "b"), ("w", "c"), ("x", "a"), ("x", "c"), ("y", "b"), ("y", "d"), ("z", "b"), ("z", "d"),
        ] as [(row: String?, col: String?)]
    )

    @Test func `sdcTable 4 by 4: two hidden in every line, and 47 is exact`() throws {
        let place = Place("r0", "t", row: "w", col: "b")
        let policy = Known.policy(width: 1)
        let bad = Known.statement(four.rows, four.cols, four.counts, hidden: four.hidden)
        #expect(Ledger([bad]).interval(of: place, under: policy) == 47...47)
        let better = Known.statement(four.rows, four.cols, four.counts, hidden: four.hidden + [("x", "b")])
        #expect(Ledger([better]).interval(of: place, under: policy) == 0...141)
        let made = try Ledger().protect(bad, under: policy)
        #expect(made.hiddenCells == 10 && made.hiddenMargins == 0)
        #expect(made.certificate.faults(in: Ledger([made.statement]), under: policy) == [])
    }

    @Test func `two valid patterns of one table, released in turn, give the sensitive cell away`() throws {
        let rows = ["A", "B", "C", "D"], cols = ["male", "female"],
            counts = [[18, 2], [14, 19], [12, 10], [11, 14]]
        let first = Known.statement(
            as: "r0", rows, cols, counts,
            hidden: [("A", "male"), ("A", "female"), ("C", "male"), ("C", "female")])
        let second = Known.statement(
            as: "r1", rows, cols, counts,
            hidden: [("A", "male"), ("A", "female"), ("D", "male"), ("D", "female")])
        let place = Place("r0", "t", row: "A", col: "female"), policy = Known.policy(width: 1, threshold: 3)
        #expect(Ledger([first]).interval(of: place, under: policy)?.count ?? 0 > 1)
        #expect(Ledger([first, second]).interval(of: place, under: policy) == 2...2)
        // Made by us, the second carries the first's pattern forward.
        let made = try Ledger([first]).protect(Known.statement(as: "r1", rows, cols, counts), under: policy)
        #expect(made.statement.tables.first?.cells == first.tables.first?.cells)
        #expect(made.certificate.faults(in: Ledger([first, made.statement]), under: policy) == [])
    }

    @Test func `hidden ones among shown zeros are exact for a reader who knows that zeros are shown`() {
        var policy = Known.policy(width: 1)
        let statement = Known.statement(
            ["a", "b", "c"], ["x", "y"], [[0, 0], [0, 0], [1, 1]], hidden: [("c", "x"), ("c", "y")])
        let place = Place("r0", "t", row: "c", col: "x")
        policy.hiddenLower = 1
        #expect(Ledger([statement]).interval(of: place, under: policy) == 1...1)
        // Zeros hidden among them protect them.
        policy.hiddenLower = 0
        let better = Known.statement(
            ["a", "b", "c"], ["x", "y"], [[0, 0], [0, 0], [1, 1]],
            hidden: [("c", "x"), ("c", "y"), (nil, "x"), (nil, "y")])
        #expect(Ledger([better]).interval(of: place, under: policy) == 0...2)
    }

    @Test func `single cases: safe where a hidden one may be none, exact where it may not, told to whoever is one`() {
        let hidden: [(row: String?, col: String?)] = [("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")]
        let statement = Known.statement(["a", "b"], ["x", "y"], [[1, 1], [1, 1]], hidden: hidden)
        let places = hidden.map { Place("r0", "t", row: $0.row, col: $0.col) }
        var policy = Known.policy(width: 1)
        for place in places { #expect(Ledger([statement]).interval(of: place, under: policy) == 0...2) }
        policy.hiddenLower = 1
        for place in places { #expect(Ledger([statement]).interval(of: place, under: policy) == 1...1) }
        policy.hiddenLower = 0
        let insider = KnownFact(
            "FACT-0001", day: 0, of: "t", cells: [.init(row: "a", col: "x")], least: 1, most: 1)
        for place in places.dropFirst() {
            #expect(Ledger([statement], facts: [insider]).interval(of: place, under: policy) == 1...1)
        }
    }

    @Test func `bands that overlap give away what lies between them`() throws {
        let parents = ["under 20": ["under 18", "18 and 19"], "under 21": ["under 18", "18 and 19", "20"]]
        let statement = Known.statement(
            ["under 18", "18 and 19", "20", "21 and over", "under 20", "under 21"], ["n"],
            [[12], [5], [1], [30], [17], [18]], hidden: [("under 18", "n"), ("18 and 19", "n"), ("20", "n")],
            parents: parents)
        let policy = Known.policy(width: 1, threshold: 4)
        #expect(
            Ledger([statement]).interval(of: Place("r0", "t", row: "20", col: "n"), under: policy) == 1...1)
        let made = try Ledger().protect(statement, under: policy)
        #expect(made.certificate.faults(in: Ledger([made.statement]), under: policy) == [])
    }

    @Test func `a crossed table is undone by the table of one of its characteristics`() throws {
        let crossed = Known.statement(
            ["young", "old"], ["m", "f"], [[1, 20], [5, 30]],
            hidden: [("young", "m"), ("young", "f"), ("young", nil), ("old", "m"), ("old", "f"), ("old", nil)],
            of: "people/age/sex")
        let policy = Known.policy(width: 5, threshold: 2)
        let place = Place("r0", "people/age/sex", row: "young", col: nil)
        #expect(Ledger([crossed]).interval(of: place, under: policy) == 0...56)
        var both = crossed
        both.tables.append(
            Table("people/age", of: nil, isCumulative: false, rows: ["young", "old"], counts: [[21], [35]]))
        #expect(Ledger([both]).interval(of: place, under: policy) == 21...21)
    }
}
