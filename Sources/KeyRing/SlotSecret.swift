// What a slot holds once it is open.
internal import Cryptography

/// A user's private keys, and the public keys that this user trusts from the first.
///
/// As bytes: version 1; store (16); agreement key (32); signing seed (32); the number of pins and each of them (32);
/// the length of the account's handle and its ASCII characters.
struct SlotSecret: ~Copyable {
    let store: StoreID
    let user: String
    let agreement: AgreementKey
    let signing: SigningKey
    let pins: [VerifyingKey]

    private static let version: UInt8 = 1

    /// Draws keys for a new user.
    init(store: StoreID, user: String, pins: [VerifyingKey]) throws {
        try self.init(store: store, user: user, agreement: AgreementKey(), signing: SigningKey(), pins: pins)
    }

    init(
        store: StoreID, user: String, agreement: consuming AgreementKey, signing: consuming SigningKey,
        pins: [VerifyingKey]
    ) throws {
        (self.store, self.user, self.pins) = (store, user, pins)
        self.agreement = agreement
        self.signing = signing
    }

    func encoded() -> SecretBytes {
        let head = [Self.version] + store.bytes
        let tail = [UInt8(pins.count)] + pins.flatMap(\.bytes) + [UInt8(user.utf8.count)] + Array(user.utf8)
        return SecretBytes(
            joining: SecretBytes(copying: head), agreement.secret, signing.seed, SecretBytes(copying: tail))
    }

    init(_ bytes: consuming SecretBytes) throws {
        let bytes = bytes
        var place = 0
        func take(_ count: Int) throws -> SecretBytes {
            defer { place += count }
            return try bytes.part(place..<place + count)
        }
        func plain(_ count: Int) throws -> [UInt8] {
            try take(count).plainCopy()
        }
        guard try plain(1) == [Self.version], let store = StoreID(try plain(StoreID.byteCount)) else {
            throw KeyRingError.malformedSlotFile
        }
        let agreement = try AgreementKey(secret: take(32))
        let signing = try SigningKey(seed: take(32))
        var pins: [VerifyingKey] = []
        for _ in 0..<(try plain(1)[0]) { pins.append(try VerifyingKey(plain(32))) }
        let user = String(decoding: try plain(Int(try plain(1)[0])), as: UTF8.self)
        guard place == bytes.count else { throw KeyRingError.malformedSlotFile }
        try self.init(store: store, user: user, agreement: agreement, signing: signing, pins: pins)
    }
}
