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

    /// Reads a key as it was printed: letters of either case, in groups or not.
    package init(_ text: String) throws {
        guard let bytes = Base32.bytes(text) else {
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

    /// The key as it is printed: fourteen groups of four characters.
    package borrowing func text() throws -> String {
        let bytes = key.secret.plainCopy() + (try Self.check(key.secret))
        let characters = Array(Base32.text(bytes))
        return stride(from: 0, to: characters.count, by: 4)
            .map { String(characters[$0..<min($0 + 4, characters.count)]) }
            .joined(separator: "-")
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

    borrowing func slot(for storeKeys: [StoreKey], store: StoreID) throws -> RecoverySlot {
        var slot = RecoverySlot(key: key.publicKey)
        for key in storeKeys { try slot.add(key, store: store) }
        return slot
    }

    borrowing func row(for storeKey: StoreKey, store: StoreID, by user: String, since: Int64) throws -> RecoveryRow {
        let context = Context.storeKey(store, epoch: storeKey.epoch, to: key.publicKey)
        return RecoveryRow(
            subject: .store(epoch: storeKey.epoch), key: key.publicKey,
            box: try Box.close(storeKey.secret, to: key.publicKey, context: context), by: user, since: since)
    }

    borrowing func row(for compartment: CompartmentKey, by user: String, since: Int64) throws -> RecoveryRow {
        let context = Context.compartmentKey(compartment.store, compartment.id, to: key.publicKey)
        return RecoveryRow(
            subject: .compartment(compartment.id), key: key.publicKey,
            box: try Box.close(compartment.key.secret, to: key.publicKey, context: context), by: user, since: since)
    }

    private static func check(_ secret: borrowing SecretBytes) throws -> [UInt8] {
        var hash = try SHA256()
        try hash.update(Array("dalesway recovery key v1\n".utf8))
        try hash.update(secret)
        return Array(try hash.finish().bytes.prefix(checkCount))
    }
}
