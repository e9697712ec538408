// Reads the JSON in which canonical bytes are written.

/// Reads JSON as far as canonical bytes use it.
///
/// What it lets through is compared with its own spelling afterwards.
package struct CanonicalReader {
    private let bytes: [UInt8]
    private var place = 0

    /// Begins to read.
    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether everything was read.
    package var isAtEnd: Bool { place == bytes.count }

    // Deep enough for every format here, and shallow enough that hostile bytes cannot exhaust the stack.
    private static let deepest = 16

    mutating func value(depth: Int) -> CanonicalValue? {
        guard depth <= Self.deepest, let next = peek else { return nil }
        switch next {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return list(depth: depth)
        case UInt8(ascii: "\""): return text().map { .text($0) }
        case UInt8(ascii: "t"): return take("true") ? .flag(true) : nil
        case UInt8(ascii: "f"): return take("false") ? .flag(false) : nil
        default: return number().map { .number($0) }
        }
    }

    private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        place += 1
        return true
    }

    /// Reads exactly these characters, or nothing.
    package mutating func take(_ word: String) -> Bool {
        guard bytes[place...].starts(with: word.utf8) else { return false }
        place += word.utf8.count
        return true
    }

    private mutating func object(depth: Int) -> CanonicalValue? {
        var members: [String: CanonicalValue] = [:]
        place += 1
        if take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            guard let name = text(), name.utf8.allSatisfy({ $0 < 0x80 }), take(UInt8(ascii: ":")),
                let value = value(depth: depth + 1)
            else { return nil }
            members[name] = value
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}")) ? .object(members) : nil
    }

    private mutating func list(depth: Int) -> CanonicalValue? {
        var values: [CanonicalValue] = []
        place += 1
        if take(UInt8(ascii: "]")) { return .list(values) }
        repeat {
            guard let value = value(depth: depth + 1) else { return nil }
            values.append(value)
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]")) ? .list(values) : nil
    }

    /// Reads a whole number.
    package mutating func number() -> Int64? {
        let start = place
        if peek == UInt8(ascii: "-") { place += 1 }
        while let digit = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) { place += 1 }
        guard let number = Int64(String(decoding: bytes[start..<place], as: UTF8.self)),
            number.magnitude <= UInt64(CanonicalValue.greatest)
        else { return nil }
        return number
    }

    /// Reads a text with its quotation marks.
    package mutating func text() -> String? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let start = place
        while let byte = peek, byte != UInt8(ascii: "\\"), byte != UInt8(ascii: "\"") { place += 1 }
        // Most texts hold nothing that is escaped and are taken whole.
        var content = Array(bytes[start..<place])
        while let byte = peek {
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return String(validating: content, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let plain = escaped() else { return nil }
                content.append(plain)
            default: content.append(byte)
            }
        }
        return nil
    }

    /// The canonical form escapes nothing but quotation mark, backslash and control characters.
    private mutating func escaped() -> UInt8? {
        guard let byte = peek else { return nil }
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return byte
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "u"):
            guard take("00"), place + 2 <= bytes.count,
                let value = Hexadecimal.bytes(String(decoding: bytes[place..<place + 2], as: UTF8.self))
            else { return nil }
            place += 2
            return value.first
        default: return nil
        }
    }
}
