// Bringing a store of an older edition up to this program's: a copy first, then one step at a time.
import AuditLog
import Cryptography
import KeyRing
import Rows
package import SQLite
package import Vault

/// What is done to a store that an older program wrote before this one works with it.
///
/// There are two things that grow older: the format of `case.db`, and the edition of the tables in it. Each is brought up
/// after the files have been copied into the folder `before-edition-N` beside them, N being what they are brought up to; each
/// leaves a store whole that opens with the old or the new program if it is killed, and is done again at the next opening.
package enum Migration {
    /// Copies a store's files as they are, unless that was done by an opening that was cut short.
    static func copyFiles(of folder: StoreFolder, before edition: Int, wait: Double) throws {
        let name = "\(folder.path)/before-edition-\(edition)"
        if NewFolder.isAnything(name), isCopy(name, of: folder) { return }
        let target = NewFolder.isAnything(name) ? CaseStore.freeName(name) : name
        let copy = try NewFolder.forCopies(target)
        try Vault.copyFiles(at: folder.path, to: copy, wait: wait)
        for name in ["slots", "slots.copy"] where folder.has("\(folder.path)/\(name)") {
            try copy.copy("\(folder.path)/\(name)", as: name)
        }
        try copy.finish()
    }

    /// Whether a folder holds the files as they are now.
    private static func isCopy(_ name: String, of folder: StoreFolder) -> Bool {
        ["case.db", "case.db-wal", "slots"].allSatisfy { file in
            (try? FileDigest(of: "\(name)/\(file)")) == (try? FileDigest(of: "\(folder.path)/\(file)"))
        }
    }

    /// Brings the tables of an open store up to `edition`, if they are older.
    static func finish(_ vault: Vault, _ folder: StoreFolder, to edition: Int) throws {
        let old = try vault.connection.userVersion()
        guard old < edition else { return }
        try finish(vault, in: folder.path, from: old, to: edition) { try $0.makeTables(after: old) }
    }

    /// Copies the files of an open store, then makes the tables of `edition` out of those of `old` by `step`, in one
    /// transaction with its entry in the log.
    package static func finish(
        _ vault: Vault, in folder: String, from old: Int, to edition: Int,
        step: (borrowing Transaction) throws -> Void
    ) throws {
        let connection = vault.connection
        let name = "\(folder)/before-edition-\(edition)"
        let copy = try NewFolder.forCopies(NewFolder.isAnything(name) ? CaseStore.freeName(name) : name)
        try Vault.copyFiles(of: vault, to: copy)
        try copy.copy("\(folder)/slots", as: "slots")
        try copy.finish()
        let detail = CanonicalValue.object([
            "act": .text("migrate"), "edition": .number(Int64(edition)), "from": .number(Int64(old)),
        ])
        // Nobody in particular does this, and by no clock: the program does, for whoever opens the store first. The log's
        // time stands still.
        let entry = Entry(
            actor: "program", verb: .upkeep, at: 0, why: "migration",
            parts: [Part(detail, for: .subject(1, try connection.subjectLogKey(1)))])
        _ = try connection.change { transaction in
            try step(transaction)
            return Logged((), entry)
        }
    }
}

extension CaseStore {
    /// The entry for a change of the format of `case.db` that the log has not told of yet; nil if there is none.
    func formatEntry() throws -> Entry? {
        let told = try connection.storeFact(StoreFact.vaultFormat).flatMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard told ?? 1 < Int(Vault.format) else { return nil }
        let detail = CanonicalValue.object([
            "act": .text("migrate"), "format": .number(Int64(Vault.format)), "from": .number(Int64(told ?? 1)),
        ])
        return try entry(.upkeep, [Part(detail, for: storeSubject())], why: "migration")
    }
}

extension Transaction {
    /// Remembers the format of `case.db` that the log has told of.
    borrowing func rememberFormat() throws {
        try setStoreFact(StoreFact.vaultFormat, Array("\(Vault.format)".utf8))
    }
}
