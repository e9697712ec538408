// Which member of a leaf is not as leaves are written, for whoever must say so.
internal import Cryptography

extension Leaf {
    /// The member at which bytes leave the form of a leaf, nil if it is none of them in particular; and the number that
    /// they say they have.
    ///
    /// Only asked of bytes that are no leaf: it reads them once more, and slowly.
    static func fault(in bytes: [UInt8]) -> (field: String?, seq: Int?) {
        var seq: Int?
        let field = firstFault(in: bytes, seq: &seq)
        return (field, seq)
    }

    private static func firstFault(in bytes: [UInt8], seq: inout Int?) -> String? {
        var reader = CanonicalReader(bytes)
        guard reader.take("{\"actor\":"), reader.text() != nil else { return "actor" }
        guard reader.take(",\"at\":"), reader.number() != nil else { return "at" }
        guard reader.take(",\"c\":"), let listed = texts(&reader),
            listed.allSatisfy({ Base64.bytes($0)?.count == Digest.byteCount })
        else { return "c" }
        guard reader.take(",\"op\":"), reader.text().flatMap(Verb.init) != nil else { return "op" }
        if reader.take(",\"parts\":"), reader.number() == nil { return "parts" }
        guard reader.take(",\"seq\":"), let number = reader.number() else { return "seq" }
        seq = Int(number)
        guard reader.take(",\"sub\":"), let handles = texts(&reader),
            handles.allSatisfy({ $0.isEmpty || Base64.bytes($0)?.count == 16 })
        else { return "sub" }
        guard reader.take(",\"v\":"), reader.number() == version else { return "v" }
        if reader.take(",\"why\":"), reader.text() == nil { return "why" }
        return nil
    }

    private static func texts(_ reader: inout CanonicalReader) -> [String]? {
        guard reader.take("[") else { return nil }
        var values: [String] = []
        if reader.take("]") { return values }
        repeat {
            guard let value = reader.text() else { return nil }
            values.append(value)
        } while reader.take(",")
        return reader.take("]") ? values : nil
    }
}
