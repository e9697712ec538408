// The one file outside the encrypted store: how each user comes to its key.
package import Cryptography

/// The slots of a store.
///
/// The bytes are canonical JSON and a newline; `docs/formats-keys.md` describes them.
///
/// It names nobody. A code under the store's key tells whether it was altered, and the store itself remembers which
/// generation of it is the newest.
package struct SlotFile: Hashable, Sendable {
    /// The newest version of this form; a file whose recovery key has no shares is written as version 1.
    package static let version: Int64 = 2
    /// The most bytes that a slot file may have.
    package static let greatestByteCount = 4 << 20

    /// The store that the slots open.
    package let store: StoreID
    /// Which state of the file this is, from 1; each change adds one.
    package private(set) var generation: Int64
    private let salt: [UInt8]
    private(set) var slots: [Slot]
    var recovery: RecoverySlot
    private var code: [UInt8]

    /// How many slots there are.
    package var count: Int { slots.count }

    init(store: StoreID, recovery: RecoverySlot) throws {
        (self.store, generation, slots, code) = (store, 0, [], [])
        self.recovery = recovery
        salt = try Random.bytes(16)
    }

    /// Reads a slot file; throws if it is not in its form.
    ///
    /// Whether it was altered shows at sign-in.
    package init(reading bytes: [UInt8]) throws(KeyRingError) {
        guard bytes.count <= Self.greatestByteCount, bytes.last == 0x0A,
            let value = CanonicalValue(Array(bytes.dropLast())), value["format"]?.text == "dalesway slots"
        else { throw .malformedSlotFile }
        guard let version = value["v"]?.number, version > 0 else { throw .malformedSlotFile }
        guard version <= Self.version else { throw .newerSlotFile(version) }
        guard let store = value["store"]?.bytes.flatMap({ StoreID($0) }),
            let generation = value["generation"]?.number, generation > 0,
            let salt = value["salt"]?.bytes, salt.count == 16,
            let code = value["code"]?.bytes, code.count == Digest.byteCount, let listed = value["slots"]?.list,
            let recovery = value["recovery"].flatMap({ RecoverySlot($0) })
        else { throw .malformedSlotFile }
        slots = listed.compactMap(Slot.init)
        (self.store, self.generation, self.salt, self.code) = (store, generation, salt, code)
        self.recovery = recovery
        guard slots.count == listed.count, Set(slots.map(\.locator)).count == slots.count, encoded == bytes else {
            throw .malformedSlotFile
        }
    }

    /// The file's bytes.
    package var encoded: [UInt8] { value(withCode: true).encoded + [0x0A] }

    /// SHA-256 of the file's bytes: the store remembers it beside the generation.
    package func digest() throws -> Digest { try SHA256.hash(encoded) }

    /// Opens the slot of that user.
    ///
    /// It takes the same time whether or not there is such a user, and says the same for both.
    /// - Throws: `KeyRingError.notRecognised`; `alteredSlotFile` if the slot opens and yet something does not belong.
    package func signIn(_ name: String, passphrase: borrowing Passphrase) throws -> UnlockedKeys {
        let locator = try locator(name)
        guard let slot = slots.first(where: { $0.locator == locator }) else {
            let cost = slots.map(\.cost).max { $0.memory < $1.memory } ?? .standard
            _ = try PassphraseKeys(passphrase, salt: salt + locator, cost: cost)
            throw KeyRingError.notRecognised
        }
        let keys = try PassphraseKeys(passphrase, salt: slot.salt, cost: slot.cost)
        guard let unlocked = try slot.open(with: keys, store: store) else { throw KeyRingError.notRecognised }
        guard try ConstantTime.equal(code, code(under: unlocked.storeKey)) else { throw KeyRingError.alteredSlotFile }
        return unlocked
    }

    /// Opens the store's keys with the recovery key; the compartments' then open from the store's own rows.
    ///
    /// - Throws: `KeyRingError.foreignRecoveryKey` if it is another store's; `alteredSlotFile`.
    package func open(with key: borrowing RecoveryKey) throws -> [StoreKey] {
        let keys = try recovery.open(with: key, store: store)
        guard let newest = keys.last, try ConstantTime.equal(code, code(under: newest)) else {
            throw KeyRingError.alteredSlotFile
        }
        return keys
    }

    /// Whether a slot's cost is below what the program now uses, so that it should be made anew at this sign-in.
    package func isBelow(_ cost: ScryptCost, for name: String) throws -> Bool {
        let locator = try locator(name)
        return slots.contains { $0.locator == locator && $0.cost.isBelow(cost) }
    }

    /// The hash by which a user's slot and failed sign-ins are found without a name.
    package func locator(_ name: String) throws -> [UInt8] {
        let form = AccountName.form(name) ?? ""
        let code = try HMACSHA256.code(of: Array(form.utf8), under: SecretBytes(copying: salt))
        return Array(code.bytes.prefix(Slot.locatorCount))
    }

    /// Puts a slot in, in place of the one with its locator, and closes the file under the store's key.
    mutating func put(_ slot: Slot, under key: StoreKey) throws {
        slots.removeAll { $0.locator == slot.locator }
        slots.append(slot)
        try close(under: key)
    }

    /// Takes a user's slot out, and closes the file under the store's key.
    mutating func remove(_ name: String, under key: StoreKey) throws {
        let locator = try locator(name)
        slots.removeAll { $0.locator == locator }
        try close(under: key)
    }

    /// Gives a store key to the recovery key and to every slot whose locator is among `users`, and takes away the slots
    /// that are nobody's; the file must still be closed under that key.
    mutating func add(_ key: StoreKey, to users: [[UInt8]: AgreementPublicKey]) throws {
        try recovery.add(key, store: store)
        var kept: [Slot] = []
        for var slot in slots {
            guard let user = users[slot.locator] else { continue }
            slot.storeKeys.removeAll { $0.epoch == key.epoch }
            slot.storeKeys.append(try BoxedStoreKey(key, to: user, store: store))
            kept.append(slot)
        }
        slots = kept
    }

    /// Takes the store keys of earlier epochs out of every slot, and closes the file.
    mutating func keepOnly(_ key: StoreKey) throws {
        recovery.drop(before: key.epoch)
        for place in slots.indices { slots[place].storeKeys.removeAll { $0.epoch < key.epoch } }
        try close(under: key)
    }

    /// The cost of a user's slot; nil if there is none.
    package func cost(of name: String) throws -> ScryptCost? {
        let locator = try locator(name)
        return slots.first { $0.locator == locator }?.cost
    }

    /// How the recovery key was printed.
    package var recoveryForm: RecoveryForm { recovery.form }

    /// Closes the file under the store's key: its next state.
    mutating func close(under key: StoreKey) throws {
        slots.sort { $0.locator.lexicographicallyPrecedes($1.locator) }
        generation += 1
        code = try code(under: key)
    }

    private func code(under key: StoreKey) throws -> [UInt8] {
        let codeKey = try HKDFSHA256.derive(from: key.secret, for: "dalesway slot file v1")
        return try HMACSHA256.code(of: value(withCode: false).encoded, under: codeKey).bytes
    }

    private func value(withCode: Bool) -> CanonicalValue {
        var members: [String: CanonicalValue] = [
            "format": .text("dalesway slots"), "generation": .number(generation),
            "recovery": recovery.value, "salt": .bytes(salt),
            "slots": .list(slots.map(\.value)), "store": .bytes(store.bytes),
            "v": .number(recovery.shares.isEmpty ? 1 : Self.version),
        ]
        if withCode { members["code"] = .bytes(code) }
        return .object(members)
    }
}
