// What the recovery key is for: a custodian where none can sign in.
package import Cryptography

extension RecoveryKey {
    /// Whether the account list trusts this key to appoint a custodian; those that the first edition printed are not.
    package borrowing func canAppoint(by rows: [SignedRow], of store: StoreID) throws -> Bool {
        let own = try signing().publicKey
        return rows.contains { signed in
            guard signed.kind == RowKind.succession.rawValue,
                let row = try? signed.read(as: SuccessionRow.self, store: store)
            else { return false }
            return row.from == own
        }
    }

    /// Appoints a custodian, who then holds every compartment that this key opens.
    ///
    /// An account of the same name is closed and its name goes to the new one, whose keys are new: what the old one signed
    /// stays its own.
    /// - Returns: the new custodian's handle, and what is to be stored.
    /// - Throws: `KeyRingError.recoveryCannotAppoint`; `altered`; `nameTaken` if the name is another's than a custodian's.
    package borrowing func appoint(
        _ new: NewAccount, passphrase: borrowing Passphrase, rows: [SignedRow], slots: SlotFile, at moment: Int64,
        cost: ScryptCost = .standard
    ) throws -> (id: String, change: AccountChange) {
        let store = slots.store
        let storeKeys = try slots.open(with: self)
        guard try canAppoint(by: rows, of: store) else { throw KeyRingError.recoveryCannotAppoint }
        guard let name = AccountName.form(new.name) else { throw KeyRingError.unusableName }
        let own = try signing()
        let roster = try Roster(rows, store: store, pins: [own.publicKey])
        let old = roster.users.values.first { $0.name == name && $0.status != .revoked }
        if let old, !old.roles.contains(UserRow.custodian) { throw KeyRingError.nameTaken }

        let signing = try SigningKey()
        let secret = try SlotSecret(
            store: store, user: AccountName.handle(), agreement: AgreementKey(), signing: signing.copy(),
            pins: (roster.trustedAccounts + [signing.publicKey]).sorted { $0.description < $1.description })
        let keys = try UnlockedKeys(secret, storeKeys: storeKeys)
        var change = AccountChange()
        if var old {
            change.written = try keys.signedAgain(after: old.id, in: roster)
            change.removed = roster.rows.filter { $0.kind == RowKind.grant.rawValue && $0.name.hasPrefix("\(old.id)/") }
            let gone = Set(change.removed.map { [$0.kind, $0.name] } + [[RowKind.user.rawValue, old.id]])
            change.written.removeAll { gone.contains([$0.kind, $0.name]) }
            (old.status, old.by, old.since) = (.revoked, keys.user, moment)
            change.written.append(try keys.sign(old))
        }
        let succession = SuccessionRow(from: own.publicKey, to: signing.publicKey, by: keys.user, since: moment)
        change.written.append(try SignedRow(succession, store: store, by: own))
        let agreement = keys.agreement.publicKey
        change.written.append(
            try keys.sign(
                UserRow(
                    id: keys.user, name: name, organisation: new.organisation, rank: new.rank,
                    roles: Set(new.roles + [UserRow.custodian]).sorted(), status: .active, agreement: agreement,
                    signing: signing.publicKey, by: keys.user, since: moment)))
        for compartment in try open(rows, of: store) {
            let context = Context.compartmentKey(store, compartment.id, to: agreement)
            let wrapped = try Box.close(compartment.key.secret, to: agreement, context: context)
            change.written.append(
                try keys.sign(
                    GrantRow(
                        user: keys.user, compartment: compartment.id, wrapped: wrapped, until: nil, by: keys.user,
                        since: moment)))
        }
        var slots = slots
        let slot = try Slot(
            secret, locator: slots.locator(name), passphrase: passphrase, cost: cost, storeKeys: storeKeys)
        try slots.put(slot, under: keys.storeKey)
        change.slots = slots
        change = try keys.closed(change, of: roster, at: moment)
        // Everybody else must believe it too, from the pins that their slots have.
        _ = try Roster(change.applied(to: rows), store: store, pins: roster.trustedAccounts)
        return (keys.user, change)
    }
}
