// The folder of a backup as it lies on a disk: its manifest read, its files compared with it.
import AuditLog
import Cryptography
import KeyRing
import Rows
import SQLite
import Vault

/// A backup's folder, whose manifest is in its form; nothing in it is believed yet.
struct BackupFolder {
    let path: String
    let manifest: BackupManifest
    /// The SHA-256 of the manifest's bytes: the name under which a restore remembers the backup.
    let digest: Digest

    /// Reads the manifest.
    ///
    /// Throws ``StoreError`` if there is no backup here, or one that this program does not know.
    init(_ path: String) throws {
        self.path = path
        let folder = StoreFolder(path: path)
        guard NewFolder.isAnything(path) else { throw StoreError(.missing, "There is no backup at \(path).") }
        let file = "\(path)/manifest"
        guard folder.has(file) else {
            let unfinished = path.hasSuffix(".part") || path.hasSuffix(".part/")
            throw StoreError(
                .damaged,
                unfinished
                    ? "\(path) is a backup that was never finished. Use another one."
                    : "\(path) is not a backup: it has no manifest.")
        }
        let bytes = try folder.read(file, most: 1 << 20)
        manifest = try BackupManifest(reading: bytes)
        digest = try SHA256.hash(bytes)
        guard manifest.vault <= Int64(Vault.format) else {
            throw StoreError(
                .newer,
                "The backup is of a store that a newer program wrote (format \(manifest.vault)); this one reads format "
                    + "\(Vault.format).")
        }
        guard manifest.edition <= Int64(schemaEdition) else {
            throw StoreError(
                .newer,
                "The backup is of a store that a newer program wrote (edition \(manifest.edition)); this one knows "
                    + "\(schemaEdition).")
        }
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// The files that are not what the manifest says, in sentences.
    func faults(progress: (Int, Int) -> Void = { _, _ in }) throws -> [String] {
        var faults: [String] = []
        let whole = manifest.files.values.reduce(0) { $0 + $1.size }
        var before = 0
        for (name, wanted) in manifest.files.sorted(by: { $0.key < $1.key }) {
            do {
                let found = try FileDigest(of: file(name)) { done, _ in progress(before + done, whole) }
                before += wanted.size
                if found.size != wanted.size {
                    faults.append("\(name) of the backup has \(found.size) bytes; it was made with \(wanted.size).")
                } else if found.hash != wanted.hash {
                    faults.append(
                        "\(name) of the backup is not the file that the backup was made with: it was altered.")
                }
            } catch VaultError.missing {
                faults.append("\(name) of the backup is missing.")
            }
        }
        return faults
    }

    /// What is wrong with the backup when it is held against the store that lies in it.
    func faults(against store: CaseStore) throws -> [String] {
        var faults: [String] = []
        let (connection, identity) = (store.connection, try store.logIdentity())
        if try !manifest.isSigned(by: identity) {
            faults.append("The manifest of the backup is not signed by the store's log.")
        }
        let frontier = try connection.frontier()
        var hash = try TreeHash()
        let root = try frontier.root(hash: &hash)
        if identity.key.verifier.name != manifest.origin || frontier.size != manifest.size || root != manifest.root {
            faults.append("The audit log in the backup is not the one that its manifest tells of.")
        }
        let bytes = try StoreFolder(path: path).read(file("checkpoint"), most: 65_536)
        let note = try? Note(reading: bytes)
        let checkpoint = note.flatMap { try? Checkpoint($0, of: identity.key.verifier) }
        if checkpoint?.size != manifest.size || checkpoint?.root != manifest.root {
            faults.append("The checkpoint in the backup is not one of the audit log in it.")
        }
        guard let contents = try? contents(with: store) else {
            return faults + ["What the manifest seals does not open: the manifest was altered."]
        }
        for (table, count) in try connection.rowCounts().sorted(by: { $0.key < $1.key })
        where contents.counts[table] != count {
            faults.append(
                "The table \(table) has \(count) rows; the manifest says \(contents.counts[table].map(String.init) ?? "nothing")."
            )
        }
        if try contents.erased != connection.erasedSubjects() {
            faults.append("The erasures in the backup are not those that its manifest tells of.")
        }
        return faults
    }

    /// What the manifest seals, opened with a signed-in user's key.
    func contents(with store: CaseStore) throws -> BackupManifest.Contents {
        guard let key = store.keys.storeKeys.first(where: { $0.epoch == manifest.epoch }) else {
            throw StoreError(.damaged, "The slot file in the backup does not hold the key of the backup.")
        }
        return try BackupManifest.Contents(in: manifest, under: key)
    }
}
