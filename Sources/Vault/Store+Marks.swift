// What must stand on the disk before something else is written: the order that makes a crash harmless.
import Cryptography
import Glibc
import Synchronization

extension Store {
    /// Says that all of the log stands in the pages, and waits until that is safe; then only the next log may follow.
    func finishLog() throws {
        try marks.withLock { book in
            let (number, isDone) = log.withLock { state in
                (state.number, book.current.isFinish && book.current.log == state.number)
            }
            if isDone, book.isCertain { return }
            try syncPages()
            let (whole, count) = try pages.withLock { (try $0.whole(), $0.count) }
            // A page that could not be written stands in the log alone: then the log is not finished.
            guard let whole else { throw VaultError.system(EIO) }
            try write(.init(log: number, frames: 0, end: .zero, root: whole, pages: count), isWaited: true, in: &book)
            pages.withLock { $0.finish(whole) }
            log.withLock { $0.finish() }
        }
    }

    /// Begins the next log and answers its number.
    func beginLog() throws -> UInt64 {
        try finishLog()
        return log.withLock { state in
            state.begin()
            return state.number
        }
    }

    /// Notes that everything written to the log is safe.
    ///
    /// The mark itself is not waited for.
    func logIsSafe() throws {
        try marks.withLock { book in
            let (number, frames, end, new) = log.withLock { state in
                let count = state.isLive && state.committed > state.safe ? Int(state.committed - state.safe) : 0
                return (state.number, state.committed, state.end, state.waiting.prefix(count))
            }
            guard !new.isEmpty else { return }
            // Nothing is changed here before the mark stands: if it cannot be written, SQLite takes the frames back.
            let (wider, count) = try pages.withLock { (try $0.wider(new), $0.count) }
            try write(
                .init(log: number, frames: frames, end: end, root: wider.outside, pages: count), isWaited: false,
                in: &book)
            pages.withLock { $0.take(wider) }
            log.withLock { $0.isSafe() }
        }
    }

    /// Sees that it is known which mark stands on the disk, after one that could not be written.
    ///
    /// Until then nothing else may be written: that mark may stand there, and say what is no longer so.
    func settleMarks() throws {
        if isUncertain.load(ordering: .acquiring) { try coverLog() }
    }

    /// Sees that page `page` may be written: it stands in the log, and a mark that says so is safe on the disk.
    ///
    /// After a crash the newest whole mark is then that one or a later one, and the page is none of those it sums up.
    func prepareToWrite(_ page: Int) throws {
        try settleMarks()
        let (isInLog, isCovered) = pages.withLock { ($0.isInLog(page), $0.isCovered) }
        guard isInLog, page != Layout.lockPage else { throw VaultError.damaged(.page(page)) }
        if !isCovered { try coverLog() }
    }

    /// Cuts the file to `size` bytes of pages.
    func cutPages(to size: Int) throws {
        let count = size / Layout.pageSize
        let (known, kept, isCovered) = pages.withLock { ($0.count, $0.pagesKept(after: count), $0.isCovered) }
        if let first = kept.first { throw VaultError.damaged(.page(first)) }
        if count < known, !isCovered { try coverLog() }
        try pageWriting.withLock { _ in
            pages.withLock { $0.cut(to: count) }
            try database.truncate(to: Layout.pagesStart + size)
        }
    }

    /// Waits until all pages written are safe.
    func syncPages() throws {
        guard pages.withLock({ $0.isWritten }) else { return }
        try database.sync()
        pages.withLock { $0.isWritten = false }
    }

    /// Writes a mark of how things are, and waits until it is safe.
    private func coverLog() throws {
        try marks.withLock { book in
            let (number, frames, end) = log.withLock { state in
                // Before its first frame is safe, a log is known by the one before it, which is finished.
                (state.safe == 0 && state.isLive ? state.number - 1 : state.number, state.safe, state.safeEnd)
            }
            let (outside, count) = pages.withLock { ($0.outside, $0.count) }
            try write(
                .init(log: number, frames: frames, end: end, root: outside, pages: count), isWaited: true, in: &book)
            pages.withLock { $0.isCovered = true }
        }
    }

    private func write(_ claim: MarkBook.Claim, isWaited: Bool, in book: inout MarkBook) throws {
        defer { isUncertain.store(!book.isCertain, ordering: .releasing) }
        try book.write(claim, isWaited: isWaited, to: database)
    }
}
