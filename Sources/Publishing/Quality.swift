// What a reader must know of the quality of the data.

import DisclosureControl
import Figures
import Lifecycle

/// Writes the sentences on quality: from what is shown, from agreed totals, and from nothing else.
struct Quality {
    let input: ReleaseInput
    let headlines: [HeadlineRow]
    let tables: [PublishedTable]
    let revisions: [Revision]

    /// The sentences, in the order in which they are printed.
    var sentences: [String] { known + ranged + recorded + late + departures + comparability }

    private var known: [String] {
        ["The figures are as at the end of \(input.asAt.words), as far as was known on \(input.knownAt.words)."]
    }

    /// Which agreed totals rest on days that are known only as a range; of any other figure not even that is said.
    private var ranged: [String] {
        let answers = input.report(of: input.asAt)?.answers ?? []
        let titles = answers.filter { answer in
            answer.rangedEvents > 0 && AgreedTotals.figures.contains(answer.figure.id)
                && headlines.contains { $0.id == answer.figure.id }
        }.map(\.figure.title)
        guard !titles.isEmpty else { return [] }
        return [
            "Some of what is counted happened on a day that is known only as a range, and counts at its last day: "
                + "\(titles.joined(separator: "; "))."
        ]
    }

    /// For how many a characteristic is recorded, where everything that this is made of is shown in the table itself.
    private var recorded: [String] {
        tables.compactMap { table in
            guard table.cols == ["n"], table.rowParents.isEmpty, let total = table.total.count else { return nil }
            let unknown = zip(table.rows, table.rowTotals).filter { Self.unknown.contains($0.0) }.map { $0.1.count }
            guard !unknown.isEmpty, unknown.allSatisfy({ $0 != nil }) else { return nil }
            let count = total - unknown.reduce(0) { $0 + ($1 ?? 0) }
            let share = Shown.number(count).percentage(of: table.total, base: input.policy.percentageBase)
            return "\(table.title): recorded for \(count) of \(total) people\(share.map { " (\($0) per cent)" } ?? "")."
        }
    }

    /// The categories of those of whom it is not known.
    private static let unknown: Set<String> = ["not asked", "declined", "not recorded"]

    private var late: [String] {
        guard !revisions.isEmpty else { return [] }
        let count = revisions.count
        return [
            "More is known of earlier days than when they were reported: \(count) \(count == 1 ? "figure" : "figures") of "
                + "earlier releases \(count == 1 ? "is" : "are") otherwise now, marked [r] and listed as revisions."
        ]
    }

    private var departures: [String] { input.departures.map(\.words) }

    private var comparability: [String] {
        let previous = input.previous.flatMap { Day($0.asAt) }.map { [$0] } ?? []
        return Comparability.remarks(on: [input.asAt] + previous + [ReleaseInput.yearAgo(input.asAt)])
    }
}

extension Shown {
    /// The share that it is of a whole, in per cent, rounded half up; nil unless both are numbers and the whole is enough.
    ///
    /// - Parameter base: the least whole of which a share is given.
    package func percentage(of whole: Shown, base: Int) -> Int? {
        guard let part = count, let whole = whole.count, whole >= base, whole > 0, (0...whole).contains(part) else {
            return nil
        }
        return (200 * part + whole) / (2 * whole)
    }
}
