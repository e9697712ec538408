// What a signed-in user can do: their keys, for as long as they are signed in.
package import Cryptography

/// A signed-in user's keys: the store's, their own, and those of the compartments that were granted to them.
package struct UnlockedKeys: ~Copyable, Sendable {
    /// The store.
    package let store: StoreID
    /// The user's handle.
    package let user: String
    /// The keys whose signatures this user trusts from the first.
    package let pins: [VerifyingKey]
    /// The store's keys, oldest first; more than one only while pages are being rekeyed.
    package private(set) var storeKeys: [StoreKey]
    /// The store's newest key.
    package private(set) var storeKey: StoreKey
    /// The compartments that were opened, all epochs.
    package private(set) var compartments: [CompartmentID: CompartmentKey] = [:]
    let agreement: AgreementKey
    let signing: SigningKey

    init(_ secret: borrowing SlotSecret, storeKeys: [StoreKey]) throws {
        guard let newest = storeKeys.max(by: { $0.epoch < $1.epoch }) else { throw KeyRingError.malformedSlotFile }
        let agreement = try secret.agreement.copy()
        let signing = try secret.signing.copy()
        (store, user, pins) = (secret.store, secret.user, secret.pins)
        (self.storeKeys, storeKey) = (storeKeys, newest)
        self.agreement = agreement
        self.signing = signing
    }

    /// The user's public signing key.
    package var verifyingKey: VerifyingKey { signing.publicKey }

    /// The user's own account, which must be active and have the keys that the slot holds.
    package borrowing func account(in roster: Roster) throws -> UserRow {
        guard let account = roster.users[user] else {
            throw KeyRingError.altered("the row of the signed-in account is missing")
        }
        guard account.signing == signing.publicKey, account.agreement == agreement.publicKey else {
            throw KeyRingError.altered("the row of the signed-in account has other keys than its slot")
        }
        guard account.status == .active else { throw KeyRingError.accountClosed }
        return account
    }

    /// Opens the compartments that the roster grants this user at that moment, and lets go of all others.
    package mutating func openCompartments(of roster: Roster, at moment: Int64) throws {
        var opened: [CompartmentID: CompartmentKey] = [:]
        for grant in roster.grants(of: user, at: moment) {
            opened[grant.compartment] = try compartments[grant.compartment] ?? open(grant, of: roster)
        }
        compartments = opened
    }

    /// Whether this user holds a compartment, in any epoch.
    package borrowing func holds(_ compartment: String) -> Bool {
        compartments.keys.contains { $0.name == compartment }
    }

    /// The newest key of a compartment; throws `compartmentClosed` if this user does not hold it.
    package borrowing func compartment(_ name: String) throws -> CompartmentKey {
        let held = compartments.values.filter { $0.id.name == name }.max { $0.id < $1.id }
        guard let held else { throw KeyRingError.compartmentClosed(name) }
        return held
    }

    /// Opens a subject's key of a compartment, whichever epoch it was wrapped in.
    package borrowing func open(
        _ wrapped: WrappedSubjectKey, of subject: Int64, in compartment: String
    ) throws -> SubjectKey {
        guard let key = compartments[CompartmentID(compartment, epoch: wrapped.epoch)] else {
            throw KeyRingError.compartmentClosed(compartment)
        }
        return try key.open(wrapped, of: subject)
    }

    /// This user's signature on an act: an approval, a restore, an erasure.
    ///
    /// - Parameters:
    ///   - act: What kind of act it is, so that a signature on one cannot pass for another.
    ///   - statement: All that the signature is to stand for.
    package borrowing func sign(_ act: String, _ statement: CanonicalValue) throws -> Signature {
        try signing.sign(Roster.message(act, statement, store: store))
    }

    /// This user's signatures on many acts of one kind, in their order.
    package borrowing func sign(_ act: String, each statements: [CanonicalValue]) throws -> [Signature] {
        guard !statements.isEmpty else { return [] }
        return try signing.sign(each: statements.map { Roster.message(act, $0, store: store) })
    }

    private borrowing func open(_ grant: GrantRow, of roster: Roster) throws -> CompartmentKey {
        let context = Context.compartmentKey(store, grant.compartment, to: agreement.publicKey)
        do {
            let key = try AgreementKey(secret: Box.open(grant.wrapped, with: agreement, context: context))
            guard let row = roster.compartments[grant.compartment], key.publicKey == row.key else {
                throw KeyRingError.altered("the grant row ‘\(grant.rowName)’ holds another key than the compartment's")
            }
            return try CompartmentKey(store: store, id: grant.compartment, key: key)
        } catch is CryptographyError {
            throw KeyRingError.altered("the grant row ‘\(grant.rowName)’ does not open for its user")
        }
    }

    /// Takes up the store's keys as they stand in a slot file that was changed while this user was signed in.
    package mutating func takeStoreKeys(from slots: SlotFile, named name: String) throws {
        let locator = try slots.locator(name)
        guard let slot = slots.slots.first(where: { $0.locator == locator }) else { throw KeyRingError.notRecognised }
        do {
            var opened: [StoreKey] = []
            for boxed in slot.storeKeys { opened.append(try boxed.open(with: agreement, store: store)) }
            guard let newest = opened.max(by: { $0.epoch < $1.epoch }) else { throw KeyRingError.malformedSlotFile }
            (storeKeys, storeKey) = (opened.sorted { $0.epoch < $1.epoch }, newest)
        } catch is CryptographyError {
            throw KeyRingError.alteredSlotFile
        }
    }

    /// Opens a value that was boxed to a compartment for one place, whichever of its epochs that was.
    package borrowing func open(box: [UInt8], in compartment: String, at place: Place) throws -> [UInt8] {
        let held = compartments.values.filter { $0.id.name == compartment }.sorted { $0.id > $1.id }
        guard let oldest = held.last else { throw KeyRingError.compartmentClosed(compartment) }
        for key in held.dropLast() {
            do { return try key.open(box: box, at: place) } catch CryptographyError.doesNotOpen { continue }
        }
        return try oldest.open(box: box, at: place)
    }

    mutating func hold(_ key: CompartmentKey) {
        compartments[key.id] = key
    }

    borrowing func receipt(for digest: Digest) throws -> [UInt8] {
        let key = try HKDFSHA256.derive(from: signing.seed, for: "dalesway roster receipt v1")
        return try HMACSHA256.code(of: store.bytes + pins.flatMap(\.bytes) + digest.bytes, under: key).bytes
    }

    /// This user's secrets as a slot holds them, with the keys now trusted.
    borrowing func secret(trusting pins: [VerifyingKey]) throws -> SlotSecret {
        try SlotSecret(store: store, user: user, agreement: agreement.copy(), signing: signing.copy(), pins: pins)
    }
}
