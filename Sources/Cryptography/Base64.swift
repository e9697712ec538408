// Bytes as base64 text (RFC 4648, section 4) and back, strictly: each value has exactly one text.

/// Base64 with padding.
///
/// Decoding accepts nothing but what encoding gives: a signed line must not have a second spelling.
package enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The value of each character; 255 for a foreign one.
    static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()

    /// The text of `bytes`.
    package static func text(_ bytes: [UInt8]) -> String {
        String(decoding: characters(bytes), as: UTF8.self)
    }

    /// The ASCII characters of the text of `bytes`.
    package static func characters(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let left = min(bytes.count - start, 3)
            var group = UInt32(bytes[start]) << 16
            if left > 1 { group |= UInt32(bytes[start + 1]) << 8 }
            if left > 2 { group |= UInt32(bytes[start + 2]) }
            text.append(alphabet[Int(group >> 18)])
            text.append(alphabet[Int(group >> 12 & 63)])
            text.append(left > 1 ? alphabet[Int(group >> 6 & 63)] : UInt8(ascii: "="))
            text.append(left > 2 ? alphabet[Int(group & 63)] : UInt8(ascii: "="))
        }
        return text
    }

    /// The bytes of `text`; `nil` unless it is exactly the text that those bytes encode to.
    package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let text = Array(text.utf8)
        guard text.count.isMultiple(of: 4) else { return nil }
        let padding = text.suffix(2).count { $0 == UInt8(ascii: "=") }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var group: UInt32 = 0
        for (place, character) in text.enumerated() {
            let isPadding = place >= text.count - padding
            let value = values[Int(character)]
            guard isPadding ? character == UInt8(ascii: "=") : value < 64 else { return nil }
            group = group << 6 | UInt32(isPadding ? 0 : value)
            guard place & 3 == 3 else { continue }
            bytes.append(UInt8(truncatingIfNeeded: group >> 16))
            bytes.append(UInt8(truncatingIfNeeded: group >> 8))
            bytes.append(UInt8(truncatingIfNeeded: group))
            // Bits that the padding leaves over must be zero, or two texts would mean one value.
            if padding > 0, place == text.count - 1, group & (padding == 2 ? 0xFFFF : 0xFF) != 0 { return nil }
            group = 0
        }
        bytes.removeLast(padding)
        return bytes
    }
}
