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
    let database: RawFile
    let keys: StoreKeys
    let epoch: UInt32
    let mishaps: Mishaps?
    let log: Mutex<LogState>
    let index = Mutex(LogIndex())
    let locks = Mutex(DatabaseLocks())

    /// The right to use the store, and how many connections still do.
    private let hold: Mutex<(lock: StoreLock?, files: Int, isOver: Bool)>
    private let trouble = Mutex<VaultError?>(nil)

    init(
        folder: String, database: RawFile, keys: consuming StoreKeys, epoch: UInt32, log: LogState, lock: StoreLock,
        mishaps: Mishaps?
    ) {
        // Every opening has a name of its own, so nothing of an earlier opening can be taken for this one's.
        name = "/store/\(VFS.nextNumber())/\(Layout.databaseName)"
        self.folder = folder
        self.database = database
        self.keys = keys
        self.epoch = epoch
        self.log = Mutex(log)
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

    /// Remembers what went wrong, for the error that SQLite's code is turned into.
    func note(_ error: VaultError) { trouble.withLock { $0 = error } }

    /// What last went wrong here, if anything.
    var lastTrouble: VaultError? { trouble.withLock { $0 } }

    /// Says that all of the log stands in the pages, and waits until that is safe; then only the next log may follow.
    func finishLog() throws {
        try log.withLock { state in
            let current = state.marks.current
            if current.isFinish, current.log == state.number { return }
            let (mark, place) = state.marks.next(log: state.number, frames: 0)
            try write(mark, at: place)
            try database.sync()
            state.marks.stands(mark, at: place)
            (state.committed, state.safe, state.isLive) = (0, 0, false)
        }
    }

    /// Begins the next log and answers its number.
    func beginLog() throws -> UInt64 {
        try finishLog()
        return log.withLock { state in
            state.number += 1
            (state.committed, state.safe, state.isLive) = (0, 0, true)
            return state.number
        }
    }

    /// Notes that everything written to the log is safe.
    ///
    /// The mark itself is not waited for.
    func logIsSafe() throws {
        try log.withLock { state in
            guard state.isLive, state.committed != state.safe else { return }
            let (mark, place) = state.marks.next(log: state.number, frames: state.committed)
            try write(mark, at: place)
            state.marks.stands(mark, at: place)
            state.safe = state.committed
        }
    }

    private func write(_ mark: Mark, at place: Int) throws {
        try database.write(mark.bytes(at: place, keys: keys), at: Layout.marksStart + place * Layout.markStride)
    }
}
