// What a check of a release rests on: the proof added up, and everything counted once more.
import Access
import Cryptography
import DisclosureControl
import Lifecycle
import Publishing
import Rows
import SQLite

extension CaseStore {
    /// Adds up the proof of a release against everything told, this release included.
    ///
    /// Throws ``StoreError`` with what does not hold.
    func proof(of release: StoredRelease, _ published: [StoredRelease], _ facts: [NotedFact]) throws {
        var ledger = try ledger(published.filter { $0.reference < release.reference }, facts: facts)
        ledger.statements += try release.statements
        let faults = try release.protected.certificate.faults(in: ledger, under: DisclosurePolicy())
        guard let first = faults.first else { return }
        let more = faults.count > 1 ? " (and \(faults.count - 1) more)" : ""
        let since = facts.count > release.facts ? " A figure given elsewhere was noted after it was drafted." : ""
        throw StoreError(
            .badData,
            "\(release.reference.text): the proof does not hold: \(first)\(more).\(since) Reject it, and draft another."
        )
    }

    /// Counts everything of a release again, as the file was known, and compares.
    ///
    /// Throws ``StoreError`` if the file counts otherwise than it did, or what is published is not what was counted.
    func count(
        _ release: StoredRelease, _ published: [StoredRelease], _ facts: [NotedFact],
        _ progress: (Progress) throws -> Void
    ) throws {
        let again = try compose(
            release.request, release.reference, published.filter { $0.reference < release.reference }, facts, progress)
        guard try again.content == release.content && again.statements == release.statements else {
            throw StoreError(
                .badData,
                "\(release.reference.text): the file counts otherwise now than when it was drafted: something was recorded, "
                    + "corrected or erased since. Reject it, and draft another.")
        }
    }
}

extension StoredRelease {
    /// The statements that it adds to the ledger.
    var statements: [Statement] { get throws { try Self.read([Statement].self, statement, .statement) } }

    /// What was hidden, and the proof that it stays so.
    var protected: Protection { get throws { try Self.read(Protection.self, protection, .protection) } }

    private static func read<Value: Codable>(_ type: Value.Type, _ bytes: [UInt8], _ part: Part) throws -> Value {
        guard let value = try? Stored.value(type, from: bytes) else { throw ReleaseDamage.unreadable(part) }
        return value
    }
}
