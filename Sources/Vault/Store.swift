// What all connections to one open store share.
import CSQLite
import Cryptography
import Glibc
import Synchronization

/// An open store: its files, keys, locks and marks.
///
/// It lives until its last connection is closed, and then wipes its keys.
final class Store: Sendable {
    /// The name under which SQLite knows the database; never a path.
    let name: String

    let folder: String
    let storeID: [UInt8]
    let database: RawFile
    let keys: StoreKeys
    let epoch: UInt32
    let mishaps: Mishaps?
    let log: Mutex<LogState>

    /// What each page must be.
    ///
    /// Held for moments: readers ask it for every page.
    let pages: Mutex<PageTags>

    /// The marks; held while one is written and waited for.
    ///
    /// Whoever holds it may take `log` and `pages`, not the other way about.
    let marks: Mutex<MarkBook>

    /// Held while a page is written, so that nobody takes one half written for one that was altered.
    let pageWriting = Mutex(())

    /// Whether a mark that could not be written has left it unknown which one stands on the disk.
    let isUncertain = Atomic<Bool>(false)

    /// The epoch of the key under which another file has taken this one's place; 0 while none has.
    let successor = Atomic<UInt32>(0)

    let index = Mutex(LogIndex())
    let locks = Mutex(DatabaseLocks())

    /// The right to use the store, and how many connections still do.
    private let hold: Mutex<(lock: StoreLock?, files: Int, isOver: Bool)>
    private let trouble = Mutex<VaultError?>(nil)

    init(
        folder: String, storeID: [UInt8], database: RawFile, keys: consuming StoreKeys, epoch: UInt32, log: LogState,
        pages: sending PageTags, marks: sending MarkBook, lock: StoreLock, mishaps: Mishaps?
    ) {
        // Every opening has a name of its own, so nothing of an earlier opening can be taken for this one's.
        name = "/store/\(VFS.nextNumber())/\(Layout.databaseName)"
        self.folder = folder
        self.storeID = storeID
        self.database = database
        self.keys = keys
        self.epoch = epoch
        self.log = Mutex(log)
        self.pages = Mutex(pages)
        self.marks = Mutex(marks)
        hold = Mutex((lock, 0, false))
        self.mishaps = mishaps
    }

    deinit { VFS.remove(name) }

    var logPath: String { "\(folder)/\(Layout.logName)" }

    /// A connection is opened; answers whether it may be.
    func join() -> Bool {
        hold.withLock { hold in
            guard !hold.isOver else { return false }
            hold.files += 1
            return true
        }
    }

    /// A connection was closed; the last one to go gives the store back, if the vault was closed.
    func leave() {
        hold.withLock { hold in
            hold.files -= 1
            if hold.isOver, hold.files == 0 { hold.lock = nil }
        }
    }

    /// The vault was closed: the store is given back as soon as no connection uses it.
    func letGo() {
        hold.withLock { hold in
            hold.isOver = true
            if hold.files == 0 { hold.lock = nil }
        }
    }

    /// Another file has taken this one's place: nobody begins anything here any more, and the right to the store is its own.
    func giveWay(to epoch: UInt32) -> StoreLock? {
        successor.store(epoch, ordering: .sequentiallyConsistent)
        return hold.withLock { hold in
            defer { hold.lock = nil }
            hold.isOver = true
            return hold.lock
        }
    }

    /// Remembers what went wrong, for the error that SQLite's code is turned into.
    func note(_ error: VaultError) { trouble.withLock { $0 = error } }

    /// What last went wrong here, if anything.
    var lastTrouble: VaultError? { trouble.withLock { $0 } }
}
