// Sealing a whole store under a new key.
package import Cryptography
import Glibc
import SQLite

extension Vault {
    /// Seals every page of the store anew under `key`, whose number is `epoch`, and goes on with it.
    ///
    /// Other threads go on reading meanwhile; the writing connection is the caller's and is replaced by a new one. A reader
    /// that was opened before must be opened again: what it reads next throws ``VaultError/otherEpoch(_:)``. Killed at any
    /// point, the store stands whole under one of the two keys. `progress` is told how many pages are done, of how many.
    ///
    /// Throws ``VaultError`` and ``SQLiteError``, ``VaultError/busy(holder:)`` if a reader does not end within 5 seconds;
    /// then the store stands under the old key, and this vault goes on with it.
    package func rekey(
        to key: borrowing SecretBytes, epoch: UInt32, progress: (Int, Int) -> Void = { _, _ in }
    ) throws {
        let (old, path) = (store, "\(store.folder)/\(Layout.newName)")
        do {
            let lock = try Self.replace(old, path, key, epoch, progress)
            connection.close()
            // Sealed under the old key: nobody's, now that the name of the new file is safe.
            try? RawFile.remove(old.logPath, mishaps: old.mishaps)
            let groundwork = try Groundwork.find(
                at: old.folder, storeID: old.storeID, key: key, wait: 0, holding: lock, mishaps: old.mishaps)
            let new = try groundwork.store(mishaps: old.mishaps)
            try VFS.add(new)
            goOn(with: new, try Self.begin(new))
        } catch let failure as SystemFailure { throw failure.error }
    }

    /// Writes the new file and lets it take the place of the old one; answers the right to the store.
    private static func replace(
        _ old: Store, _ path: String, _ key: borrowing SecretBytes, _ epoch: UInt32, _ progress: (Int, Int) -> Void
    ) throws -> StoreLock? {
        let state = try Snapshot(old, alone: true)
        do {
            try state.write(
                to: path, storeID: old.storeID, key: key, epoch: epoch, mishaps: old.mishaps, progress: progress)
            try state.excludeReaders()
            try RawFile.rename(path, to: "\(old.folder)/\(Layout.databaseName)", mishaps: old.mishaps)
        } catch {
            unsafe unlink(path)
            throw error
        }
        // From here on there is no way back; what is left to fail leaves the new file whole.
        let lock = old.giveWay(to: epoch)
        try RawFile.syncFolder(old.folder, mishaps: old.mishaps)
        return lock
    }
}
