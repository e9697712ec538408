// How a store begins.
package import Cryptography

/// All that a new store is founded on: its first custodian, its compartments and its recovery key.
package struct Founding: ~Copyable, Sendable {
    /// The slot file.
    package let slots: SlotFile
    /// The rows of the account list.
    package let rows: [SignedRow]
    /// The custodian's keys, with every compartment open.
    package let keys: UnlockedKeys
    /// The recovery key.
    package let recovery: RecoveryKey
    /// What is printed of it, once: one key or three shares, to be kept on paper by others.
    package let papers: [String]

    /// Founds a store whose first user holds every compartment until they hand over.
    package init(
        by first: NewAccount, passphrase: borrowing Passphrase, compartments names: [String], at moment: Int64,
        recovery form: RecoveryForm = .whole, cost: ScryptCost = .standard
    ) throws {
        guard let name = AccountName.form(first.name) else { throw KeyRingError.unusableName }
        let store = try StoreID()
        let user = try AccountName.handle()
        let signing = try SigningKey()
        let pins = [signing.publicKey]
        let secret = try SlotSecret(store: store, user: user, agreement: AgreementKey(), signing: signing, pins: pins)
        var keys = try UnlockedKeys(secret, storeKeys: [StoreKey(epoch: 1)])
        let made = try RecoveryMaking(form, store: store)
        let printed = made.slot.key
        let copied = try made.key.key.copy()
        var rows = [
            try keys.sign(
                UserRow(
                    id: user, name: name, organisation: first.organisation, rank: first.rank,
                    roles: Array(Set(first.roles + [UserRow.custodian])), status: .active,
                    agreement: secret.agreement.publicKey, signing: secret.signing.publicKey, by: user, since: moment)),
            try keys.sign(RecoveryRow(keys.storeKey, to: printed, store: store, by: user, since: moment)),
        ]
        rows += try keys.successions(with: made.key, trusting: [], at: moment)
        for name in names {
            let key = try CompartmentKey(store: store, id: CompartmentID(name, epoch: 1), key: AgreementKey())
            keys.hold(key)
            let context = Context.compartmentKey(store, key.id, to: secret.agreement.publicKey)
            let wrapped = try Box.close(key.key.secret, to: secret.agreement.publicKey, context: context)
            rows.append(
                try keys.sign(CompartmentRow(id: key.id, key: key.key.publicKey, by: user, since: moment)))
            rows.append(
                try keys.sign(
                    GrantRow(
                        user: user, compartment: key.id, wrapped: wrapped, until: nil, by: user, since: moment)))
            rows.append(try keys.sign(RecoveryRow(key, to: printed, by: user, since: moment)))
        }
        for head in try HeadRow.Scope.allCases.map({ try HeadRow($0, of: rows, serial: 1, by: user, since: moment) }) {
            rows.append(try keys.sign(head))
        }
        var slots = try SlotFile(store: store, recovery: made.slot)
        try slots.add(keys.storeKey, to: [:])
        let slot = try Slot(
            secret, locator: slots.locator(name), passphrase: passphrase, cost: cost, storeKeys: keys.storeKeys)
        try slots.put(slot, under: keys.storeKey)
        (self.slots, self.rows) = (slots, rows)
        self.keys = keys
        papers = made.papers
        recovery = RecoveryKey(copied)
    }
}
