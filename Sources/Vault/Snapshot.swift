// One state of a store, held still while other threads go on reading and writing.
import CSQLite
package import Cryptography
import Glibc
import Synchronization

/// The store as it was at one moment: the pages of its last commit then.
///
/// While it is held nothing is carried from the log into the pages, and the log is not begun anew: pages and committed
/// frames stay as they are, whatever else is written. It belongs to one thread at a time; dropping it lets go.
package final class Snapshot {
    let store: Store
    private let database: PageFile
    private let log: LogFile?

    /// How many pages there are.
    package let count: Int

    /// The newest frame of each page that stands in the log.
    private let newest: [UInt32: UInt32]

    /// SQLite's locks on the index of a log: who writes, who carries into the pages, who reads.
    private enum Slot {
        static let writing = 0..<1
        static let carrying = 1..<2
        static let firstReading = 4..<5
        static let reading = 3..<Int(SQLITE_SHM_NLOCK)
    }

    /// Holds the newest state; `alone` also keeps everybody from writing.
    ///
    /// Throws ``VaultError``, ``VaultError/busy(holder:)`` if the state cannot be held within 5 seconds.
    init(_ store: Store, alone: Bool = false) throws {
        self.store = store
        let taking = SQLITE_SHM_LOCK
        database = try PageFile(store)
        // Whoever closes the last connection would else take the log away without asking for the locks below.
        try Self.wait { [database] in database.lock(SQLITE_LOCK_SHARED) }
        if alone {
            try Self.wait { [database] in database.lockIndex(Slot.writing, flags: taking | SQLITE_SHM_EXCLUSIVE) }
        }
        try Self.wait { [database] in database.lockIndex(Slot.carrying, flags: taking | SQLITE_SHM_EXCLUSIVE) }
        try Self.wait { [database] in database.lockIndex(Slot.firstReading, flags: taking | SQLITE_SHM_SHARED) }
        var state: (frames: UInt32, pages: UInt32) = (0, 0)
        try Self.wait {
            guard let found = store.index.withLock({ $0.committed }) else { return SQLITE_BUSY }
            state = found
            return SQLITE_OK
        }
        let log = state.frames > 0 ? try LogFile(store, create: false) : nil
        newest = try log?.newestFrames(of: Int(state.frames)) ?? [:]
        count = state.pages > 0 ? Int(state.pages) : (database.size() ?? 0) / Layout.pageSize
        self.log = log
    }

    /// Keeps everybody from reading from now on, who waits at most 5 seconds for those who do.
    func excludeReaders() throws {
        try Self.wait { [database] in database.lockIndex(Slot.reading, flags: SQLITE_SHM_LOCK | SQLITE_SHM_EXCLUSIVE) }
    }

    /// Reads page `number` into `target`, which is 4,096 bytes long.
    ///
    /// Throws ``VaultError/damaged(_:)`` if it is not the page that was written.
    private func read(_ number: Int, into target: UnsafeMutableRawBufferPointer) throws {
        if let log, let frame = newest[UInt32(number)] {
            guard try log.load(Int(frame)) != nil else { throw VaultError.damaged(.frame(Int(frame) + 1)) }
            unsafe target.copyMemory(from: UnsafeRawBufferPointer(rebasing: log.frame[Layout.frameHeaderSize...]))
        } else {
            // Nobody writes pages while they are held.
            guard try unsafe database.isLoaded(number, into: target) else { throw VaultError.damaged(.page(number)) }
        }
    }

    /// Writes the state to a new file `path` as a whole `case.db` without a log, sealed under `key`, and waits until it is
    /// safe.
    ///
    /// `epoch` is the number of that key; what lies at `path` is overwritten. `progress` is told how many pages are done,
    /// of how many. Throws ``VaultError``; then no store stands at `path`.
    package func write(
        to path: String, storeID: [UInt8], key: borrowing SecretBytes, epoch: UInt32, mishaps: Mishaps? = nil,
        progress: (Int, Int) -> Void = { _, _ in }
    ) throws {
        do {
            var copy = try NewDatabase(at: path, storeID: storeID, key: key, epoch: epoch, mishaps: mishaps)
            let page = UnsafeMutableRawBufferPointer.allocate(byteCount: Layout.pageSize, alignment: 64)
            defer {
                unsafe page.wipe()
                unsafe page.deallocate()
            }
            for number in stride(from: 1, through: count, by: 1) where number != Layout.lockPage {
                unsafe try read(number, into: page)
                // What stands in the log was not carried into the pages yet, and so not cleared.
                unsafe page.clearUnusedRoom(ofPage: number)
                try unsafe copy.add(number, UnsafeRawBufferPointer(page))
                if number % 256 == 0 { progress(number, count) }
            }
            // A log of the one file must never be taken for a log of the other, which has the same keys.
            let number = UInt64(bigEndian: try Random.bytes(8), at: 0) >> 16
            try copy.finish(log: number)
            progress(count, count)
        } catch let failure as SystemFailure { throw failure.error }
    }

    /// Asks until the answer is no longer that somebody else is busy, for 5 seconds at most.
    private static func wait(_ ask: () -> Int32) throws {
        for _ in 0..<1_000 {
            let code = ask()
            if code == SQLITE_OK { return }
            guard code == SQLITE_BUSY else { throw VaultError.system(code) }
            usleep(5_000)
        }
        throw VaultError.busy(holder: "another thread of this process")
    }
}

extension Vault {
    /// Holds the store's newest state still, so that it can be written elsewhere while work goes on.
    ///
    /// It may go to another thread, and must be dropped before ``close()``. Throws ``VaultError``.
    package func snapshot() throws -> sending Snapshot {
        do { return try Snapshot(store) } catch let failure as SystemFailure { throw failure.error }
    }
}

extension LogFile {
    /// For each page that stands in the first `count` frames, the last of them that holds it.
    fileprivate func newestFrames(of count: Int) throws -> [UInt32: UInt32] {
        var newest: [UInt32: UInt32] = [:]
        for index in 0..<count {
            guard try load(index) != nil else { throw VaultError.damaged(.frame(index + 1)) }
            newest[unsafe UInt32(bigEndian: frame.load(as: UInt32.self))] = UInt32(truncatingIfNeeded: index)
        }
        return newest
    }
}
