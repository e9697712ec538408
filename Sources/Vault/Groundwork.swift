// What must hold before a store is opened: the lock, the header, the keys.
import Cryptography
import Glibc

/// A store's files, locked and found to be this store's under this key, before anything is read from its pages.
struct Groundwork: ~Copyable {
    let folder: String
    let database: RawFile
    let keys: StoreKeys
    let epoch: UInt32
    let lock: StoreLock

    var logPath: String { "\(folder)/\(Layout.logName)" }

    /// Takes the lock and reads the header.
    ///
    /// Throws ``VaultError`` and ``SystemFailure``.
    static func find(
        at directory: String, storeID: [UInt8], key: borrowing SecretBytes, wait seconds: Double, mishaps: Mishaps?
    ) throws -> Groundwork {
        // The whole path, so that the log is found even if the process moves to another folder.
        guard let whole = unsafe realpath(directory, nil) else { throw VaultError.missing }
        let folder = unsafe String(cString: whole)
        unsafe free(whole)
        let path = "\(folder)/\(Layout.databaseName)"
        guard RawFile.exists(path) else { throw VaultError.missing }
        let lock = try StoreLock("\(folder)/\(Layout.lockName)", wait: seconds)
        let database = try RawFile(path, O_RDWR, mishaps: mishaps)
        let block = try database.read(Header.size, at: 0)
        let header = try Header(unverified: block, expecting: storeID)
        let keys = try StoreKeys(key: key, storeID: storeID, epoch: header.epoch)
        try header.verify(block, keys: keys)
        return Groundwork(folder: folder, database: database, keys: keys, epoch: header.epoch, lock: lock)
    }

    /// The marks after the header.
    func marks() throws -> Marks {
        try Marks(database.read(Layout.pagesStart - Layout.marksStart, at: Layout.marksStart), keys: keys)
    }

    /// The store, if its marks and its log are as they should be.
    consuming func store(mishaps: Mishaps?) throws -> Store {
        let marks = try marks()
        guard try database.size() >= Layout.pagesStart + Layout.pageSize else { throw VaultError.damaged(.page(1)) }
        let sealer = try Sealer(key: keys.frame, epoch: epoch)
        let log = try LogState(surveying: logPath, marks: marks, sealer, mishaps: mishaps)
        return Store(
            folder: folder, database: database, keys: keys, epoch: epoch, log: log, lock: lock, mishaps: mishaps)
    }
}
