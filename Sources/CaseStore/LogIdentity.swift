// Who signs the audit log, and under which names it was signed before.
import AuditLog
import Cryptography
import Rows
import SQLite

/// The log's signing key with the name that the log has now, and the names that ended with a restore.
///
/// A restore goes on with the leaves of the backup under a new name (origin), which begins with the first name and a
/// slash, and the same key. So a mark of a name that the store does not know, signed with its key, is of a later time.
final class LogIdentity: Sendable {
    let key: NoteKey
    /// Names that the log had, and the size up to which each of them speaks for the leaves that are here.
    let ended: [String: Int]

    /// Reads the identity from the store; throws if it is not there.
    init(_ connection: Connection) throws {
        guard let seed = try connection.storeFact(StoreFact.logSeed),
            let name = try connection.storeFact(StoreFact.logOrigin)
        else { throw StoreError(.damaged, "The store does not say who signs its log.") }
        key = try NoteKey(
            name: String(decoding: name, as: UTF8.self), key: SigningKey(seed: SecretBytes(copying: seed)))
        ended = try Self.ended(connection.storeFact(StoreFact.logEnded))
    }

    /// A signed checkpoint of the log with that right edge, as a note's bytes.
    ///
    /// - Parameter emergencies: how many leaves of an emergency access the log has; whoever holds the note sees it.
    func mark(_ frontier: Frontier, emergencies: Int) throws -> [UInt8] {
        var hash = try TreeHash()
        let root = try frontier.root(hash: &hash)
        let checkpoint = try Checkpoint(
            origin: key.verifier.name, size: frontier.size, root: root,
            extensions: EmergencyLine(count: emergencies).map { [$0.text] } ?? [])
        return Array(try checkpoint.signed(by: key).encoded.utf8)
    }

    /// A signed checkpoint of the log as it stands there, as a note's bytes.
    func mark(_ connection: Connection) throws -> [UInt8] {
        try mark(connection.frontier(), emergencies: connection.emergencyCount())
    }

    /// The verifier of a name that this log has or had or may yet have; nil for another log's.
    func verifier(of origin: String) throws -> NoteVerifier? {
        let own = key.verifier
        if origin == own.name { return own }
        guard ended[origin] != nil || Self.first(origin) == Self.first(own.name) else { return nil }
        return try NoteVerifier(name: origin, kind: .log, key: own.key)
    }

    /// The list of ended names as it stands in the store.
    static func encoded(_ ended: [String: Int]) -> [UInt8] {
        CanonicalValue.object(ended.mapValues { .number(Int64($0)) }).encoded
    }

    static func ended(_ bytes: [UInt8]?) throws -> [String: Int] {
        guard let bytes else { return [:] }
        guard case .object(let members) = CanonicalValue(bytes) else {
            throw StoreError(.damaged, "The list of the log's former names is damaged.")
        }
        return members.mapValues { Int($0.number ?? 0) }
    }

    /// A name without what restores have added: `dalesway.invalid/log/STORE`.
    static func first(_ name: String) -> Substring {
        let parts = name.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        return parts.count > 3 ? name[..<parts[2].endIndex] : name[...]
    }
}
