// The progress figures broken down, which still name nobody.
import Access
import AuditLog
import Cryptography
package import Figures
package import Lifecycle
import Rows
import SQLite

extension CaseStore {
    /// The counts of breakdowns as at a day, as known at a day, in their order; nil for all that is known now.
    ///
    /// They are true counts, and none of them is for publication as it is. No name is opened for them: they rest on what
    /// stands open beside the spans. Throws ``StoreError``, also for a day to come or one before anything had happened.
    package func breakdowns(
        _ wanted: [Breakdown], asAt day: Day, knownAt known: Day? = nil
    ) throws -> [BreakdownCounts] {
        try speaking {
            try authorise(.figures)
            let detail = CanonicalValue.object([
                "act": .text("breakdowns"), "asAt": .text(day.iso), "knownAt": .text(known?.iso ?? ""),
                "tables": .list(wanted.prefix(100).map { .text($0.id) }),
            ])
            let entry = try entry(.consultation, [Part(detail, for: storeSubject())])
            try note(entry)
            try refuse([day], knownAt: known)
            return try PeopleCount(connection, asAt: day, knownAt: known).counts(wanted)
        }
    }
}
