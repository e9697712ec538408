// A strict reader of stored text: it takes what Stored writes, and nothing else.

/// Reads one stored value; any other spelling of it is refused.
struct StoredReader {
    private let bytes: [UInt8]
    private var at = 0

    /// Deeper than any stored value goes; it keeps a spoilt text from using up the stack.
    private static let deepest = 24

    /// The value that these bytes are, all of them.
    static func read(_ bytes: [UInt8]) throws(ReleaseFault) -> Stored {
        var reader = StoredReader(bytes: bytes)
        let value = try reader.value(depth: 0)
        guard reader.at == bytes.count else { throw reader.fault() }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private func fault() -> ReleaseFault { .damaged("byte \(at + 1) is not as it was written") }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        at += 1
        return true
    }

    private mutating func demand(_ byte: UInt8) throws(ReleaseFault) {
        guard take(byte) else { throw fault() }
    }

    private mutating func value(depth: Int) throws(ReleaseFault) -> Stored {
        guard depth <= Self.deepest else { throw fault() }
        switch next {
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "["): return .list(try list(depth: depth))
        case UInt8(ascii: "{"): return .object(try object(depth: depth))
        case _: return .number(try number())
        }
    }

    private mutating func word(_ word: String, _ value: Stored) throws(ReleaseFault) -> Stored {
        guard bytes[at...].starts(with: word.utf8) else { throw fault() }
        at += word.utf8.count
        return value
    }

    private mutating func number() throws(ReleaseFault) -> Int {
        let start = at
        while let byte = next, byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) { at += 1 }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        guard let number = Int(text), String(number) == text else { throw fault() }
        return number
    }

    private mutating func list(depth: Int) throws(ReleaseFault) -> [Stored] {
        at += 1
        var values: [Stored] = []
        if take(UInt8(ascii: "]")) { return values }
        repeat { values.append(try value(depth: depth + 1)) } while take(UInt8(ascii: ","))
        try demand(UInt8(ascii: "]"))
        return values
    }

    private mutating func object(depth: Int) throws(ReleaseFault) -> [String: Stored] {
        at += 1
        var members: [String: Stored] = [:]
        if take(UInt8(ascii: "}")) { return members }
        repeat {
            let key = try text()
            try demand(UInt8(ascii: ":"))
            guard members.updateValue(try value(depth: depth + 1), forKey: key) == nil else { throw fault() }
        } while take(UInt8(ascii: ","))
        try demand(UInt8(ascii: "}"))
        return members
    }

    private mutating func text() throws(ReleaseFault) -> String {
        try demand(UInt8(ascii: "\""))
        var plain: [UInt8] = []
        while true {
            switch next {
            case nil: throw fault()
            case UInt8(ascii: "\""):
                guard let text = String(validating: plain, as: UTF8.self) else { throw fault() }
                at += 1
                return text
            case UInt8(ascii: "\\"): plain.append(try escaped())
            case .some(0..<0x20): throw fault()
            case .some(let byte):
                plain.append(byte)
                at += 1
            }
        }
    }

    private mutating func escaped() throws(ReleaseFault) -> UInt8 {
        at += 1
        if take(UInt8(ascii: "\"")) { return UInt8(ascii: "\"") }
        if take(UInt8(ascii: "\\")) { return UInt8(ascii: "\\") }
        guard at + 5 <= bytes.count, bytes[at..<at + 3].elementsEqual("u00".utf8),
            let byte = UInt8(String(decoding: bytes[at + 3..<at + 5], as: UTF8.self), radix: 16), byte < 0x80
        else { throw fault() }
        at += 5
        return byte
    }
}
