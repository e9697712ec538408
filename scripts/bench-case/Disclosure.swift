// Measures disclosure control: a draft of linked tables, with the statements of twenty months before it.
import DisclosureControl

/// A made-up operation: a figure by one characteristic, by another, and by both, in wards and constituencies.
enum Disclosure {
    /// Twenty months are released first, then the draft of the next is protected and its proof checked again.
    static func run(rounds: Int, _ goals: inout Goals) throws {
        var policy = DisclosurePolicy()
        // Much is hidden of so many small cells: what is measured is the search, not how soon a table is left out.
        policy.maxHiddenShare = .init(of: 9, in: 10)
        for isCumulative in [false, true] {
            var months = Months(isCumulative: isCumulative)
            var ledger = Ledger()
            for _ in 0..<20 {
                ledger.statements.append(try ledger.protect(months.next(), under: policy).statement)
            }
            let draft = months.next()
            let cells = draft.tables.reduce(0) { $0 + $1.rows.count * $1.cols.count }
            let words = "\(cells) linked cells of \(isCumulative ? "what only grows" : "a stage"), 20 statements before"
            var made: Protection?
            goals.show(
                "\(words): hidden and proven",
                try (0..<rounds).map { _ in try times { made = try ledger.protect(draft, under: policy) } }, atMost: 10)
            guard let made else { continue }
            let whole = Ledger(ledger.statements + [made.statement])
            var faults = 0
            goals.show(
                "the same: \(made.certificate.proofs.count) proofs checked again",
                (0..<rounds).map { _ in
                    times { faults = made.certificate.faults(in: whole, under: policy).count }
                }, atMost: 10)
            if faults > 0 { goals.show("faults", Double(faults), "", atMost: 0.5) }
        }
    }

    /// Counts that move from month to month.
    private struct Months {
        private let isCumulative: Bool
        private var counts: [[Int]]
        private var month = 0
        private var state: UInt64 = 7

        init(isCumulative: Bool) {
            self.isCumulative = isCumulative
            counts = Array(repeating: Array(repeating: 0, count: 20), count: 20)
            for _ in 0..<6_000 { arrive() }
        }

        private mutating func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }

        private mutating func arrive() {
            let row = min(below(20), below(25)), col = min(below(20), below(25))
            counts[row][col] += 1
        }

        mutating func next() -> Statement {
            month += 1
            for _ in 0..<(isCumulative ? 200 + below(200) : 20) { arrive() }
            if !isCumulative {
                for _ in 0..<20 {
                    let row = below(20), col = below(20)
                    counts[row][col] = max(0, counts[row][col] - 1)
                }
            }
            let wards = (0..<20).map { "ward \($0)" }, bands = (0..<20).map { "band \($0)" }
            let halves = [Array(0..<10), Array(10..<20)].map { half in
                bands.indices.map { col in half.reduce(0) { $0 + counts[$1][col] } }
            }
            let parents = ["north": Array(wards.prefix(10)), "south": Array(wards.dropFirst(10))]
            let rows = wards + ["north", "south"], all = counts + halves
            return Statement(
                "REL-\(1_000 + month)", day: month * 30,
                headlines: [
                    Headline(
                        "people", counts.joined().reduce(0, +), isCumulative: isCumulative, isExempt: true)
                ],
                tables: [
                    Table(
                        "people/ward", of: "people", isCumulative: isCumulative, rows: rows, rowParents: parents,
                        counts: all.map { [$0.reduce(0, +)] }),
                    Table(
                        "people/band", of: "people", isCumulative: isCumulative, rows: bands,
                        counts: bands.indices.map { col in [counts.reduce(0) { $0 + $1[col] }] }),
                    Table(
                        "people/ward/band", of: "people", isCumulative: isCumulative, rows: rows, cols: bands,
                        rowParents: parents, counts: all),
                ])
        }
    }
}
