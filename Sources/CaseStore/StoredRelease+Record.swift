// The proof as a record for scripts/verify-release.
import DisclosureControl
import Publishing

extension CaseStore {
    /// The protection record of a release: what every reader has, and the worlds that prove what they cannot tell.
    func record(of release: StoredRelease, _ earlier: [StoredRelease], _ facts: [NotedFact]) throws -> [UInt8] {
        var ledger = try ledger(earlier, facts: facts)
        ledger.statements += try release.statements
        let record = try ProtectionRecord(
            of: ledger, certificate: release.protected.certificate, under: DisclosurePolicy())
        return try Stored.bytes(of: record)
    }
}
