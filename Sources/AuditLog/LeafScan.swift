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
        guard CanonicalScan.take("{\"actor\":\"", bytes, &place), let actor = text(bytes, &place, &isPlain),
            CanonicalScan.take("\",\"at\":", bytes, &place), let at = CanonicalScan.number(bytes, &place),
            CanonicalScan.take(",\"c\":[", bytes, &place)
        else { return nil }
        let commitments = place + 1
        guard let committed = list(of: Digest.byteCount, orEmpty: false, bytes, &place),
            CanonicalScan.take(",\"op\":\"", bytes, &place), let verb = verb(bytes, &place),
            CanonicalScan.take("\"", bytes, &place)
        else { return nil }
        var partCount: Int?
        if CanonicalScan.take(",\"parts\":", bytes, &place) {
            guard let count = CanonicalScan.number(bytes, &place), count > Leaf.mostListedParts, committed == 1 else {
                return nil
            }
            partCount = Int(count)
        }
        guard CanonicalScan.take(",\"seq\":", bytes, &place), let seq = CanonicalScan.number(bytes, &place), seq >= 0,
            CanonicalScan.take(",\"sub\":[", bytes, &place)
        else { return nil }
        let handles = place
        guard let named = list(of: 16, orEmpty: true, bytes, &place),
            partCount == nil ? named == committed && named <= Leaf.mostListedParts : named == 0,
            CanonicalScan.take(",\"v\":1", bytes, &place)
        else { return nil }
        var why: Range<Int>?
        if CanonicalScan.take(",\"why\":\"", bytes, &place) {
            guard let code = text(bytes, &place, &isPlain), CanonicalScan.take("\"", bytes, &place) else { return nil }
            why = code
        }
        guard CanonicalScan.take("}", bytes, &place), place == bytes.count else { return nil }
        return LeafOutline(
            at: at, verb: verb, seq: Int(seq), partCount: partCount ?? committed, isListed: partCount == nil,
            actor: actor, why: why, commitments: commitments, handles: handles, isPlain: isPlain)
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
        if CanonicalScan.take("]", bytes, &place) { return 0 }
        let length = Base64.length(of: byteCount)
        var count = 0
        repeat {
            guard CanonicalScan.take("\"", bytes, &place) else { return nil }
            if !(orEmpty && CanonicalScan.stands("\"", in: bytes, at: place)) {
                guard Base64.isText(of: byteCount, in: bytes, from: place) else { return nil }
                place += length
            }
            guard CanonicalScan.take("\"", bytes, &place) else { return nil }
            count += 1
        } while CanonicalScan.take(",", bytes, &place)
        return CanonicalScan.take("]", bytes, &place) ? count : nil
    }

    private static func text(_ bytes: Span<UInt8>, _ place: inout Int, _ isPlain: inout Bool) -> Range<Int>? {
        var isASCII = true
        return CanonicalScan.text(bytes, &place, isPlain: &isPlain, isASCII: &isASCII)
    }
}
