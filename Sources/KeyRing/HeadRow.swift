// The seal on the account list as a whole.
package import Cryptography

/// The digest over all other rows: none can be taken away, or put back as it was, by itself.
package struct HeadRow: AccountRow {
    package static let kind = RowKind.head

    /// Which state of the list this is, from 1; each change adds one.
    package let serial: Int64
    /// The digest over all other rows.
    package let digest: Digest
    package var by: String
    package let since: Int64

    package var rowName: String { "head" }

    package var members: [String: CanonicalValue] {
        ["digest": .bytes(digest.bytes), "serial": .number(serial)]
    }

    init(serial: Int64, digest: Digest, by: String, since: Int64) {
        (self.serial, self.digest, self.by, self.since) = (serial, digest, by, since)
    }

    package init?(_ value: CanonicalValue, by: String, since: Int64) {
        guard let serial = value["serial"]?.number, serial > 0,
            let digest = value["digest"]?.bytes.flatMap({ Digest($0) })
        else { return nil }
        self.init(serial: serial, digest: digest, by: by, since: since)
    }

    /// SHA-256 over the digests of all rows but the head, each of a body and its signature, by kind and name.
    static func digest(of rows: [SignedRow]) throws -> Digest {
        var each = try SHA256()
        var all = try SHA256()
        let ordered = rows.filter { $0.kind != kind.rawValue }.sorted { ($0.kind, $0.name) < ($1.kind, $1.name) }
        for row in ordered { try all.update(row.digest(&each)) }
        return try all.finish()
    }
}
