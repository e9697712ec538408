// A row of the account list as it is stored: the exact bytes that were signed, and the signature.
internal import Cryptography

/// What a row says, in the canonical bytes that its signer signed.
package struct SignedRow: Hashable, Sendable {
    /// What kind of row it is: "user", "compartment", "grant", "recovery", "succession", "appointment" or "head".
    package let kind: String
    /// Which row of its kind it is.
    package let name: String
    /// The canonical bytes.
    package let body: [UInt8]
    /// The Ed25519 signature over "dalesway signed row v1\n" and the body.
    package let signature: [UInt8]

    /// Takes a row from where it was stored; nothing of it has been checked.
    package init(kind: String, name: String, body: [UInt8], signature: [UInt8]) {
        (self.kind, self.name, self.body, self.signature) = (kind, name, body, signature)
    }

    init(_ row: some AccountRow, store: StoreID, by key: borrowing SigningKey) throws {
        let body = Self.body(of: row, store: store)
        self.init(
            kind: type(of: row).kind.rawValue, name: row.rowName, body: body,
            signature: try key.sign(Self.message(body)).bytes)
    }

    /// The version of the form of rows.
    package static let version: Int64 = 1

    static func body(of row: some AccountRow, store: StoreID) -> [UInt8] {
        var members = row.members
        members["kind"] = .text(type(of: row).kind.rawValue)
        members["store"] = .bytes(store.bytes)
        members["v"] = .number(version)
        members["by"] = .text(row.by)
        members["since"] = .number(row.since)
        return CanonicalValue.object(members).encoded
    }

    /// Reads a row of that kind; throws unless it is exactly what such a row of this store is written as.
    func read<Row: AccountRow>(as type: Row.Type, store: StoreID) throws -> Row {
        let place = "the \(kind) row ‘\(name)’"
        guard let value = CanonicalValue(body), let version = value["v"]?.number else {
            throw KeyRingError.altered("\(place) is not in the form of a row")
        }
        guard version <= Self.version else { throw KeyRingError.newerAccounts(place) }
        guard value["store"]?.bytes == store.bytes else { throw KeyRingError.altered("\(place) is of another store") }
        guard let by = value["by"]?.text, let since = value["since"]?.number,
            let row = Row(value, by: by, since: since), row.isNamed(name),
            Self.body(of: row, store: store) == body
        else { throw KeyRingError.altered("\(place) is not in the form of a row") }
        return row
    }

    static func message(_ body: [UInt8]) -> [UInt8] {
        Array("dalesway signed row v1\n".utf8) + body
    }

    func isSigned(by key: VerifyingKey) -> Bool {
        guard let signature = try? Signature(signature) else { return false }
        return signature.verify(Self.message(body), by: key)
    }

    /// SHA-256 of the body and its signature.
    func digest(_ hash: inout SHA256) throws -> Digest {
        try hash.update(body)
        try hash.update(signature)
        return try hash.finish()
    }
}
