// How far the log was known to be safe: the marks after the header.
import Cryptography

/// One mark: which log is in use and how many of its frames were safe on the disk when the mark was written.
///
/// No frames at all means that this log is finished: everything in it stands in the pages, and only the next may follow.
struct Mark: Hashable {
    /// Goes up by one with every mark; the greatest counts.
    let sequence: UInt64

    /// Which log, counted from 1.
    let log: UInt64

    /// How many frames of it were safe.
    let frames: UInt32

    var isFinish: Bool { frames == 0 }

    func bytes(at place: Int, keys: borrowing StoreKeys) throws -> [UInt8] {
        var slot = Array("DWmark\0\u{1}".utf8)
        slot += sequence.bigEndianBytes
        slot += log.bigEndianBytes
        slot += frames.bigEndianBytes
        // Room for the root over the page tags, which the next format fills.
        slot += [UInt8](repeating: 0, count: 36)
        return slot + (try Self.code(slot, at: place, keys: keys))
    }

    init(sequence: UInt64, log: UInt64, frames: UInt32) {
        (self.sequence, self.log, self.frames) = (sequence, log, frames)
    }

    /// Reads a mark; nil if it is torn, altered, or from another place.
    init?(_ slot: [UInt8], at place: Int, keys: borrowing StoreKeys) throws {
        guard slot.count == Layout.markSize else { return nil }
        guard ConstantTime.equal(try Self.code(Array(slot[..<64]), at: place, keys: keys), Array(slot[64...])) else {
            return nil
        }
        sequence = UInt64(bigEndian: slot, at: 8)
        log = UInt64(bigEndian: slot, at: 16)
        frames = UInt32(bigEndian: slot, at: 24)
    }

    private static func code(_ slot: [UInt8], at place: Int, keys: borrowing StoreKeys) throws -> [UInt8] {
        try HMACSHA256.code(of: slot + [UInt8(place)], under: keys.mark).bytes
    }
}
