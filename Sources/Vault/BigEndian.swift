// Numbers as they stand in the store's files: the greatest byte first.

extension FixedWidthInteger {
    /// The number's bytes, the greatest first.
    var bigEndianBytes: [UInt8] {
        stride(from: Self.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: self >> Self($0)) }
    }

    /// Reads the number at `place`; the bytes must reach that far.
    init(bigEndian bytes: [UInt8], at place: Int) {
        self = bytes[place..<place + Self.bitWidth / 8].reduce(0) { $0 << 8 | Self($1) }
    }
}
