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
        try speaking {
            try authorise(.figures)
            let detail = CanonicalValue.object([
                "act": .text("figures"), "asAt": .text(day.iso), "knownAt": .text(known?.iso ?? ""),
            ])
            let entry = try entry(.consultation, [Part(detail, for: storeSubject())])
            try note(entry)
            return try Count(connection, asAt: day, knownAt: known).report(knownAt: known)
        }
    }
}
