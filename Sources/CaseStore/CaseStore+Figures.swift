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

    /// Every figure as at some days, a report a day, counted in one pass.
    package func figures(asAt days: [Day], knownAt known: Day? = nil) throws -> [Report] {
        try comparison(asAt: days, knownAt: known).reports
    }

    /// The sums of a day, and the flows since an earlier one; whether they balance is for the caller to ask.
    package func reconciliations(
        from first: Day?, to last: Day, knownAt known: Day? = nil
    ) throws -> [Reconciliation] {
        try comparison(asAt: [last] + (first.map { [$0] } ?? []), knownAt: known).reconciliations
            .filter { $0.to == last }
    }

    /// The figures of some days with their sums, and the flows between the first day and each other.
    package func comparison(asAt days: [Day], knownAt known: Day? = nil) throws -> Comparison {
        try speaking {
            try authorise(.figures)
            let detail = CanonicalValue.object([
                "act": .text("figures"), "asAt": .text(days.map(\.iso).joined(separator: ", ")),
                "knownAt": .text(known?.iso ?? ""),
            ])
            let entry = try entry(.consultation, [Part(detail, for: storeSubject())])
            try note(entry)
            return try counted(asAt: days, knownAt: known)
        }
    }

    /// The same for an act of this store that has its own entry in the log.
    func counted(asAt days: [Day], knownAt known: Day?) throws -> Comparison {
        try connection.comparison(asAt: days, knownAt: known)
    }
}
