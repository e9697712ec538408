// What a release says of the day a year before it, of figures that are no agreed totals.

import DisclosureControl
import Figures
import Lifecycle

/// A year ago in the ledger: what was told of that day already, and what this release tells of it for the first time.
struct PastStatement {
    /// What this release adds; nil if it adds nothing, or if nothing can be added safely.
    let new: Statement?
    /// The ledger with it.
    let ledger: [Statement]
    private let told: [String: Shown]

    /// The statement of a year ago that a release needs, protected as any other is.
    init(_ draft: ReleaseDraft, progress: (Progress) throws -> Void) throws {
        let input = draft.input
        let day = ReleaseInput.yearAgo(input.asAt)
        let before = input.earlier.flatMap(\.statements)
        let report = input.report(of: day)
        let wanted = draft.figures.filter { !AgreedTotals.holds($0) }.compactMap { figure in
            report.flatMap { input.headline(figure, in: $0) }
        }
        var told: [String: Shown] = [:]
        // What was told of that day stands as it was told, the last correction of it last.
        for headline in before.filter({ $0.day == day.number }).flatMap(\.headlines)
        where wanted.contains(where: { $0.id == headline.id }) {
            told[headline.id] = Shown(headline.cell)
        }
        let missing = wanted.filter { told[$0.id] == nil }
        var new: Statement?
        if !missing.isEmpty {
            let statement = Statement(
                "\(input.reference)@\(day.iso)", day: day.number, headlines: missing, tables: [],
                relations: Relations.holding(among: missing))
            do {
                new = try Ledger(before, facts: input.facts).protect(
                    statement, under: input.policy, progress: progress
                ).statement
            } catch is DisclosureRefusal {
                // A number of a year ago is a courtesy: where it would tell too much, it is not given.
                new = nil
            }
        }
        for headline in new?.headlines ?? [] { told[headline.id] = Shown(headline.cell) }
        (self.new, ledger, self.told) = (new, before + (new.map { [$0] } ?? []), told)
    }

    /// What a figure that is no agreed total came to a year ago, as far as it may be told.
    subscript(id: String) -> Shown { told[id] ?? .unavailable }
}
