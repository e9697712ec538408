// Reading leaves back: only the exact bytes that a leaf is written in are one.
internal import Cryptography

extension Leaf {
    /// Reads the bytes of leaf `index`; throws unless they are exactly what such a leaf is written as.
    package init(reading bytes: [UInt8], at index: Int) throws(AuditError) {
        guard bytes.count <= Self.greatestByteCount, let value = CanonicalValue(bytes),
            value["v"]?.number == Self.version,
            let leaf = Leaf(value), leaf.encoded == bytes
        else { throw .malformedLeaf(index) }
        guard leaf.seq == index else { throw .misplacedLeaf(index) }
        self = leaf
    }

    private init?(_ value: CanonicalValue) {
        guard let actor = value["actor"]?.text, let at = value["at"]?.number,
            let commitments = value["c"]?.list?.map({ $0.bytes.flatMap { Digest($0) } }),
            let verb = value["op"]?.text.flatMap(Verb.init),
            let seq = value["seq"]?.number, seq >= 0,
            let handles = value["sub"]?.list?.map(\.bytes)
        else { return nil }
        let partCount = value["parts"]?.number.map { Int($0) }
        let (readCommitments, readHandles) = (commitments.compactMap { $0 }, handles.compactMap { $0 })
        guard readCommitments.count == commitments.count, readHandles.count == handles.count,
            readHandles.allSatisfy({ $0.isEmpty || $0.count == 16 })
        else { return nil }
        if let partCount {
            guard partCount > Self.mostListedParts, commitments.count == 1, handles.isEmpty else { return nil }
        } else {
            guard commitments.count <= Self.mostListedParts, commitments.count == handles.count else { return nil }
        }
        self.init(
            actor: actor, at: at, commitments: readCommitments, verb: verb, seq: Int(seq), handles: readHandles,
            partCount: partCount, why: value["why"]?.text)
    }
}
