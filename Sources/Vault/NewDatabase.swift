// A new case.db, written from front to back: whole, without a log, and proven.
import Cryptography
import Glibc

/// A database file that is being made beside the store's own.
///
/// Its header comes last, so that a file that was never finished is no store. Pages are given in ascending order; a number
/// that is left out stays a hole, as the lock page does.
struct NewDatabase: ~Copyable {
    private let file: RawFile
    private let header: Header
    private let keys: StoreKeys
    private let sealer: Sealer
    private let code: TagCode
    private var root = BlockTag.zero
    private var tags: [BlockTag] = []

    /// The pages sealed and not yet written: `pending.count / Layout.pageSize` of them, the first numbered `first`.
    private var pending: [UInt8] = []
    private var first = 1

    /// Pages gathered for one write.
    private static let run = 64

    /// Begins the file at `path`, in the place of whatever lies there.
    init(
        at path: String, storeID: [UInt8], key: borrowing SecretBytes, epoch: UInt32, mishaps: Mishaps?
    ) throws {
        let keys = try StoreKeys(key: key, storeID: storeID, epoch: epoch)
        let sealer = try Sealer(key: keys.page, epoch: epoch)
        let code = try TagCode(key: keys.root)
        let file = try RawFile(path, O_RDWR | O_CREAT | O_TRUNC, mishaps: mishaps)
        header = Header(storeID: storeID, epoch: epoch, check: keys.check)
        (self.sealer, self.code, self.file) = (sealer, code, file)
        self.keys = keys
        pending.reserveCapacity(Self.run * Layout.pageSize)
    }

    /// How many pages the file has by now.
    var count: Int { first - 1 + tags.count }

    /// Adds page `page`, whose text is the first 4,048 bytes of `text`.
    ///
    /// Throws ``SystemFailure`` and ``CryptographyError``.
    mutating func add(_ page: Int, _ text: UnsafeRawBufferPointer) throws {
        precondition(page > count, "Pages of a new database come in ascending order.")
        if page != count + 1 || tags.count == Self.run {
            try writePending()
            first = page
        }
        let place = pending.count
        pending += [UInt8](repeating: 0, count: Layout.pageSize)
        let tag = try unsafe pending.withUnsafeMutableBytes { pending in
            let block = unsafe UnsafeMutableRawBufferPointer(rebasing: pending[place...])
            try unsafe sealer.seal(
                UnsafeRawBufferPointer(rebasing: text[..<Layout.textSize]), into: block, as: .page(page), note: 0)
            return unsafe block.loadUnaligned(fromByteOffset: Layout.pageSize - Layout.tagSize, as: BlockTag.self)
        }
        tags.append(tag)
    }

    /// Writes the marks and the header and waits until all of it is safe.
    ///
    /// `log` and `sequence` are the last numbers that were used under this key, if it has been used before. Throws
    /// ``SystemFailure`` and ``CryptographyError``.
    consuming func finish(log: UInt64 = 0, sequence: UInt64 = 0) throws {
        try writePending()
        let marks = try MarkBook.first(
            after: log, sequence + 1, root: root, pages: count, Sealer(key: keys.mark, epoch: header.epoch))
        try file.write(marks, at: Layout.marksStart)
        try file.sync()
        try file.write(header.bytes(keys: keys), at: 0)
        try file.sync()
    }

    private mutating func writePending() throws {
        guard !tags.isEmpty else { return }
        try file.write(pending, at: Layout.pagesStart + (first - 1) * Layout.pageSize)
        root ^= try code.sum(tags[...], from: UInt32(truncatingIfNeeded: first))
        first += tags.count
        pending.removeAll(keepingCapacity: true)
        tags.removeAll(keepingCapacity: true)
    }
}
