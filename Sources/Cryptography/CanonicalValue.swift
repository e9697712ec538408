// Values with exactly one spelling in bytes (RFC 8785, JSON Canonicalization Scheme), for what is hashed or signed.

/// A JSON value without fractions or nulls, which can be written in one way only.
///
/// What is signed and hashed is written so, because anyone can read it and any implementation of RFC 8785 gives the
/// same bytes. Keys are ASCII and whole numbers lie within 2^53, where all JSON readers agree.
package indirect enum CanonicalValue: Hashable, Sendable {
    /// True or false.
    case flag(Bool)
    /// A whole number, at most 2^53 - 1 either way.
    case number(Int64)
    /// Text, kept scalar for scalar.
    case text(String)
    /// Values in order.
    case list([CanonicalValue])
    /// Values by name.
    case object([String: CanonicalValue])

    /// The greatest number that every JSON reader holds exactly.
    package static let greatest: Int64 = 1 << 53 - 1

    /// Bytes as base64 text.
    package static func bytes(_ bytes: [UInt8]) -> CanonicalValue { .text(Base64.text(bytes)) }

    /// The one spelling of this value.
    package var encoded: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    /// Appends the one spelling of this value.
    package func write(to bytes: inout [UInt8]) {
        switch self {
        case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .number(let number): bytes.append(contentsOf: String(number).utf8)
        case .text(let text): Self.write(text, to: &bytes)
        case .list(let values):
            bytes.append(UInt8(ascii: "["))
            for (place, value) in values.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            let ordered = members.sorted { Self.precedes($0.key, $1.key) }
            for (place, member) in ordered.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.write(member.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// Whether one key comes before another: by UTF-16 code unit, as the RFC asks.
    ///
    /// For ASCII keys, as ours are, that is the order of their bytes.
    package static func precedes(_ one: String, _ other: String) -> Bool {
        for (left, right) in zip(one.utf8, other.utf8) where left != right {
            // Beyond ASCII the two orders differ.
            return left < 0x80 && right < 0x80 ? left < right : one.utf16.lexicographicallyPrecedes(other.utf16)
        }
        return one.utf8.count < other.utf8.count
    }

    /// Appends a text with its quotation marks, escaped as the RFC asks and no more.
    package static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        if text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
            writeEscaped(text, to: &bytes)
        } else {
            bytes.append(contentsOf: text.utf8)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func writeEscaped(_ text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case 0x08: bytes.append(contentsOf: "\\b".utf8)
            case 0x09: bytes.append(contentsOf: "\\t".utf8)
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0x0C: bytes.append(contentsOf: "\\f".utf8)
            case 0x0D: bytes.append(contentsOf: "\\r".utf8)
            case 0..<0x20: bytes.append(contentsOf: "\\u00\(Hexadecimal.text([byte]))".utf8)
            default: bytes.append(byte)
            }
        }
    }
}
