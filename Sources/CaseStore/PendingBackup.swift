// A backup whose moment is held and whose files are still to be written.
import AuditLog
import Cryptography
import KeyRing
import Vault

/// The state of a case file at one moment, on its way into a backup.
///
/// It may go to another thread: the case file goes on reading and writing meanwhile. Dropped unfinished, it leaves nothing.
package final class PendingBackup {
    private let folder: NewFolder
    private var snapshot: Snapshot?
    private let key: StoreKey
    private let slots: [UInt8]
    private let checkpoint: [UInt8]
    private var manifest: BackupManifest
    private let identity: LogIdentity
    private let mishaps: Mishaps?

    init(
        _ folder: NewFolder, _ snapshot: sending Snapshot, key: StoreKey, slots: [UInt8], checkpoint: [UInt8],
        manifest: BackupManifest, identity: LogIdentity, mishaps: Mishaps?
    ) {
        (self.folder, self.snapshot, self.key, self.slots) = (folder, snapshot, key, slots)
        (self.checkpoint, self.manifest, self.identity, self.mishaps) = (checkpoint, manifest, identity, mishaps)
    }

    /// Writes the files, waits until they are safe, and gives the backup its name.
    ///
    /// `progress` is told how many pages are done, of how many. Throws ``StoreError``; then there is no backup.
    package func write(progress: (Int, Int) -> Void = { _, _ in }) throws -> BackupManifest {
        try CaseStore.speaking {
            guard let held = snapshot.take() else { throw StoreError(.fault, "The backup was written already.") }
            try held.write(
                to: folder.file("case.db"), storeID: manifest.store.bytes, key: key.secret, epoch: UInt32(key.epoch),
                mishaps: mishaps, progress: progress)
            try folder.write("slots", slots)
            try folder.write("checkpoint", checkpoint)
            for name in BackupManifest.names { manifest.files[name] = try FileDigest(of: folder.file(name)) }
            try manifest.sign(with: identity)
            // Last, so that files without it are no backup.
            try folder.write("manifest", manifest.encoded)
            try folder.finish()
            return manifest
        }
    }
}
