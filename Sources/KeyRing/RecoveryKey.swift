// The key on paper: it opens the store when no passphrase can.
internal import Cryptography

/// The private half of the recovery key.
///
/// Only its public half stays with the store.
package struct RecoveryKey: ~Copyable, Sendable {
    let key: AgreementKey

    private static let checkCount = 3

    /// Draws a new key.
    init() throws {
        key = try AgreementKey()
    }

    init(_ key: consuming AgreementKey) { self.key = key }

    /// Reads a key as the first edition printed it: 56 characters, of which the last few check the others.
    init(firstEdition text: String) throws {
        guard let bytes = Base32.bytes(text.filter { !$0.isWhitespace }) else {
            throw KeyRingError.notARecoveryKey("it holds a character that no recovery key has, or ends too early")
        }
        guard bytes.count == 32 + Self.checkCount else {
            throw KeyRingError.notARecoveryKey("it must have 56 characters")
        }
        let secret = SecretBytes(copying: bytes.prefix(32))
        guard try Self.check(secret) == Array(bytes.suffix(Self.checkCount)) else {
            throw KeyRingError.notARecoveryKey("a character of it was mistyped")
        }
        key = try AgreementKey(secret: secret)
    }

    /// The key with which it appoints a custodian; whoever trusts a custodian trusts this key through that one.
    borrowing func signing() throws -> SigningKey {
        try SigningKey(seed: HKDFSHA256.derive(from: key.secret, for: "dalesway recovery signing v1"))
    }

    /// Opens every compartment's key, from the account list's rows.
    ///
    /// The rows are read as they stand: who holds the recovery key has no pins to check them by.
    /// - Throws: `KeyRingError.foreignRecoveryKey` if the rows are for another key.
    package borrowing func open(_ rows: [SignedRow], of store: StoreID) throws -> [CompartmentKey] {
        var compartments: [CompartmentKey] = []
        for signed in rows where signed.kind == RowKind.recovery.rawValue {
            let row = try signed.read(as: RecoveryRow.self, store: store)
            guard row.key == key.publicKey else { throw KeyRingError.foreignRecoveryKey }
            switch row.subject {
            case .store: continue
            case .compartment(let id):
                let context = Context.compartmentKey(store, id, to: key.publicKey)
                let opened = try AgreementKey(secret: Box.open(row.box, with: key, context: context))
                compartments.append(try CompartmentKey(store: store, id: id, key: opened))
            }
        }
        return compartments.sorted { $0.id < $1.id }
    }

    private static func check(_ secret: borrowing SecretBytes) throws -> [UInt8] {
        var hash = try SHA256()
        try hash.update(Array("dalesway recovery key v1\n".utf8))
        try hash.update(secret)
        return Array(try hash.finish().bytes.prefix(checkCount))
    }
}
