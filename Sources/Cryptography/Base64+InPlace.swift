// Base64 looked at where it stands, without making text or an array of it.

extension Base64 {
    /// How many characters the text of `count` bytes has.
    package static func length(of count: Int) -> Int { (count + 2) / 3 * 4 }

    /// Whether the characters from `start` on are exactly the text of some `count` bytes.
    package static func isText(of count: Int, in characters: Span<UInt8>, from start: Int) -> Bool {
        let length = length(of: count)
        guard start >= 0, length <= characters.count - start else { return false }
        let values = values
        let padding = length / 4 * 3 - count
        var seen: UInt8 = 0
        for place in start..<start + length - padding { seen |= values[Int(characters[place])] }
        // A foreign character has all bits; what encoding gives has six at most.
        guard seen < 64 else { return false }
        guard padding > 0 else { return true }
        for place in start + length - padding..<start + length where characters[place] != UInt8(ascii: "=") {
            return false
        }
        // Bits that the padding leaves over must be zero, or two texts would mean one value.
        let last = values[Int(characters[start + length - padding - 1])]
        return last & (padding == 2 ? 0x0F : 0x03) == 0
    }

    /// The digest whose text stands from `start` on; `nil` unless it is exactly such a text.
    package static func digest(in characters: Span<UInt8>, from start: Int) -> Digest? {
        guard isText(of: Digest.byteCount, in: characters, from: start) else { return nil }
        let values = values
        var digest = Digest()
        unsafe withUnsafeMutableBytes(of: &digest) { bytes in
            var place = start
            var group: UInt32 = 0
            for index in 0..<Digest.byteCount {
                if index % 3 == 0 {
                    group = 0
                    for _ in 0..<4 {
                        // What the padding gives here lies behind the last byte.
                        group = group << 6 | UInt32(values[Int(characters[place])] & 63)
                        place += 1
                    }
                }
                unsafe bytes[index] = UInt8(truncatingIfNeeded: group >> UInt32(16 - index % 3 * 8))
            }
        }
        return digest
    }
}
