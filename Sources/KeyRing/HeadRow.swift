// The seals on the account list as a whole.
package import Cryptography

/// The digest over all rows of one half of the list: none can be taken away, or put back as it was, by itself.
///
/// The list has two heads, because who may change what differs: accounts are a custodian's to change, grants also a
/// holder's. So a holder cannot put an account back as it once was and seal the list again.
package struct HeadRow: AccountRow {
    /// Which half of the list a head covers.
    ///
    /// The raw values are stored.
    package enum Scope: String, CaseIterable, Sendable {
        /// Users, their appointments, the compartments' first keys, successions, and the store's own recovery: signed by
        /// custodians alone.
        case accounts
        /// Grants, the compartments' later keys and their recovery: signed by custodians and holders.
        case grants

        func covers(_ row: SignedRow) -> Bool {
            switch RowKind(rawValue: row.kind) {
            case .user, .succession, .appointment: self == .accounts
            case .compartment: (self == .accounts) == row.name.hasSuffix("/1")
            case .grant: self == .grants
            case .recovery: (self == .accounts) == row.name.hasPrefix("store/")
            case .head, .none: false
            }
        }
    }

    package static let kind = RowKind.head

    /// Which half of the list it covers.
    package let scope: Scope
    /// Which state of that half this is, from 1; each change adds one.
    package let serial: Int64
    /// The digest over all rows of that half.
    package let digest: Digest
    package var by: String
    package let since: Int64

    package var rowName: String { scope.rawValue }

    package var members: [String: CanonicalValue] {
        ["digest": .bytes(digest.bytes), "scope": .text(scope.rawValue), "serial": .number(serial)]
    }

    init(_ scope: Scope, of rows: [SignedRow], serial: Int64, by: String, since: Int64) throws {
        (self.scope, self.serial, self.by, self.since) = (scope, serial, by, since)
        digest = try Self.digest(of: rows.filter(scope.covers))
    }

    package init?(_ value: CanonicalValue, by: String, since: Int64) {
        guard let scope = value["scope"]?.text.flatMap(Scope.init), let serial = value["serial"]?.number, serial > 0,
            let digest = value["digest"]?.bytes.flatMap({ Digest($0) })
        else { return nil }
        (self.scope, self.serial, self.digest) = (scope, serial, digest)
        (self.by, self.since) = (by, since)
    }

    /// SHA-256 over the digests of the rows, each of a body and its signature, in order of kind and name.
    static func digest(of rows: [SignedRow]) throws -> Digest {
        var each = try SHA256()
        var all = try SHA256()
        let ordered = rows.sorted { ($0.kind, $0.name) < ($1.kind, $1.name) }
        for row in ordered { try all.update(row.digest(&each)) }
        return try all.finish()
    }
}
