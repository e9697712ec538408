// Opening a store: whose it is, whether it is whole, and whether its log is the one that belongs to it.
package import Cryptography
import Glibc
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
            let path = "\(directory)/\(Layout.databaseName)"
            guard RawFile.exists(path) else { throw VaultError.missing }
            let lock = try StoreLock("\(directory)/\(Layout.lockName)", wait: seconds)
            let database = try RawFile(path, O_RDWR, mishaps: mishaps)
            let block = try database.read(Header.size, at: 0)
            let header = try Header(unverified: block, expecting: storeID)
            let keys = try StoreKeys(key: key, storeID: storeID, epoch: header.epoch)
            try header.verify(block, keys: keys)
            let marks = try Marks(
                database.read(Layout.pagesStart - Layout.marksStart, at: Layout.marksStart), keys: keys)
            guard try database.size() >= Layout.pagesStart + Layout.pageSize else { throw VaultError.damaged(.page(1)) }
            let sealer = try Sealer(key: keys.frame, epoch: header.epoch)
            let log = try LogState(surveying: "\(directory)/\(Layout.logName)", marks: marks, sealer, mishaps: mishaps)
            let store = Store(
                folder: directory, database: database, keys: keys, epoch: header.epoch, log: log, lock: lock,
                mishaps: mishaps)
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
