// How the key that every slot trusts passes from one custodian to the next.
package import Cryptography

/// A pinned custodian's statement that another key is to be trusted as its own is.
package struct SuccessionRow: AccountRow {
    package static let kind = RowKind.succession

    /// The key that hands over; it signs the row.
    package let from: VerifyingKey
    /// The key that is trusted from now on.
    package let to: VerifyingKey
    package var by: String
    package let since: Int64

    package var rowName: String { "\(from)/\(to)" }

    /// The first edition named such a row by the second key alone, so that a key could be reached from one other only.
    package func isNamed(_ name: String) -> Bool { name == rowName || name == to.description }

    package var members: [String: CanonicalValue] { ["from": .bytes(from.bytes), "to": .bytes(to.bytes)] }

    init(from: VerifyingKey, to: VerifyingKey, by: String, since: Int64) {
        (self.from, self.to, self.by, self.since) = (from, to, by, since)
    }

    package init?(_ value: CanonicalValue, by: String, since: Int64) {
        guard let from = value["from"]?.bytes.flatMap({ try? VerifyingKey($0) }),
            let to = value["to"]?.bytes.flatMap({ try? VerifyingKey($0) })
        else { return nil }
        self.init(from: from, to: to, by: by, since: since)
    }
}
