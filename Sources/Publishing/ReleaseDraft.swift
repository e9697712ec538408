// What a release would say before anything is hidden.

import DisclosureControl
import Figures
import Lifecycle

/// The numbers of a release, all of them as they are, and how each will be printed.
struct ReleaseDraft {
    let input: ReleaseInput
    /// The figures of the day.
    let report: Report
    /// The figures whose headlines are told, in order.
    let figures: [Figure]
    /// The breakdowns that are tried, each with its table.
    let tables: [(breakdown: Breakdown, table: MergedTable)]
    /// The agreed sums, and the others as far as they may be told.
    let sums: [PublishedSum], guarded: [GuardedSum]
    /// What is left out from the beginning.
    let withheld: [Withheld]

    /// A draft of what was counted.
    ///
    /// - Throws: ``ReleaseFault`` for what forbids it, whatever disclosure control may say.
    init(_ input: ReleaseInput) throws(ReleaseFault) {
        if let fault = input.plan.faults(beside: input.earlier).first { throw fault }
        guard let report = input.report(of: input.asAt) else {
            throw .missing("What the figures are on \(input.asAt.iso)")
        }
        if let sum = input.sums.first(where: { !$0.balances }) { throw .unbalanced(sum.title, day: sum.to.iso) }
        self.input = input
        self.report = report
        figures = input.plan.headlines.compactMap(Figure.named)
        for departure in input.departures { try Self.check(departure, input.plan) }
        var tables: [(Breakdown, MergedTable)] = []
        var withheld: [Withheld] = []
        for breakdown in input.plan.breakdowns {
            let counts = try input.counts(of: breakdown, total: report[breakdown.figure]?.count)
            if let refusal = breakdown.refusal(ofPublishing: counts.total, threshold: input.policy.threshold) {
                guard input.plan.breakdowns == ReleasePlan.standard.breakdowns else {
                    throw ReleaseFault(.counted, refusal.message)
                }
                withheld.append(input.withheld(breakdown, because: refusal.message))
                continue
            }
            tables.append((breakdown, try MergedTable(counts, input.merges.filter { $0.table == breakdown.id })))
        }
        if let stray = input.merges.first(where: { merge in !input.plan.breakdowns.contains { $0.id == merge.table } })
        {
            throw .merge(stray.text, "the release has no table \(stray.table)")
        }
        for merge in input.merges { try Self.check(merge, input.earlier) }
        self.tables = tables
        let told = input.sumsOfRelease(report)
        sums = told.filter { AgreedTotals.sums.contains($0.id) }.compactMap { PublishedSum($0) }
        var guarded: [GuardedSum] = []
        for sum in told where !AgreedTotals.sums.contains(sum.id) {
            if let one = GuardedSum(sum, under: input.policy) {
                guarded.append(one)
            } else {
                withheld.append(input.withheld(sum))
            }
        }
        if withheld.contains(where: { GuardedSum.inseparable.contains($0.id) }) {
            let left = guarded.filter { GuardedSum.inseparable.contains($0.published.id) }
            withheld += left.map { input.withheld(sum: $0.published.id, $0.published.title) }
            guarded.removeAll { GuardedSum.inseparable.contains($0.published.id) }
        }
        self.guarded = guarded
        self.withheld = withheld
    }

    /// The statement to protect, with these of the guarded sums.
    func statement(_ guarded: [GuardedSum]) -> Statement {
        let headlines = figures.compactMap { input.headline($0, in: report) }
        var statement = Statement(
            input.reference, day: input.asAt.number, headlines: headlines,
            tables: tables.map(\.table.table) + guarded.compactMap(\.table),
            relations: Relations.holding(among: headlines))
        statement.overrides = input.departures.map { departure in
            let parameter: PolicyOverride.Parameter =
                switch departure.parameter {
                case .threshold: .threshold
                case .certificate: .certificate
                }
            return PolicyOverride(table: departure.table, parameter: parameter, number: departure.value)
        }
        statement.corrects = input.corrects
        return statement
    }

    /// Refuses a name that stood for other categories before: a reader would take the two for one.
    private static func check(_ merge: Merge, _ earlier: [EarlierRelease]) throws(ReleaseFault) {
        for statement in earlier.flatMap(\.statements) {
            guard let table = statement.tables.first(where: { $0.id == merge.table }), table.rows.contains(merge.name),
                Set(table.rowParents[merge.name] ?? []) != Set(merge.parts)
            else { continue }
            throw .merge(merge.text, "in \(statement.id) \(merge.name) stands for others: choose another name")
        }
    }

    /// The least threshold that anybody may allow, and only for suspects, all over the district, by one characteristic.
    static let leastThreshold = 5

    private static func check(_ departure: Departure, _ plan: ReleasePlan) throws(ReleaseFault) {
        guard let breakdown = plan.breakdowns.first(where: { $0.id == departure.table }) else {
            throw .departure(departure, "the release has no table \(departure.table)")
        }
        guard departure.parameter == .threshold else { return }
        guard departure.value >= leastThreshold else {
            throw .departure(departure, "the policy allows \(leastThreshold) at the least")
        }
        guard breakdown.population == .suspects, breakdown.by.count == 1, !breakdown.by.contains(where: \.isArea) else {
            throw .departure(
                departure, "the policy allows it for suspects alone, by one characteristic that is no area")
        }
    }
}
