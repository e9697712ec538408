// The one form of a leaf, read byte by byte from front to back.
internal import Cryptography

/// Reads the one spelling that a leaf has; what it lets through is canonical, so nothing is written again to compare.
enum LeafScan {
    /// How many bytes lie between the beginnings of two commitments: 44 characters, two quotation marks, a comma.
    static let commitmentStride = 47

    /// Verbs as they are spelt.
    private static let verbs: [(spelling: [UInt8], verb: Verb)] = Verb.allCases.map { (Array($0.rawValue.utf8), $0) }

    /// What stands where in a leaf; `nil` unless every byte is as it must be.
    static func outline(of bytes: Span<UInt8>) -> LeafOutline? {
        var place = 0
        var isPlain = true
        guard take("{\"actor\":\"", bytes, &place), let actor = text(bytes, &place, &isPlain),
            take("\",\"at\":", bytes, &place), let at = number(bytes, &place), take(",\"c\":[", bytes, &place)
        else { return nil }
        let commitments = place + 1
        guard let committed = list(of: Digest.byteCount, orEmpty: false, bytes, &place),
            take(",\"op\":\"", bytes, &place), let verb = verb(bytes, &place), take("\"", bytes, &place)
        else { return nil }
        var partCount: Int?
        if take(",\"parts\":", bytes, &place) {
            guard let count = number(bytes, &place), count > Leaf.mostListedParts, committed == 1 else { return nil }
            partCount = Int(count)
        }
        guard take(",\"seq\":", bytes, &place), let seq = number(bytes, &place), seq >= 0,
            take(",\"sub\":[", bytes, &place)
        else { return nil }
        let handles = place
        guard let named = list(of: 16, orEmpty: true, bytes, &place),
            partCount == nil ? named == committed && named <= Leaf.mostListedParts : named == 0,
            take(",\"v\":1", bytes, &place)
        else { return nil }
        var why: Range<Int>?
        if take(",\"why\":\"", bytes, &place) {
            guard let code = text(bytes, &place, &isPlain), take("\"", bytes, &place) else { return nil }
            why = code
        }
        guard take("}", bytes, &place), place == bytes.count else { return nil }
        return LeafOutline(
            at: at, verb: verb, seq: Int(seq), partCount: partCount ?? committed, isListed: partCount == nil,
            actor: actor, why: why, commitments: commitments, handles: handles, isPlain: isPlain)
    }

    /// Whether exactly these characters stand there.
    static func stands(_ word: StaticString, in bytes: Span<UInt8>, at place: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard count <= bytes.count - place else { return false }
        let start = unsafe word.utf8Start
        for offset in 0..<count where unsafe start[offset] != bytes[place + offset] { return false }
        return true
    }

    private static func take(_ word: StaticString, _ bytes: Span<UInt8>, _ place: inout Int) -> Bool {
        guard stands(word, in: bytes, at: place) else { return false }
        place += word.utf8CodeUnitCount
        return true
    }

    /// A whole number without leading zeros, within 2^53.
    private static func number(_ bytes: Span<UInt8>, _ place: inout Int) -> Int64? {
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

    private static func verb(_ bytes: Span<UInt8>, _ place: inout Int) -> Verb? {
        for (spelling, verb) in verbs where spelling.count < bytes.count - place {
            var offset = 0
            while offset < spelling.count, spelling[offset] == bytes[place + offset] { offset += 1 }
            guard offset == spelling.count, bytes[place + offset] == UInt8(ascii: "\"") else { continue }
            place += offset
            return verb
        }
        return nil
    }

    /// The rest of a list of texts in base64 of so many bytes each; answers how many there were.
    private static func list(
        of byteCount: Int, orEmpty: Bool, _ bytes: Span<UInt8>, _ place: inout Int
    ) -> Int? {
        if take("]", bytes, &place) { return 0 }
        let length = Base64.length(of: byteCount)
        var count = 0
        repeat {
            guard take("\"", bytes, &place) else { return nil }
            if !(orEmpty && stands("\"", in: bytes, at: place)) {
                guard Base64.isText(of: byteCount, in: bytes, from: place) else { return nil }
                place += length
            }
            guard take("\"", bytes, &place) else { return nil }
            count += 1
        } while take(",", bytes, &place)
        return take("]", bytes, &place) ? count : nil
    }

    /// The text up to its quotation mark, escaped where the one spelling escapes and nowhere else.
    private static func text(_ bytes: Span<UInt8>, _ place: inout Int, _ isPlain: inout Bool) -> Range<Int>? {
        let start = place
        var isASCII = true
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\\") {
                guard let length = escape(bytes, place) else { return nil }
                isPlain = false
                place += length
                continue
            }
            guard byte >= 0x20 else { return nil }
            if byte >= 0x80 { isASCII = false }
            place += 1
        }
        guard place < bytes.count else { return nil }
        if !isASCII {
            let content = (start..<place).map { bytes[$0] }
            guard String(validating: content, as: UTF8.self) != nil else { return nil }
        }
        return start..<place
    }

    /// How long the escape is that stands there; `nil` if the one spelling has none such.
    private static func escape(_ bytes: Span<UInt8>, _ place: Int) -> Int? {
        guard place + 1 < bytes.count else { return nil }
        switch bytes[place + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "b"), UInt8(ascii: "t"), UInt8(ascii: "n"),
            UInt8(ascii: "f"), UInt8(ascii: "r"):
            return 2
        default: break
        }
        // The other control characters: two lower-case digits after u00; never those with a letter of their own.
        guard stands("\\u00", in: bytes, at: place), place + 5 < bytes.count else { return nil }
        let (high, low) = (bytes[place + 4], bytes[place + 5])
        switch high {
        case UInt8(ascii: "0"): return "01234567bef".utf8.contains(low) ? 6 : nil
        case UInt8(ascii: "1"): return "0123456789abcdef".utf8.contains(low) ? 6 : nil
        default: return nil
        }
    }
}
