// case.db as one connection sees it: pages in the clear in its hands, sealed on the disk.
import CSQLite
import Cryptography
import Glibc
import Synchronization

/// One connection's hold on the database file.
@safe final class PageFile {
    let store: Store
    private let sealer: Sealer
    private let scratch: UnsafeMutableRawBufferPointer
    private let cleared: UnsafeMutableRawBufferPointer
    private var held = SQLITE_LOCK_NONE
    private var indexLocks = LogIndex.Holding()

    /// Whether SQLite has begun to use the log's index; before that it asks for page 1 only to learn what kind of file this is.
    private var usesIndex = false

    init(_ store: Store) throws {
        sealer = try Sealer(key: store.keys.page, epoch: store.epoch)
        guard store.join() else { throw VaultError.system(EBADF) }
        self.store = store
        unsafe scratch = .allocate(byteCount: Layout.pageSize, alignment: 64)
        unsafe cleared = .allocate(byteCount: Layout.textSize, alignment: 64)
    }

    deinit {
        store.index.withLock { $0.unlock(0..<Int(SQLITE_SHM_NLOCK), holding: &indexLocks) }
        store.locks.withLock { $0.lower(from: held, to: SQLITE_LOCK_NONE) }
        unsafe scratch.wipe()
        unsafe scratch.deallocate()
        unsafe cleared.wipe()
        unsafe cleared.deallocate()
        store.leave()
    }

    /// Reads `target.count` bytes at `offset` of the database as SQLite counts.
    ///
    /// Answers SQLite's result code.
    func read(into target: UnsafeMutableRawBufferPointer, at offset: Int) -> Int32 {
        let (page, start) = (offset / Layout.pageSize + 1, offset % Layout.pageSize)
        if start == 0, target.count == Layout.pageSize { return unsafe load(page, into: target) }
        // Before SQLite knows the page size it asks for parts of page 1.
        guard start + target.count <= Layout.pageSize else { return IOCode.read }
        let code = unsafe load(page, into: scratch)
        unsafe target.copyMemory(from: UnsafeRawBufferPointer(rebasing: scratch[start..<start + target.count]))
        return code
    }

    private func load(_ page: Int, into target: UnsafeMutableRawBufferPointer) -> Int32 {
        // What a connection that opens is told of page 1 is the same for every store. The page itself may be torn by a
        // crash, or be written by another thread at this moment: its newest state stands in the log, which is asked first.
        if page == 1, !usesIndex {
            unsafe target.copyBytes(from: FirstPage.text)
            unsafe UnsafeMutableRawBufferPointer(rebasing: target[Layout.textSize...]).initializeMemory(
                as: UInt8.self, repeating: 0)
            return SQLITE_OK
        }
        do {
            if try unsafe isLoaded(page, into: target) { return SQLITE_OK }
            // SQLite's locks keep a page from being read while another connection writes it. Should they ever fail to, the
            // second look waits for the writer.
            let isWhole = try store.pageWriting.withLock { _ throws(SystemFailure) in
                unsafe try isLoaded(page, into: target)
            }
            if isWhole { return SQLITE_OK }
            store.note(.damaged(.page(page)))
            unsafe target.initializeMemory(as: UInt8.self, repeating: 0)
            return IOCode.altered
        } catch {
            store.note(error.error)
            unsafe target.initializeMemory(as: UInt8.self, repeating: 0)
            return IOCode.read
        }
    }

    /// Reads and opens a page, the end of it zero; answers false if it is not the page that must stand there.
    ///
    /// It must carry the tag that is known here, so that an older state of the page is no better than a forged one.
    /// SQLite asks for no page past the end, so a missing page was cut off.
    func isLoaded(_ page: Int, into target: UnsafeMutableRawBufferPointer) throws(SystemFailure) -> Bool {
        let place = Layout.pagesStart + (page - 1) * Layout.pageSize
        guard try unsafe store.database.read(into: target, at: place) == Layout.pageSize else { return false }
        let tag = unsafe target.loadUnaligned(fromByteOffset: Layout.pageSize - Layout.tagSize, as: BlockTag.self)
        guard tag == store.pages.withLock({ $0.tag(of: page) }), tag != .zero else { return false }
        guard unsafe sealer.open(target, as: .page(page)) != nil else { return false }
        unsafe UnsafeMutableRawBufferPointer(rebasing: target[Layout.textSize...]).initializeMemory(
            as: UInt8.self, repeating: 0)
        return true
    }

    /// Writes one whole page, which must stand in the log.
    ///
    /// Answers SQLite's result code.
    func write(_ source: UnsafeRawBufferPointer, at offset: Int) -> Int32 {
        guard source.count == Layout.pageSize, offset % Layout.pageSize == 0 else { return IOCode.write }
        // The end of a page is ours: a pager that puts anything there does not know it.
        guard unsafe source[Layout.textSize...].allSatisfy({ $0 == 0 }) else { return IOCode.write }
        let page = offset / Layout.pageSize + 1
        do {
            try store.prepareToWrite(page)
            unsafe cleared.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[..<Layout.textSize]))
            unsafe cleared.clearUnusedRoom(ofPage: page)
            try unsafe sealer.seal(UnsafeRawBufferPointer(cleared), into: scratch, as: .page(page), note: 0)
            let tag = unsafe scratch.loadUnaligned(
                fromByteOffset: Layout.pageSize - Layout.tagSize, as: BlockTag.self)
            try store.pageWriting.withLock { _ throws(SystemFailure) in
                store.pages.withLock { $0.forget(page) }
                try unsafe store.database.write(
                    UnsafeRawBufferPointer(scratch), at: Layout.pagesStart + (page - 1) * Layout.pageSize)
                store.pages.withLock { $0.set(tag, for: page) }
            }
            return SQLITE_OK
        } catch { return store.code(for: error, else: IOCode.write) }
    }

    /// Cuts the database to `size` bytes as SQLite counts; only pages that stand in the log may go.
    func truncate(to size: Int) -> Int32 {
        do {
            try store.cutPages(to: size)
            return SQLITE_OK
        } catch { return store.code(for: error, else: IOCode.truncate) }
    }

    /// Waits until all pages written are safe.
    func sync() -> Int32 {
        do {
            try store.syncPages()
            return SQLITE_OK
        } catch { return store.code(for: error, else: IOCode.sync) }
    }

    /// The size of the database as SQLite counts; nil if the system does not say.
    func size() -> Int? {
        guard let size = try? store.database.size() else { return nil }
        return max(0, size - Layout.pagesStart)
    }

    func lock(_ wanted: Int32) -> Int32 {
        // A file whose place another has taken is never tidied up: the log beside it is the other's.
        guard wanted <= SQLITE_LOCK_SHARED || store.successor.load(ordering: .sequentiallyConsistent) == 0 else {
            return SQLITE_BUSY
        }
        let code = store.locks.withLock { $0.raise(from: held, to: wanted) }
        if code == SQLITE_OK { held = max(held, wanted) }
        return code
    }

    func unlock(_ wanted: Int32) -> Int32 {
        store.locks.withLock { $0.lower(from: held, to: wanted) }
        held = min(held, wanted)
        return SQLITE_OK
    }

    var isReserved: Bool { store.locks.withLock { $0.isAnyReserved } }

    /// The region of the log's index, as an address; 0 if there is none.
    func indexRegion(_ number: Int, size: Int, extend: Bool) -> UInt {
        usesIndex = true
        return store.index.withLock { $0.region(number, size: size, extend: extend) } ?? 0
    }

    func lockIndex(_ slots: Range<Int>, flags: Int32) -> Int32 {
        guard slots.lowerBound >= 0, slots.upperBound <= Int(SQLITE_SHM_NLOCK) else { return IOCode.indexLock }
        let successor = store.successor.load(ordering: .sequentiallyConsistent)
        guard flags & SQLITE_SHM_UNLOCK != 0 || successor == 0 else {
            store.note(.otherEpoch(successor))
            return IOCode.indexLock
        }
        return store.index.withLock { index in
            if flags & SQLITE_SHM_UNLOCK != 0 {
                index.unlock(slots, holding: &indexLocks)
                return SQLITE_OK
            }
            return index.lock(slots, exclusive: flags & SQLITE_SHM_EXCLUSIVE != 0, holding: &indexLocks)
        }
    }

    /// Makes what other threads wrote to the index seen here, and the other way about.
    func barrier() { atomicMemoryFence(ordering: .sequentiallyConsistent) }

    func leaveIndex(forget: Bool) {
        store.index.withLock { index in
            index.unlock(0..<Int(SQLITE_SHM_NLOCK), holding: &indexLocks)
            if forget { index.clear() }
        }
    }
}
