// What must hold before a store is opened: the lock, the header, the keys.
import Cryptography
import Glibc

/// A store's files, locked and found to be this store's under this key, before anything is read from its pages.
struct Groundwork: ~Copyable {
    let format: UInt32
    let folder: String
    let storeID: [UInt8]
    let database: RawFile
    let keys: StoreKeys
    let epoch: UInt32
    let lock: StoreLock

    var logPath: String { "\(folder)/\(Layout.logName)" }

    /// Takes the lock, if it is not `held`, and reads the header.
    ///
    /// Throws ``VaultError`` and ``SystemFailure``; ``VaultError/olderFormat(_:)`` unless `any` format will do.
    static func find(
        at directory: String, storeID: [UInt8], key: borrowing SecretBytes, wait seconds: Double,
        any: Bool = false, holding held: StoreLock? = nil, mishaps: Mishaps?
    ) throws -> Groundwork {
        // The whole path, so that the log is found even if the process moves to another folder.
        guard let whole = unsafe realpath(directory, nil) else { throw VaultError.missing }
        let folder = unsafe String(cString: whole)
        unsafe free(whole)
        let path = "\(folder)/\(Layout.databaseName)"
        guard RawFile.exists(path) else { throw VaultError.missing }
        let lock = try held ?? StoreLock("\(folder)/\(Layout.lockName)", wait: seconds)
        // What a killed process was about to put in the store's place is nobody's.
        try? RawFile.remove("\(folder)/\(Layout.newName)")
        let database = try RawFile(path, O_RDWR, mishaps: mishaps)
        let block = try database.read(Header.size, at: 0)
        let header = try Header(unverified: block, expecting: storeID)
        let keys = try StoreKeys(key: key, storeID: storeID, epoch: header.epoch, format: header.format)
        try header.verify(block, keys: keys)
        guard any || header.format == Layout.version else { throw VaultError.olderFormat(header.format) }
        return Groundwork(
            format: header.format, folder: folder, storeID: storeID, database: database, keys: keys,
            epoch: header.epoch, lock: lock)
    }

    /// The marks after the header.
    func marks() throws -> MarkBook {
        try MarkBook(
            database.read(Layout.pagesStart - Layout.marksStart, at: Layout.marksStart),
            Sealer(key: keys.mark, epoch: epoch))
    }

    /// The tags of all pages as they stand in the file; zero for the part of a page at its end.
    ///
    /// `most` is how many pages there can be; throws ``VaultError`` if there are more.
    func tags(most: Int) throws -> PageTags {
        let size = max(0, try database.size() - Layout.pagesStart)
        let count = (size + Layout.pageSize - 1) / Layout.pageSize
        guard count <= most else { throw VaultError.damaged(.root) }
        return try PageTags(database.tags(of: count), code: TagCode(key: keys.root))
    }

    /// The store, if its marks and its log are as they should be; what its pages sum up to is still to be seen.
    consuming func store(mishaps: Mishaps?) throws -> Store {
        let marks = try marks()
        guard try database.size() >= Layout.pagesStart + Layout.pageSize else { throw VaultError.damaged(.page(1)) }
        let sealer = try Sealer(key: keys.frame, epoch: epoch)
        let log = try LogState(surveying: logPath, marks.current, sealer, mishaps: mishaps)
        let pages = try tags(most: Int(marks.current.pages) + Self.growth(of: logPath))
        return Store(
            folder: folder, storeID: storeID, database: database, keys: keys, epoch: epoch, log: log, pages: pages,
            marks: marks,
            lock: lock, mishaps: mishaps)
    }

    /// By how many pages a checkpoint of the log at `path` may have lengthened the file, and more.
    ///
    /// A frame brings one page. This is no proof of anything: it keeps a file of a terabyte of nothing from being read.
    static func growth(of path: String) -> Int {
        guard let file = try? RawFile(path, O_RDONLY), let size = try? file.size() else { return 1_024 }
        return 1_024 + 2 * (size / Layout.frameSize)
    }
}
