// The four places of the marks: which one counts, where the next one goes, and writing it there.
import Cryptography

/// The marks of a store as they stand on the disk.
///
/// A mark that is waited for until it is safe has two places; a mark that only moves on is not waited for, and has two
/// others. A crash may tear what nobody waited for, but never the last mark that was waited for.
struct MarkBook {
    /// What a mark says, apart from its number.
    struct Claim {
        let log: UInt64
        let frames: UInt32
        let end: BlockTag
        let root: BlockTag
        let pages: Int
    }

    /// The mark that counts.
    private(set) var current: Mark

    /// Whether it is known what stands on the disk: not after a mark that could not be written.
    private(set) var isCertain = true

    private var sequence: UInt64
    private var lastWaited: Int
    private var lastOther: Int
    private let sealer: Sealer
    private var block = [UInt8](repeating: 0, count: Layout.markSize)

    /// Reads the block of marks; throws ``VaultError`` if no mark in it is whole, or something else stands there.
    init(_ block: [UInt8], _ sealer: Sealer) throws {
        guard block.count == Layout.pagesStart - Layout.marksStart else { throw VaultError.damaged(.marks) }
        var found: [(mark: Mark, place: Int)] = []
        for place in 0..<4 {
            let start = place * Layout.markStride
            let rest = block[start + Layout.markSize..<start + Layout.markStride]
            guard rest.allSatisfy({ $0 == 0 }) else { throw VaultError.damaged(.marks) }
            var slot = Array(block[start..<start + Layout.markSize])
            let mark = unsafe slot.withUnsafeMutableBytes { unsafe Mark(opening: $0, at: place, sealer) }
            if let mark { found.append((mark, place)) }
        }
        found.sort { $0.mark.sequence < $1.mark.sequence }
        guard let newest = found.last, let waited = found.last(where: { $0.place < 2 }) else {
            throw VaultError.damaged(.marks)
        }
        current = newest.mark
        lastWaited = waited.place
        lastOther = found.last { $0.place >= 2 }?.place ?? 3
        // Marks that a crash took may have had the next numbers; no number is ever given twice.
        sequence = (newest.mark.sequence >> 32 + 1) << 32
        self.sealer = sealer
    }

    /// The block of marks of a database without a log, whose pages sum up to `root`.
    static func first(after log: UInt64, _ sequence: UInt64, root: BlockTag, pages: Int, _ sealer: Sealer) throws
        -> [UInt8]
    {
        var block = [UInt8](repeating: 0, count: Layout.pagesStart - Layout.marksStart)
        let mark = Mark(
            sequence: sequence, log: log, frames: 0, pages: UInt32(truncatingIfNeeded: pages), root: root, end: .zero)
        try unsafe block.withUnsafeMutableBytes { block in
            try unsafe mark.seal(
                into: UnsafeMutableRawBufferPointer(rebasing: block[..<Layout.markSize]), at: 0, sealer)
        }
        return block
    }

    /// Writes the next mark, and waits until it is safe if it `isWaited` for.
    ///
    /// Throws ``SystemFailure`` and ``CryptographyError``; nobody knows then what stands in that place, and the mark before counts.
    mutating func write(_ claim: Claim, isWaited: Bool, to file: RawFile) throws {
        sequence += 1
        let mark = Mark(
            sequence: sequence, log: claim.log, frames: claim.frames,
            pages: UInt32(truncatingIfNeeded: claim.pages), root: claim.root, end: claim.end)
        let place = isWaited ? 1 - lastWaited : 5 - lastOther
        do {
            try unsafe block.withUnsafeMutableBytes { block in
                try unsafe mark.seal(into: block, at: place, sealer)
                try unsafe file.write(
                    UnsafeRawBufferPointer(block), at: Layout.marksStart + place * Layout.markStride)
            }
            if isWaited { try file.sync() }
        } catch {
            isCertain = false
            throw error
        }
        current = mark
        if isWaited { (lastWaited, isCertain) = (place, true) } else { lastOther = place }
    }
}
