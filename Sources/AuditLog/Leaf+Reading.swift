// Reading leaves back: only the exact bytes that a leaf is written in are one.
internal import Cryptography

extension Leaf {
    /// Reads the bytes of leaf `index`; throws unless they are exactly what such a leaf is written as.
    package init(reading bytes: [UInt8], at index: Int) throws(AuditError) {
        var reader = CanonicalReader(bytes)
        guard bytes.count <= Self.greatestByteCount, let leaf = Leaf(&reader), reader.isAtEnd, leaf.encoded == bytes
        else { throw .malformedLeaf(index) }
        guard leaf.seq == index else { throw .misplacedLeaf(index) }
        self = leaf
    }

    /// Reads the members in the one order in which they are written.
    private init?(_ reader: inout CanonicalReader) {
        guard reader.take("{\"actor\":"), let actor = reader.text(), reader.take(",\"at\":"), let at = reader.number(),
            reader.take(",\"c\":"), let listed = Self.list(&reader), reader.take(",\"op\":"),
            let verb = reader.text().flatMap(Verb.init)
        else { return nil }
        var partCount: Int?
        if reader.take(",\"parts\":") {
            guard let count = reader.number(), count > Self.mostListedParts else { return nil }
            partCount = Int(count)
        }
        guard reader.take(",\"seq\":"), let seq = reader.number(), seq >= 0, reader.take(",\"sub\":"),
            let handles = Self.list(&reader), reader.take(",\"v\":"), reader.number() == Self.version
        else { return nil }
        var why: String?
        if reader.take(",\"why\":") {
            guard let reason = reader.text() else { return nil }
            why = reason
        }
        let commitments = listed.compactMap { Digest($0) }
        guard reader.take("}"), commitments.count == listed.count,
            handles.allSatisfy({ $0.isEmpty || $0.count == 16 }),
            partCount == nil
                ? commitments.count == handles.count && commitments.count <= Self.mostListedParts
                : commitments.count == 1 && handles.isEmpty
        else { return nil }
        self.init(
            actor: actor, at: at, commitments: commitments, verb: verb, seq: Int(seq), handles: handles,
            partCount: partCount, why: why)
    }

    private static func list(_ reader: inout CanonicalReader) -> [[UInt8]]? {
        guard reader.take("[") else { return nil }
        var values: [[UInt8]] = []
        if reader.take("]") { return values }
        repeat {
            guard let value = reader.text().flatMap({ Base64.bytes($0) }) else { return nil }
            values.append(value)
        } while reader.take(",")
        return reader.take("]") ? values : nil
    }
}
