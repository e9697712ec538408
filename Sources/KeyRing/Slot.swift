// One user's way in: from a passphrase to that user's keys and the store's.
internal import Cryptography

/// A user's slot as it stands in the slot file.
///
/// It names nobody: its locator is a keyed hash of the name.
struct Slot: Hashable, Sendable {
    /// The length of a locator.
    static let locatorCount = 16
    /// The length of the salt of a passphrase.
    static let saltCount = 32

    /// By which the slot is found.
    let locator: [UInt8]
    /// How dear the passphrase's derivation is.
    let cost: ScryptCost
    /// The salt of that derivation.
    let salt: [UInt8]
    /// Which key the passphrase must give: GCM alone would let two keys open one slot.
    let commitment: [UInt8]
    /// The user's private keys and pins, sealed under that key.
    let sealed: [UInt8]
    /// The store's keys, boxed to the user's public key, so that rotation needs nobody's passphrase.
    var storeKeys: [BoxedStoreKey]

    /// Makes a slot for a user's secrets.
    init(
        _ secret: borrowing SlotSecret, locator: [UInt8], passphrase: borrowing Passphrase, cost: ScryptCost,
        storeKeys: [StoreKey]
    ) throws {
        (self.locator, self.cost) = (locator, cost)
        salt = try Random.bytes(Self.saltCount)
        let keys = try PassphraseKeys(passphrase, salt: salt, cost: cost)
        commitment = keys.commitment
        let context = Context.slot(secret.store, locator: locator)
        sealed = try Seal.seal(secret.encoded(), under: keys.sealing, context: context)
        let own = secret.agreement.publicKey
        self.storeKeys = []
        for key in storeKeys { self.storeKeys.append(try BoxedStoreKey(key, to: own, store: secret.store)) }
    }

    /// Opens the slot; `nil` if the passphrase is wrong, and throws if the slot was altered.
    func open(with keys: borrowing PassphraseKeys, store: StoreID) throws -> UnlockedKeys? {
        guard ConstantTime.equal(commitment, keys.commitment) else { return nil }
        do {
            let context = Context.slot(store, locator: locator)
            let secret = try SlotSecret(Seal.open(sealed, under: keys.sealing, context: context))
            guard secret.store == store else { throw KeyRingError.foreignSlotFile }
            var opened: [StoreKey] = []
            for boxed in storeKeys { opened.append(try boxed.open(with: secret.agreement, store: store)) }
            return try UnlockedKeys(secret, storeKeys: opened)
        } catch is CryptographyError {
            throw KeyRingError.alteredSlotFile
        }
    }

    var value: CanonicalValue {
        return .object([
            "commitment": .bytes(commitment), "keys": .list(storeKeys.map(\.value)), "locator": .bytes(locator),
            "n": .number(Int64(cost.logN)), "p": .number(Int64(cost.p)), "r": .number(Int64(cost.r)),
            "salt": .bytes(salt), "sealed": .bytes(sealed),
        ])
    }

    init?(_ value: CanonicalValue) {
        guard let locator = value["locator"]?.bytes, locator.count == Self.locatorCount,
            let salt = value["salt"]?.bytes, salt.count == Self.saltCount,
            let commitment = value["commitment"]?.bytes, commitment.count == Digest.byteCount,
            let sealed = value["sealed"]?.bytes, let keys = value["keys"]?.list, !keys.isEmpty,
            let logN = value["n"]?.number.flatMap(UInt8.init(exactly:)),
            let r = value["r"]?.number.flatMap(UInt32.init(exactly:)),
            let p = value["p"]?.number.flatMap(UInt32.init(exactly:)), let cost = ScryptCost(logN: logN, r: r, p: p)
        else { return nil }
        (self.locator, self.salt, self.commitment) = (locator, salt, commitment)
        (self.sealed, self.cost) = (sealed, cost)
        storeKeys = keys.compactMap { BoxedStoreKey($0) }
        guard storeKeys.count == keys.count else { return nil }
    }
}
