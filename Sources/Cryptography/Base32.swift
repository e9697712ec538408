// Bytes as text that can be read aloud and typed from paper: base32 without the letters that look alike.

/// Base32 in Crockford's alphabet, without padding: no I, L, O or U.
///
/// Reading forgives what people write: lower case, and O for 0, I or L for 1. Hyphens and spaces are ignored.
package enum Base32 {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// The text of `bytes`, most significant bits first, the last character filled with zero bits.
    package static func text(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        var group: UInt32 = 0
        var bits = 0
        for byte in bytes {
            group = group << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[Int(group >> UInt32(bits) & 31)])
            }
        }
        if bits > 0 { text.append(alphabet[Int(group << UInt32(5 - bits) & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of `text`; `nil` if a character is foreign to the alphabet or the bits left over are not zero.
    package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        var bytes: [UInt8] = []
        var group: UInt32 = 0
        var bits = 0
        for character in text.utf8 {
            if character == UInt8(ascii: "-") || character == UInt8(ascii: " ") { continue }
            guard let value = value(of: character) else { return nil }
            group = (group << 5 | value) & 0xFFFF
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: group >> UInt32(bits)))
            }
        }
        guard bits < 5, group & (1 << UInt32(bits) - 1) == 0 else { return nil }
        return bytes
    }

    /// The number of five bits that a character stands for; `nil` for a foreign one.
    package static func number(_ character: UInt8) -> UInt8? { value(of: character).map { UInt8($0) } }

    /// The characters of numbers of five bits; a greater one counts modulo 32.
    package static func text(numbers: some Sequence<UInt8>) -> String {
        String(decoding: numbers.map { alphabet[Int($0 & 31)] }, as: UTF8.self)
    }

    private static func value(of character: UInt8) -> UInt32? {
        let isLower = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(character)
        let upper = isLower ? character - 32 : character
        switch upper {
        case UInt8(ascii: "O"): return 0
        case UInt8(ascii: "I"), UInt8(ascii: "L"): return 1
        default: return alphabet.firstIndex(of: upper).map { UInt32($0) }
        }
    }
}
