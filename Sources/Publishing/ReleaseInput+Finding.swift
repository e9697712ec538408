// Finding things among what was counted.

import DisclosureControl
import Figures
import Lifecycle

extension ReleaseInput {
    /// The release to compare with.
    var previous: ReleaseContent? { Self.previous(asAt: asAt, earlier: earlier) }

    /// The figures of a day, if they were counted.
    func report(of day: Day) -> Report? { reports.first { $0.asAt == day } }

    /// A figure as a headline of the ledger; nil for ranges, and for numbers from elsewhere, which others have told.
    func headline(_ figure: Figure, in report: Report) -> Headline? {
        guard figure.series.isEmpty, let count = report[figure]?.count else { return nil }
        return Headline(figure.id, count, isCumulative: figure.isCumulative, isExempt: AgreedTotals.holds(figure))
    }

    /// The counts of a breakdown, which must come to its figure.
    func counts(of breakdown: Breakdown, total: Int?) throws(ReleaseFault) -> BreakdownCounts {
        guard let counts = breakdowns.first(where: { $0.id == breakdown.id && $0.asAt == asAt }) else {
            throw .missing(breakdown.title)
        }
        guard counts.total == total else { throw .unbalanced(breakdown.title, day: asAt.iso) }
        return counts
    }

    /// The sums to tell: those of the day, and the flows to it; where people stand as it was agreed.
    func sumsOfRelease(_ report: Report) -> [Reconciliation] {
        let stages = Reconciliation.agreedStages(report)
        let openings = [ReleaseInput.yearAgo(asAt), previous.flatMap { Day($0.asAt) }].compactMap { $0 }
        var seen: Set<String> = []
        let own = sums.filter { sum in
            sum.to == asAt && sum.from.map(openings.contains) ?? true
                && ![stages.id, "people-with-other-outcomes"].contains(sum.id)
                && seen.insert("\(sum.id) \(sum.from?.iso ?? "")").inserted
        }
        return [stages] + own
    }

    /// A breakdown left out.
    func withheld(_ breakdown: Breakdown, because: String, merge: [String] = [], last: String? = nil) -> Withheld {
        let carried = earlier.last { $0.content.tables.contains { $0.id == breakdown.id } }?.content.reference
        return Withheld(
            id: breakdown.id, title: breakdown.title, because: because, merge: merge, last: last ?? carried)
    }

    /// A sum left out.
    func withheld(_ sum: Reconciliation) -> Withheld { withheld(sum: sum.id, sum.title) }

    /// A sum left out, for the one reason for which sums are.
    func withheld(sum id: String, _ title: String) -> Withheld {
        Withheld(
            id: id, title: title,
            because: "Some of its lines are of so few people, or have changed by so few, that they are not told.",
            last: earlier.last { $0.content.reconciliations.contains { $0.id == id } }?.content.reference)
    }
}

extension Reconciliation {
    /// Where the people arrested or interviewed stand: the agreed groups each, and one line for all others.
    static func agreedStages(_ report: Report) -> Reconciliation {
        let all = report[.peopleArrestedOrInterviewed]?.count ?? report.standing.total
        let told = Standing.Group.all.filter { AgreedTotals.stages.contains($0.id) }.map {
            Term($0.id, $0.words, report.standing[$0])
        }
        let others = all - told.reduce(0) { $0 + $1.count }
        return Reconciliation(
            "people-by-stage", "Where the people arrested or interviewed stand", .suspects, unit: .person,
            to: report.asAt,
            terms: told + [Term("other-outcomes", "have another outcome", others)],
            result: Term("all", "have been arrested or interviewed", all))
    }
}
