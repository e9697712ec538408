// A case file of which the bench holds the connection itself, to write to its log as fast as the rooms below can.
import AuditLog
import CaseStore
import Cryptography
import Foundation
import KeyRing
import Lifecycle
import Rows
import SQLite
import Vault

/// A case file in a folder of its own, with many subjects, and the log's keys.
struct AuditStore {
    let folder: String
    /// How many subjects there are beside the store itself.
    static let subjectCount: Int64 = 5_000

    /// Founds a case file and its subjects.
    static func found() throws -> AuditStore {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dalesway-\(UUID().uuidString)").path
        let (store, _) = try CaseStore.found(
            at: folder, name: "bench", passphrase: SecretBytes(copying: phrase), cost: .least, clock: present)
        try store.close()
        let made = AuditStore(folder: folder)
        let vault = try made.open()
        let subjects = try (2...subjectCount + 1).map { ($0, try Random.bytes(32)) }
        let entry = Entry(actor: "u-bench", verb: .upkeep, at: Self.start)
        _ = try vault.connection.change { transaction in
            for (id, key) in subjects { try transaction.insertSubject(id, logKey: key) }
            return Logged((), entry)
        }
        try vault.close()
        return made
    }

    /// The same case file once more.
    func copy() throws -> AuditStore {
        let copy = AuditStore(folder: folder + "-\(UUID().uuidString.prefix(4))")
        try FileManager.default.copyItem(atPath: folder, toPath: copy.folder)
        return copy
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    /// Opens the pages with the keys of the one account.
    func open() throws -> Vault {
        guard let bytes = FileManager.default.contents(atPath: folder + "/slots") else {
            throw CocoaError(.fileNoSuchFile)
        }
        let slots = try SlotFile(reading: Array(bytes))
        let keys = try slots.signIn("bench", passphrase: Passphrase(String(decoding: phrase, as: UTF8.self)))
        return try Vault.open(at: folder, storeID: keys.store.bytes, key: keys.storeKey.secret)
    }

    /// The first moment of the log's own clock.
    static let start = Int64(today.number) * 86_400_000

    /// The log keys of the subjects, in order.
    static func keys(_ connection: Connection) throws -> [LogKey] {
        try (2...subjectCount + 1).map { id in
            try LogKey(SecretBytes(copying: connection.logKey(of: id) ?? []))
        }
    }

    /// What a look at a record says to the log, with one sealed detail.
    static func entry(_ number: Int, _ keys: [LogKey]) -> Entry {
        let subject = number * 7_919 % keys.count
        let detail = CanonicalValue.object(["act": .text("show"), "record": .text("SUS-\(1000 + subject)")])
        return Entry(
            actor: "u-0011223344556677", verb: .consultation, at: start + Int64(number), why: "investigation",
            parts: [Part(detail, for: .subject(Int64(subject) + 2, keys[subject]))])
    }

    /// Lets the log grow to so many leaves, a thousand at a time, with a signed checkpoint after each thousand.
    func grow(to size: Int) throws {
        let vault = try open()
        let keys = try Self.keys(vault.connection)
        guard let seed = try vault.connection.storeFact("log.seed"),
            let origin = try vault.connection.storeFact("log.origin")
        else { throw CocoaError(.fileReadCorruptFile) }
        let signer = try NoteKey(
            name: String(decoding: origin, as: UTF8.self), key: SigningKey(seed: SecretBytes(copying: seed)))
        var reached = try vault.connection.logSize()
        while reached < size {
            let entries = (reached..<min(size, (reached / 1_000 + 1) * 1_000)).map { Self.entry($0, keys) }
            reached = try vault.connection.change { _ in Logged((), entries[0], and: Array(entries.dropFirst())) }.size
            guard reached % 1_000 == 0 else { continue }
            var hash = try TreeHash()
            let root = try vault.connection.frontier().root(hash: &hash)
            let note = try Checkpoint(origin: signer.verifier.name, size: reached, root: root).signed(by: signer)
            try vault.connection.keep(checkpoint: note.encoded, size: reached, at: Self.start + Int64(reached), fact: ("log.resting", nil))
        }
        try vault.close()
    }
}
