// A strict scanner of JSON text, after RFC 8259.
//
// Foundation's own readers were weighed first, and are as fast. But neither says that a key stands twice: one of the two
// is dropped without a word, which in a case file loses a fact. Both take a comma before a closing brace, JSONDecoder
// stops at the first fault, and neither gives a place that a user can go to. So lines are scanned here, and the tests
// hold this scanner to Foundation's verdict on thousands of made-up and mangled texts.

/// Scans one JSON value; anything besides it is a flaw.
struct Scanner {
    private let bytes: ArraySlice<UInt8>
    private var at: Int

    /// Deeper than any line goes; it keeps a hostile text from using up the stack.
    private static let deepest = 32

    /// Scans a text that holds exactly one value.
    static func scan(_ bytes: ArraySlice<UInt8>) throws(Flaw) -> Node {
        var scanner = Scanner(bytes)
        scanner.skipSpace()
        let node = try scanner.value(depth: 0)
        scanner.skipSpace()
        guard scanner.at == bytes.endIndex else { throw scanner.flaw("something follows the end of the object") }
        return node
    }

    private var next: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

    private func flaw(_ words: String, at place: Int? = nil) -> Flaw {
        Flaw(column: (place ?? at) - bytes.startIndex + 1, words: words)
    }

    private mutating func skipSpace() {
        while at < bytes.endIndex {
            switch bytes[at] {
            case 0x20, 0x09, 0x0A, 0x0D: at += 1
            default: return
            }
        }
    }

    private mutating func value(depth: Int) throws(Flaw) -> Node {
        guard depth <= Self.deepest else { throw flaw("it is nested too deeply") }
        switch next {
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "{"): return .object(try object(depth: depth))
        case UInt8(ascii: "["):
            try list(depth: depth)
            return .list
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"): return try number()
        case let byte? where byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"): return try number()
        case nil: throw flaw("it ends where a value should stand")
        case _?: throw flaw("a value should stand here")
        }
    }

    private mutating func word(_ word: StaticString, _ node: Node) throws(Flaw) -> Node {
        let text = "\(word)".utf8
        guard bytes[at...].starts(with: text) else { throw flaw("a value should stand here") }
        at += text.count
        return node
    }

    private mutating func object(depth: Int) throws(Flaw) -> [Member] {
        at += 1
        var members: [Member] = []
        var seen: Set<String> = []
        skipSpace()
        if next == UInt8(ascii: "}") {
            at += 1
            return members
        }
        while true {
            guard next == UInt8(ascii: "\"") else { throw flaw("a key in double quotes should stand here") }
            let key = try string()
            skipSpace()
            guard next == UInt8(ascii: ":") else { throw flaw("a colon should stand here") }
            at += 1
            skipSpace()
            let value = try value(depth: depth + 1)
            // A handful of keys is compared faster one by one; a hostile thousand is not.
            let isRepeated: Bool
            if members.count < 16 {
                isRepeated = members.contains { $0.key == key }
            } else {
                if members.count == 16 { seen = Set(members.map(\.key)) }
                isRepeated = !seen.insert(key).inserted
            }
            members.append(Member(key: key, value: value, isRepeated: isRepeated))
            skipSpace()
            switch next {
            case UInt8(ascii: ","):
                at += 1
                skipSpace()
            case UInt8(ascii: "}"):
                at += 1
                return members
            case _: throw flaw("a comma or a closing brace should stand here")
            }
        }
    }

    private mutating func list(depth: Int) throws(Flaw) {
        at += 1
        skipSpace()
        if next == UInt8(ascii: "]") {
            at += 1
            return
        }
        while true {
            _ = try value(depth: depth + 1)
            skipSpace()
            switch next {
            case UInt8(ascii: ","):
                at += 1
                skipSpace()
            case UInt8(ascii: "]"):
                at += 1
                return
            case _: throw flaw("a comma or a closing bracket should stand here")
            }
        }
    }

    private mutating func number() throws(Flaw) -> Node {
        let start = at
        if next == UInt8(ascii: "-") { at += 1 }
        let first = at
        let digits = skipDigits()
        guard digits > 0 else { throw flaw("a number is not finished") }
        guard digits == 1 || bytes[first] != UInt8(ascii: "0") else {
            throw flaw("a number begins with a needless zero", at: first)
        }
        var isWhole = true
        if next == UInt8(ascii: ".") {
            isWhole = false
            at += 1
            guard skipDigits() > 0 else { throw flaw("a number is not finished") }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            isWhole = false
            at += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { at += 1 }
            guard skipDigits() > 0 else { throw flaw("a number is not finished") }
        }
        guard isWhole, digits <= 19, let whole = Int(String(decoding: bytes[start..<at], as: UTF8.self)) else {
            return .otherNumber
        }
        return .number(whole)
    }

    private mutating func skipDigits() -> Int {
        let start = at
        while at < bytes.endIndex, bytes[at] >= UInt8(ascii: "0"), bytes[at] <= UInt8(ascii: "9") { at += 1 }
        return at - start
    }
}

extension Scanner {
    private init(_ bytes: ArraySlice<UInt8>) { (self.bytes, at) = (bytes, bytes.startIndex) }

    /// A string: copied in one piece unless it holds an escape.
    private mutating func string() throws(Flaw) -> String {
        let opening = at
        at += 1
        let start = at
        var hasEscape = false
        while true {
            guard at < bytes.endIndex else { throw flaw("a text is not closed", at: opening) }
            switch bytes[at] {
            case UInt8(ascii: "\""):
                let raw = bytes[start..<at]
                let unescaped = hasEscape ? try unescape(raw) : nil
                guard let text = String(validating: unescaped ?? raw, as: UTF8.self) else {
                    throw flaw("a text is not valid UTF-8", at: opening)
                }
                at += 1
                return text
            case UInt8(ascii: "\\"):
                hasEscape = true
                at += 2
            case 0..<0x20: throw flaw("a text holds a control character that is not escaped")
            default: at += 1
            }
        }
    }

    /// The bytes of a string with its escapes resolved.
    private func unescape(_ raw: ArraySlice<UInt8>) throws(Flaw) -> ArraySlice<UInt8> {
        var plain: [UInt8] = []
        plain.reserveCapacity(raw.count)
        var index = raw.startIndex
        while index < raw.endIndex {
            guard raw[index] == UInt8(ascii: "\\") else {
                plain.append(raw[index])
                index += 1
                continue
            }
            let escape = index
            guard index + 1 < raw.endIndex else { throw flaw("an escape is not finished", at: escape) }
            index += 2
            switch raw[escape + 1] {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain.append(raw[escape + 1])
            case UInt8(ascii: "b"): plain.append(0x08)
            case UInt8(ascii: "f"): plain.append(0x0C)
            case UInt8(ascii: "n"): plain.append(0x0A)
            case UInt8(ascii: "r"): plain.append(0x0D)
            case UInt8(ascii: "t"): plain.append(0x09)
            case UInt8(ascii: "u"): plain += try scalar(in: raw, &index, escape).utf8
            default: throw flaw("there is no such escape", at: escape)
            }
        }
        return plain[...]
    }

    /// The character of a `\u` escape, or of two that together make one.
    private func scalar(in raw: ArraySlice<UInt8>, _ index: inout Int, _ escape: Int) throws(Flaw) -> String {
        let first = try unit(in: raw, &index, escape)
        if first == 0 { throw flaw("a text holds the character NUL", at: escape) }
        if let scalar = Unicode.Scalar(first) { return String(scalar) }
        guard first < 0xDC00, index + 1 < raw.endIndex, raw[index] == UInt8(ascii: "\\"),
            raw[index + 1] == UInt8(ascii: "u")
        else { throw flaw("half of a surrogate pair stands alone", at: escape) }
        index += 2
        let second = try unit(in: raw, &index, escape)
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw flaw("half of a surrogate pair stands alone", at: escape) }
        return String(scalar)
    }

    private func unit(in raw: ArraySlice<UInt8>, _ index: inout Int, _ escape: Int) throws(Flaw) -> UInt32 {
        guard index + 4 <= raw.endIndex else { throw flaw("an escape is not finished", at: escape) }
        var unit: UInt32 = 0
        for byte in raw[index..<index + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw flaw("an escape is not finished", at: escape)
            }
            unit = unit << 4 | UInt32(digit)
        }
        index += 4
        return unit
    }
}
