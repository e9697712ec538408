// Stores of format 1, which had no sum over their pages: read here, and never written.
import Cryptography
import Glibc

/// A store of format 1: its pages as its last commit left them.
struct FirstFormat: ~Copyable {
    let groundwork: Groundwork
    private let pageSealer: Sealer
    private let log: FirstFormatLog?

    /// How many pages the database has.
    let count: Int

    /// Reads the marks and the log.
    ///
    /// Throws ``VaultError`` and ``SystemFailure``.
    init(_ groundwork: consuming Groundwork) throws {
        let block = try groundwork.database.read(Layout.pagesStart - Layout.marksStart, at: Layout.marksStart)
        let mark = try Self.newest(in: block, groundwork.keys)
        let sealer = try Sealer(key: groundwork.keys.frame, epoch: groundwork.epoch)
        let state = try LogState(surveying: groundwork.logPath, mark, sealer, mishaps: nil)
        let log = state.isLive ? try FirstFormatLog(groundwork.logPath, state, sealer) : nil
        let inFile = max(0, try groundwork.database.size() - Layout.pagesStart) / Layout.pageSize
        let pageSealer = try Sealer(key: groundwork.keys.page, epoch: groundwork.epoch)
        (self.log, count, self.pageSealer) = (log, log?.pages ?? inFile, pageSealer)
        self.groundwork = groundwork
    }

    /// Reads page `page` into `target`, which is 4,096 bytes long.
    ///
    /// Throws ``VaultError/damaged(_:)`` if it does not open.
    func read(_ page: Int, into target: UnsafeMutableRawBufferPointer) throws {
        if let log, try unsafe log.read(page, into: target) { return }
        let place = Layout.pagesStart + (page - 1) * Layout.pageSize
        guard try unsafe groundwork.database.read(into: target, at: place) == Layout.pageSize,
            unsafe pageSealer.open(target, as: .page(page)) != nil
        else { throw VaultError.damaged(.page(page)) }
    }

    /// The newest of the marks, which were in the clear and followed by a code: `DWmark`, sequence, log, frames.
    private static func newest(in block: [UInt8], _ keys: borrowing StoreKeys) throws -> Mark {
        guard block.count == Layout.pagesStart - Layout.marksStart else { throw VaultError.damaged(.marks) }
        var newest: Mark?
        for place in 0..<4 {
            let start = place * Layout.markStride
            let text = Array(block[start..<start + 64])
            let code = try HMACSHA256.code(of: text + [UInt8(place)], under: keys.mark).bytes
            guard ConstantTime.equal(code, Array(block[start + 64..<start + 96])) else { continue }
            let mark = Mark(
                sequence: UInt64(bigEndian: text, at: 8), log: UInt64(bigEndian: text, at: 16),
                frames: UInt32(bigEndian: text, at: 24), pages: 0, root: .zero, end: .zero)
            if newest.map({ $0.sequence < mark.sequence }) ?? true { newest = mark }
        }
        guard let newest else { throw VaultError.damaged(.marks) }
        return newest
    }
}
