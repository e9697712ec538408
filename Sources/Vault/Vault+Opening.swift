// Opening a store: whose it is, whether it is whole, and whether its log is the one that belongs to it.
package import Cryptography
import SQLite
import Synchronization

extension Vault {
    /// Opens the store in the folder `directory`.
    ///
    /// Waits at most `seconds` if another process has it open, then throws ``VaultError/busy(holder:)``. Throws other
    /// cases of ``VaultError`` for a missing, foreign, damaged or newer store and for a wrong key.
    package static func open(
        at directory: String, storeID: [UInt8], key: borrowing SecretBytes, wait seconds: Double = 5,
        mishaps: Mishaps? = nil
    ) throws -> Vault {
        do {
            let groundwork = try Groundwork.find(
                at: directory, storeID: storeID, key: key, wait: seconds, mishaps: mishaps)
            let store = try groundwork.store(mishaps: mishaps)
            try VFS.add(store)
            return try open(store)
        } catch let failure as SystemFailure { throw failure.error }
    }

    /// Lets SQLite read the log, and sees that it took in everything that was known to be safe.
    private static func open(_ store: Store) throws -> Vault {
        let connection = try connect(store, access: .readWrite)
        _ = try connection.first("SELECT count(*) FROM sqlite_schema") { try $0.int(0) }
        let taken = store.index.withLock { $0.frames }
        try store.log.withLock { state in
            guard taken >= state.safe else { throw VaultError.damaged(.log) }
            state.committed = taken
            state.isRecovering = false
        }
        return Vault(store, connection: connection)
    }
}
