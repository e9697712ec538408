// Canonical JSON looked at where it lies: whether bytes are in the one spelling, without making values of them.

/// Looks at canonical bytes from front to back; what it passes is exactly what `CanonicalValue` would write.
package enum CanonicalScan {
    // As deep as the reader of values goes.
    private static let deepest = 16

    /// Whether the bytes are the one spelling of some value: whether `CanonicalValue` reads them.
    package static func isCanonical(_ bytes: Span<UInt8>) -> Bool {
        var place = 0
        return value(bytes, &place, depth: 0) && place == bytes.count
    }

    /// Whether exactly these characters stand there.
    package static func stands(_ word: StaticString, in bytes: Span<UInt8>, at place: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard count <= bytes.count - place else { return false }
        let start = unsafe word.utf8Start
        for offset in 0..<count where unsafe start[offset] != bytes[place + offset] { return false }
        return true
    }

    /// Passes exactly these characters, or nothing.
    package static func take(_ word: StaticString, _ bytes: Span<UInt8>, _ place: inout Int) -> Bool {
        guard stands(word, in: bytes, at: place) else { return false }
        place += word.utf8CodeUnitCount
        return true
    }

    /// Passes a whole number without leading zeros, within 2^53.
    package static func number(_ bytes: Span<UInt8>, _ place: inout Int) -> Int64? {
        var next = place
        let isNegative = next < bytes.count && bytes[next] == UInt8(ascii: "-")
        if isNegative { next += 1 }
        let first = next
        var value: Int64 = 0
        while next < bytes.count, next - first <= 16 {
            let digit = bytes[next] &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            value = value * 10 + Int64(digit)
            next += 1
        }
        guard next > first, bytes[first] != UInt8(ascii: "0") || (next - first == 1 && !isNegative),
            value <= CanonicalValue.greatest
        else { return nil }
        place = next
        return isNegative ? -value : value
    }

    /// Passes a text up to its second quotation mark, escaped where the one spelling escapes and nowhere else.
    ///
    /// - Parameters:
    ///   - place: Where the text begins, after its first quotation mark.
    ///   - isPlain: Becomes false if something in it is escaped.
    ///   - isASCII: Becomes false if something in it is not ASCII.
    package static func text(
        _ bytes: Span<UInt8>, _ place: inout Int, isPlain: inout Bool, isASCII: inout Bool
    ) -> Range<Int>? {
        let start = place
        var hasMore = false
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\\") {
                guard let length = escape(bytes, place) else { return nil }
                isPlain = false
                place += length
                continue
            }
            guard byte >= 0x20 else { return nil }
            hasMore = hasMore || byte >= 0x80
            place += 1
        }
        guard place < bytes.count else { return nil }
        if hasMore {
            isASCII = false
            let content = (start..<place).map { bytes[$0] }
            guard String(validating: content, as: UTF8.self) != nil else { return nil }
        }
        return start..<place
    }

    /// How long the escape is that stands there; `nil` if the one spelling has none such.
    private static func escape(_ bytes: Span<UInt8>, _ place: Int) -> Int? {
        guard place + 1 < bytes.count else { return nil }
        if "\"\\btnfr".utf8.contains(bytes[place + 1]) { return 2 }
        // The other control characters: two lower-case digits after u00; never those with a letter of their own.
        guard stands("\\u00", in: bytes, at: place), place + 5 < bytes.count else { return nil }
        let (high, low) = (bytes[place + 4], bytes[place + 5])
        switch high {
        case UInt8(ascii: "0"): return "01234567bef".utf8.contains(low) ? 6 : nil
        case UInt8(ascii: "1"): return "0123456789abcdef".utf8.contains(low) ? 6 : nil
        default: return nil
        }
    }

    private static func value(_ bytes: Span<UInt8>, _ place: inout Int, depth: Int) -> Bool {
        guard depth <= deepest, place < bytes.count else { return false }
        switch bytes[place] {
        case UInt8(ascii: "{"): return object(bytes, &place, depth: depth)
        case UInt8(ascii: "["): return list(bytes, &place, depth: depth)
        case UInt8(ascii: "\""):
            place += 1
            var (isPlain, isASCII) = (true, true)
            return text(bytes, &place, isPlain: &isPlain, isASCII: &isASCII) != nil && take("\"", bytes, &place)
        case UInt8(ascii: "t"): return take("true", bytes, &place)
        case UInt8(ascii: "f"): return take("false", bytes, &place)
        default: return number(bytes, &place) != nil
        }
    }

    private static func list(_ bytes: Span<UInt8>, _ place: inout Int, depth: Int) -> Bool {
        place += 1
        if take("]", bytes, &place) { return true }
        repeat {
            guard value(bytes, &place, depth: depth + 1) else { return false }
        } while take(",", bytes, &place)
        return take("]", bytes, &place)
    }

    private static func object(_ bytes: Span<UInt8>, _ place: inout Int, depth: Int) -> Bool {
        let start = place
        place += 1
        if take("}", bytes, &place) { return true }
        var before: Range<Int>?
        var isPlain = true
        var isASCII = true
        repeat {
            guard take("\"", bytes, &place),
                let name = text(bytes, &place, isPlain: &isPlain, isASCII: &isASCII), isASCII,
                take("\":", bytes, &place), value(bytes, &place, depth: depth + 1)
            else { return false }
            if let before, isPlain, !precedes(before, name, bytes) { return false }
            before = name
        } while take(",", bytes, &place)
        guard take("}", bytes, &place) else { return false }
        // Names are ordered by what they mean, which for one with escapes only the reader of values knows.
        return isPlain || CanonicalValue((start..<place).map { bytes[$0] }) != nil
    }

    private static func precedes(_ one: Range<Int>, _ other: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        for offset in 0..<min(one.count, other.count) {
            let (left, right) = (bytes[one.lowerBound + offset], bytes[other.lowerBound + offset])
            if left != right { return left < right }
        }
        return one.count < other.count
    }
}
