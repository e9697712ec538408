// Backups: a copy of the case file at one moment, encrypted as the case file is.
package import Access
import AuditLog
import Cryptography
import KeyRing
import Lifecycle
import Rows
import SQLite
package import Vault

extension CaseStore {
    /// How many days a backup is kept unless somebody says otherwise.
    package static let backupDays = 90

    /// Writes a backup to the folder `path`, which must not be there yet.
    ///
    /// It is an act that hands the whole file on, and logged before anything is written. `days` after today it is overdue for
    /// destruction. Throws ``StoreError``; then there is no backup.
    ///
    /// - Parameter recipient: to whom it goes, for which a reason must have been given; it stays with the account if not said.
    package func backup(
        to path: String, keep days: Int = backupDays, for recipient: Recipient? = nil, mishaps: Mishaps? = nil,
        progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> BackupManifest {
        try beginBackup(to: path, keep: days, for: recipient, mishaps: mishaps).write(progress: progress)
    }

    /// Holds the moment of a backup, logs it, and answers what is still to be written, on whichever thread.
    package func beginBackup(
        to path: String, keep days: Int = backupDays, for recipient: Recipient? = nil, mishaps: Mishaps? = nil
    ) throws -> sending PendingBackup {
        try speaking {
            try authorise(.backUp)
            if recipient != nil { _ = try demandReason(for: .transfer) }
        }
        guard (1...36_500).contains(days) else {
            throw StoreError(.badData, "A backup is kept for 1 to 36,500 days.")
        }
        let folder = try NewFolder.forCopies(path, mishaps: mishaps)
        let keepUntil = Day(number: clock().today.number + days)
        let slots = slots.encoded
        let (manifest, checkpoint, key, identity) = try speaking { try announce(keepUntil, to: recipient) }
        do {
            return PendingBackup(
                folder, try vault.snapshot(), key: key, slots: slots, checkpoint: checkpoint, manifest: manifest,
                identity: identity, mishaps: mishaps)
        } catch let error as VaultError { throw StoreError(error) }
    }

    /// Logs the backup, signs the log, and says what the copy will hold.
    private func announce(
        _ keepUntil: Day, to recipient: Recipient?
    ) throws -> (manifest: BackupManifest, checkpoint: [UInt8], key: StoreKey, identity: LogIdentity) {
        let detail = CanonicalValue.object(["act": .text("backup"), "keepUntil": .text(keepUntil.iso)])
        let parts = try [Part(detail, for: storeSubject())] + (recipient == nil ? [] : reasonParts())
        // A copy for somebody else is a disclosure; one of the house's own needs no other reason than that it is one.
        let entry = try entry(
            recipient == nil ? .export : .disclosure, parts, why: reason?.code.rawValue ?? "backup",
            recipient: recipientText(recipient))
        try note(entry)
        let checkpoint = try checkpoint(on: .disclosure)
        disclosed = checkpoint
        guard let key = keys.storeKeys.first(where: { $0.epoch == Int64(vault.epoch) }) else {
            throw StoreError(.fault, "The key of the store is not at hand.")
        }
        let (frontier, identity) = (try connection.frontier(), try logIdentity())
        var hash = try TreeHash()
        let contents = BackupManifest.Contents(
            counts: try connection.rowCounts(), erased: try connection.erasedSubjects())
        let moment = clock().milliseconds
        let manifest = BackupManifest(
            store: keys.store, epoch: key.epoch, at: moment, keepUntil: keepUntil,
            edition: try connection.userVersion(), origin: identity.key.verifier.name, size: frontier.size,
            root: try frontier.root(hash: &hash),
            sealed: try contents.sealed(under: key, of: keys.store, at: moment))
        return (manifest, Array(checkpoint.utf8), key, identity)
    }
}

extension NewFolder {
    /// Begins a folder of copies where the user named it, and says in the user's words why none can be made there.
    static func forCopies(_ path: String, mishaps: Mishaps? = nil) throws -> NewFolder {
        do {
            return try NewFolder(path, mishaps: mishaps)
        } catch VaultError.alreadyThere {
            throw StoreError(
                .exists, "There is something of that name already: \(path). A backup is never written over another.")
        } catch VaultError.denied, VaultError.system, VaultError.readOnly {
            throw StoreError(.exists, "The folder \(path) cannot be made.")
        }
    }
}
