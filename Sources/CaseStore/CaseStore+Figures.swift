// The progress figures, which name nobody.
import Access
import AuditLog
import Cryptography
package import Figures
package import Lifecycle
import Rows
import SQLite

extension CaseStore {
    /// Every figure as at a day, as known at a day; nil for all that is known now.
    package func figures(asAt day: Day, knownAt known: Day? = nil) throws -> Report {
        let reports = try figures(asAt: [day], knownAt: known)
        guard let report = reports.first else { throw StoreError(.fault, "No figures were counted.") }
        return report
    }

    /// Every figure as at some days, a report for each in their order, counted in one pass.
    package func figures(asAt days: [Day], knownAt known: Day? = nil) throws -> [Report] {
        let reports = try comparison(asAt: days, knownAt: known).reports
        return days.compactMap { day in reports.first { $0.asAt == day } }
    }

    /// The sums of a day, and the flows since an earlier one; whether they balance is for the caller to ask.
    package func reconciliations(
        from first: Day?, to last: Day, knownAt known: Day? = nil
    ) throws -> [Reconciliation] {
        try comparison(asAt: [last] + (first.map { [$0] } ?? []), knownAt: known).reconciliations
            .filter { $0.to == last }
    }

    /// The figures of some days with their sums, and the flows between the first day and each other; a day named twice
    /// is counted once.
    ///
    /// Throws ``StoreError``, also for a day that is still to come and for one before anything had happened.
    package func comparison(asAt days: [Day], knownAt known: Day? = nil) throws -> Comparison {
        try speaking {
            try authorise(.figures)
            let detail = CanonicalValue.object([
                "act": .text("figures"), "asAt": .text(days.map(\.iso).joined(separator: ", ")),
                "knownAt": .text(known?.iso ?? ""),
            ])
            let entry = try entry(.consultation, [Part(detail, for: storeSubject())])
            try note(entry)
            try refuse(days, knownAt: known)
            let comparison = try counted(asAt: days, knownAt: known)
            if let sum = comparison.unbalanced.first { throw Self.refusal(of: sum) }
            return comparison
        }
    }

    /// What is said instead of figures whose sums do not hold.
    private static func refusal(of sum: Reconciliation) -> StoreError {
        StoreError(
            .badData,
            "The sum \(sum.id) of \(sum.to.iso) does not balance: its lines come to \(sum.sum), and \(sum.result.count) "
                + "were counted. No figures are shown until it does: run `dalesway check`, and ask who keeps the store."
        )
    }

    /// The same for an act of this store that has its own entry in the log.
    func counted(asAt days: [Day], knownAt known: Day?) throws -> Comparison {
        var seen: Set<Day> = []
        return try Count(connection, asAt: days.filter { seen.insert($0).inserted }, knownAt: known).comparison()
    }

    /// Refuses days of which there is nothing to count: those to come, and those before anything had happened.
    ///
    /// A file in which nothing at all has happened counts nought on every day.
    func refuse(_ days: [Day], knownAt known: Day?) throws {
        let today = clock().today
        for day in days + (known.map { [$0] } ?? []) where day > today {
            throw StoreError(
                .badData, "\(day.iso) is still to come: today is \(today.iso). Ask for a day that is over or for today."
            )
        }
        // What was known of the day then may have been nothing, and that is an answer.
        for day in days where try !connection.hasSpans(by: day) {
            // What others counted may be older than anything of this file's own.
            if try !connection.aggregates().standing(asAt: day, knownAt: today).isEmpty { continue }
            guard let first = try connection.firstDay() else { return }
            throw StoreError(
                .badData, "Nothing had happened by \(day.iso): the first day of this file is \(first.iso).")
        }
    }
}
