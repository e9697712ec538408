// The four places of the marks: which one counts, and where the next one goes.

/// The marks of a store as they stand on the disk.
///
/// A finish is waited for until it is safe, and has two places; a mark that only moves on is not waited for, and has two
/// others. A crash may tear a mark that nobody waited for, but never the last finish, without which an old log could not be
/// told from a new one.
struct Marks {
    /// The mark that counts.
    private(set) var current: Mark

    private var lastFinishPlace: Int
    private var lastOtherPlace: Int

    /// The marks of a new store: no log has been used.
    static let first = Marks(current: Mark(sequence: 1, log: 0, frames: 0), lastFinishPlace: 0, lastOtherPlace: 3)

    private init(current: Mark, lastFinishPlace: Int, lastOtherPlace: Int) {
        (self.current, self.lastFinishPlace, self.lastOtherPlace) = (current, lastFinishPlace, lastOtherPlace)
    }

    /// Reads the block of marks; throws ``VaultError`` if no mark in it is whole, or something else stands there.
    init(_ block: [UInt8], keys: borrowing StoreKeys) throws {
        var found: [(mark: Mark, place: Int)] = []
        guard block.count == Layout.pagesStart - Layout.marksStart else { throw VaultError.damaged(.marks) }
        for place in 0..<4 {
            let start = place * Layout.markStride
            let rest = block[start + Layout.markSize..<start + Layout.markStride]
            guard rest.allSatisfy({ $0 == 0 }) else { throw VaultError.damaged(.marks) }
            let slot = Array(block[start..<start + Layout.markSize])
            if let mark = try Mark(slot, at: place, keys: keys) { found.append((mark, place)) }
        }
        func newest(_ among: [(mark: Mark, place: Int)]) -> (mark: Mark, place: Int)? {
            among.max { $0.mark.sequence < $1.mark.sequence }
        }
        guard let newestFinish = newest(found.filter(\.mark.isFinish)), let newest = newest(found) else {
            throw VaultError.damaged(.marks)
        }
        current = newest.mark
        lastFinishPlace = newestFinish.place
        lastOtherPlace = found.filter { !$0.mark.isFinish }.max { $0.mark.sequence < $1.mark.sequence }?.place ?? 3
    }

    /// The mark after the current one, and the place it goes to.
    ///
    /// Nothing changes until ``stands(_:at:)``.
    func next(log: UInt64, frames: UInt32) -> (mark: Mark, place: Int) {
        let mark = Mark(sequence: current.sequence + 1, log: log, frames: frames)
        return (mark, mark.isFinish ? 1 - lastFinishPlace : 5 - lastOtherPlace)
    }

    /// Remembers that a mark was written.
    mutating func stands(_ mark: Mark, at place: Int) {
        current = mark
        if mark.isFinish { lastFinishPlace = place } else { lastOtherPlace = place }
    }
}
