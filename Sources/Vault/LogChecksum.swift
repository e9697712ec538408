// SQLite's own checksum over its log, which tells the frames that count from what an undone transaction left behind.

/// The running checksum of a log (sqlite.org/fileformat2.html, section 4.2).
struct LogChecksum {
    private var sum: (UInt32, UInt32)
    private let salts: [UInt8]
    private let isBigEndian: Bool

    /// Begins after SQLite's 32 bytes of header.
    init(_ header: [UInt8]) {
        salts = Array(header[16..<24])
        isBigEndian = header[3] & 1 == 1
        sum = (UInt32(bigEndian: header, at: 24), UInt32(bigEndian: header, at: 28))
    }

    /// Takes in a frame in the clear; answers whether it follows the one before.
    mutating func follows(_ frame: [UInt8]) -> Bool {
        guard Array(frame[8..<16]) == salts, frame[..<4].contains(where: { $0 != 0 }) else { return false }
        add(frame[..<8])
        add(frame[Layout.frameHeaderSize...])
        return sum.0 == UInt32(bigEndian: frame, at: 16) && sum.1 == UInt32(bigEndian: frame, at: 20)
    }

    private mutating func add(_ bytes: ArraySlice<UInt8>) {
        unsafe bytes.withUnsafeBytes { bytes in
            for place in stride(from: 0, to: bytes.count, by: 8) {
                sum.0 = unsafe sum.0 &+ word(bytes, place) &+ sum.1
                sum.1 = unsafe sum.1 &+ word(bytes, place + 4) &+ sum.0
            }
        }
    }

    private func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt32 {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
        return isBigEndian ? word.bigEndian : word.littleEndian
    }
}
