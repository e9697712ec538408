// Sums that were not agreed to be told: of victims, and of suspects by what became of them.

import DisclosureControl
import Figures
import Lifecycle

/// A sum whose every line may be told, small lines having been put together; and what of it enters the ledger.
struct GuardedSum {
    /// The sum as readers have it.
    let published: PublishedSum
    /// Its lines as a table of the ledger, so that small changes of them are protected; nil if nothing is left of them.
    let table: Table?

    /// Sums whose lines stand beside headlines that count nearly the same people: nothing is put together in these.
    private static let separate: Set<String> = [
        "victims-by-support", "arrests-and-people", "people-by-arrest-or-interview",
    ]

    /// Sums of which one gives away the other's lines: both are told, or neither is.
    static let inseparable: Set<String> = ["arrests-and-people", "people-by-arrest-or-interview"]

    /// A sum with its small lines put together; nil if some line would still be of too few people.
    ///
    /// Small lines are put together with small lines of their sign alone: one that is told elsewhere must not open another.
    init?(_ sum: Reconciliation, under policy: DisclosurePolicy) {
        let isSmall = { (count: Int) in (1..<policy.threshold).contains(count) }
        guard sum.balances, !isSmall(sum.result.count) else { return nil }
        if Self.separate.contains(sum.id), sum.terms.contains(where: { isSmall($0.count) }) { return nil }
        guard !sum.terms.contains(where: { Self.isFixed($0) && isSmall($0.count) }) else { return nil }
        var lines: [PublishedSum.Line] = []
        var rows: [(name: String, count: Int)] = []
        for isTaken in [false, true] {
            let terms = sum.terms.filter { $0.isTaken == isTaken }
            let small = terms.filter { isSmall($0.count) }
            guard Self.hides(small.map(\.count), under: policy) else { return nil }
            for term in terms where !isSmall(term.count) {
                lines.append(.init(term.words, sign: isTaken ? "-" : "+", .number(term.count)))
                if !Self.isFixed(term) { rows.append((term.id, term.count)) }
            }
            guard !small.isEmpty else { continue }
            let count = small.reduce(0) { $0 + $1.count }
            let words = small.map(\.words).joined(separator: "; or ")
            lines.append(.init(words, sign: isTaken ? "-" : "+", .number(count)))
            rows.append((small.map(\.id).joined(separator: "+"), count))
        }
        lines.append(.init(sum.result.words, sign: "=", .number(sum.result.count)))
        published = PublishedSum(
            id: sum.id, title: sum.title, from: sum.from?.iso, to: sum.to.iso, lines: lines)
        let id = (sum.from.map { "\(sum.id) since \($0.iso)" } ?? sum.id) + "/line"
        table =
            rows.isEmpty
            ? nil
            : Table(id, of: nil, isCumulative: false, rows: rows.map(\.name), counts: rows.map { [$0.count] })
    }

    /// Whether a line is a headline by itself, or where a flow begins: it stands alone, or the sum does not stand.
    private static func isFixed(_ term: Reconciliation.Term) -> Bool {
        term.figure != nil || ["opening", "account"].contains(term.id)
    }

    /// Whether small counts that are told as one cannot be told apart, even by a reader who knows that each is small.
    private static func hides(_ small: [Int], under policy: DisclosurePolicy) -> Bool {
        guard !small.isEmpty else { return true }
        let sum = small.reduce(0, +), most = policy.threshold - 1, others = small.count - 1
        guard sum >= policy.threshold else { return false }
        return min(most, sum - others) - max(1, sum - others * most) >= policy.minWidth
    }
}
