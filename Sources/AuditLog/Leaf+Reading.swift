// Reading leaves back: only the exact bytes that a leaf is written in are one.
internal import Cryptography

extension Leaf {
    /// Reads the bytes of leaf `index`; throws unless they are exactly what such a leaf is written as.
    package init(reading bytes: [UInt8], at index: Int) throws(AuditError) {
        let outline = try LeafOutline(reading: bytes.span, at: index)
        guard let actor = Self.text(outline.actor, of: bytes, outline) else { throw .malformedLeaf(index) }
        var why: String?
        if let range = outline.why {
            guard let code = Self.text(range, of: bytes, outline) else { throw .malformedLeaf(index) }
            why = code
        }
        var commitments: [Digest] = []
        commitments.reserveCapacity(outline.listedCount)
        for place in 0..<outline.listedCount {
            guard let commitment = outline.commitment(place, in: bytes.span) else { throw .malformedLeaf(index) }
            commitments.append(commitment)
        }
        self.init(
            actor: actor, at: outline.at, commitments: commitments, verb: outline.verb, seq: outline.seq,
            handles: Self.handles(outline, of: bytes), partCount: outline.isListed ? nil : outline.partCount, why: why)
    }

    private static func text(_ range: Range<Int>, of bytes: [UInt8], _ outline: LeafOutline) -> String? {
        if outline.isPlain { return String(validating: bytes[range], as: UTF8.self) }
        var reader = CanonicalReader(Array(bytes[range.lowerBound - 1...range.upperBound]))
        return reader.text()
    }

    /// The handles in order; empty where a part concerns nobody.
    private static func handles(_ outline: LeafOutline, of bytes: [UInt8]) -> [[UInt8]] {
        guard outline.isListed else { return [] }
        var place = outline.handles
        return (0..<outline.partCount).map { _ in
            let length = bytes[place + 1] == UInt8(ascii: "\"") ? 0 : Base64.length(of: 16)
            defer { place += length + 3 }
            return Base64.bytes(String(decoding: bytes[place + 1..<place + 1 + length], as: UTF8.self)) ?? []
        }
    }
}
