// A ZIP file whose members are stored as they are: enough for a spreadsheet, and the same bytes each time.

/// The bytes of a ZIP file (APPNOTE 6.3.3: local headers, a central directory, its end), every member stored, of 1980-01-01.
struct ZipArchive {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// Adds a member; names are of ASCII letters, stops and slashes.
    mutating func add(_ name: String, _ content: [UInt8]) {
        let start = bytes.count
        let sum = Self.checksum(content)
        var common: [UInt8] = []
        // Version 2.0, no flags, stored, 00:00 on 1980-01-01.
        for field in [20, 0, 0, 0, 0x0021] { common += Self.short(field) }
        common += Self.long(sum) + Self.long(UInt32(content.count)) + Self.long(UInt32(content.count))
        common += Self.short(name.utf8.count) + Self.short(0)
        bytes += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + content
        directory += [0x50, 0x4B, 1, 2] + Self.short(20) + common
        // No comment, the first disk, no attributes.
        directory += Self.short(0) + Self.short(0) + Self.short(0) + Self.long(0) + Self.long(UInt32(start))
        directory += Array(name.utf8)
        count += 1
    }

    /// The whole file.
    var file: [UInt8] {
        var end: [UInt8] = [0x50, 0x4B, 5, 6]
        end += Self.short(0) + Self.short(0) + Self.short(count) + Self.short(count)
        end += Self.long(UInt32(directory.count)) + Self.long(UInt32(bytes.count)) + Self.short(0)
        return bytes + directory + end
    }

    /// The CRC-32 of ISO 3309, as ZIP has it.
    static func checksum(_ content: [UInt8]) -> UInt32 {
        ~content.reduce(UInt32.max) { sum, byte in table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8) }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }

    private static func short(_ value: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }

    private static func long(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }
}
