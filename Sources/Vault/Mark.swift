// How far the log was known to be safe, and what the pages outside of it must be: the marks after the header.
import Cryptography

/// One mark: which log is in use, how many of its frames were safe on the disk when the mark was written, and the sum over
/// the tags of all pages that stand in none of those frames.
///
/// No frames at all means that this log is finished: everything in it stands in the pages, and only the next may follow.
struct Mark: Equatable {
    /// Goes up with every mark; the greatest counts.
    let sequence: UInt64

    /// Which log, counted from 1.
    let log: UInt64

    /// How many frames of it were safe.
    let frames: UInt32

    /// How many pages the file held.
    let pages: UInt32

    /// The sum over the pages that stand in none of those frames.
    let root: BlockTag

    /// The tag of the last of those frames; zero if there is none.
    let end: BlockTag

    var isFinish: Bool { frames == 0 }

    /// Seals the mark into `block`, of ``Layout/markSize`` bytes, for the place it goes to.
    func seal(into block: UnsafeMutableRawBufferPointer, at place: Int, _ sealer: Sealer) throws(CryptographyError) {
        unsafe block.storeBytes(of: sequence.bigEndian, toByteOffset: 0, as: UInt64.self)
        unsafe block.storeBytes(of: log.bigEndian, toByteOffset: 8, as: UInt64.self)
        unsafe block.storeBytes(of: frames.bigEndian, toByteOffset: 16, as: UInt32.self)
        unsafe block.storeBytes(of: pages.bigEndian, toByteOffset: 20, as: UInt32.self)
        unsafe block.storeBytes(of: root, toByteOffset: 24, as: BlockTag.self)
        unsafe block.storeBytes(of: end, toByteOffset: 40, as: BlockTag.self)
        let text = unsafe UnsafeRawBufferPointer(rebasing: block[..<(Layout.markSize - Layout.reserved)])
        try unsafe sealer.seal(text, into: block, as: .mark(place), note: 0)
    }

    /// Opens the mark in `block`, and leaves its text there; nil if it is torn, altered, or from another place.
    init?(opening block: UnsafeMutableRawBufferPointer, at place: Int, _ sealer: Sealer) {
        guard block.count == Layout.markSize, unsafe sealer.open(block, as: .mark(place)) == 0 else { return nil }
        sequence = unsafe UInt64(bigEndian: block.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
        log = unsafe UInt64(bigEndian: block.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        frames = unsafe UInt32(bigEndian: block.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
        pages = unsafe UInt32(bigEndian: block.loadUnaligned(fromByteOffset: 20, as: UInt32.self))
        root = unsafe block.loadUnaligned(fromByteOffset: 24, as: BlockTag.self)
        end = unsafe block.loadUnaligned(fromByteOffset: 40, as: BlockTag.self)
    }

    init(sequence: UInt64, log: UInt64, frames: UInt32, pages: UInt32, root: BlockTag, end: BlockTag) {
        (self.sequence, self.log, self.frames) = (sequence, log, frames)
        (self.pages, self.root, self.end) = (pages, root, end)
    }
}
