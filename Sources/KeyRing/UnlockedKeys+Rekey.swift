// New keys for the store and its compartments. Nobody's passphrase is needed, and not the printed key: new keys are
// closed to public keys that the account list holds.
internal import Cryptography

extension UnlockedKeys {
    /// Draws new keys and closes them to everybody who is to have them; the old ones stay beside them until
    /// ``finishRekey(in:slots:at:)`` and ``dropOldEpochs(of:in:at:)``.
    ///
    /// - Parameters:
    ///   - withStore: Whether the store gets a new key; that is a custodian's to do.
    ///   - names: The compartments that get new keys; this user must hold each.
    /// - Throws: `KeyRingError.notCustodian`, `compartmentClosed`.
    package borrowing func beginRekey(
        withStore: Bool, compartments names: [String], in roster: Roster, slots: SlotFile, at moment: Int64
    ) throws -> AccountChange {
        var change = AccountChange()
        guard let printed = roster.recoveryKey else {
            throw KeyRingError.altered("the row of the recovery key is missing")
        }
        if withStore {
            try requireCustodian(in: roster)
            let key = try StoreKey(epoch: storeKey.epoch + 1)
            var slots = slots
            try slots.add(key, to: roster.agreementKeys(by: slots))
            try slots.close(under: key)
            change.slots = slots
            change.written.append(
                try sign(RecoveryRow(key, to: printed, store: store, by: user, since: moment)))
        }
        for name in names {
            let old = try compartment(name)
            guard roster.compartment(name)?.id == old.id else { throw KeyRingError.compartmentClosed(name) }
            let key = try CompartmentKey(
                store: store, id: CompartmentID(name, epoch: old.id.epoch + 1), key: AgreementKey())
            change.written.append(
                try sign(CompartmentRow(id: key.id, key: key.key.publicKey, by: user, since: moment)))
            for grant in roster.grants where grant.compartment == old.id && grant.isInForce(at: moment) {
                guard let holder = roster.users[grant.user], holder.status != .revoked else { continue }
                let context = Context.compartmentKey(store, key.id, to: holder.agreement)
                let wrapped = try Box.close(key.key.secret, to: holder.agreement, context: context)
                change.written.append(
                    try sign(
                        GrantRow(
                            user: holder.id, compartment: key.id, wrapped: wrapped, until: grant.until, by: user,
                            since: moment)))
            }
            change.written.append(try sign(RecoveryRow(key, to: printed, by: user, since: moment)))
        }
        return try closed(change, of: roster, at: moment)
    }

    /// Takes the store's earlier keys away from everybody: for when nothing is sealed under them any more.
    package borrowing func finishRekey(in roster: Roster, slots: SlotFile, at moment: Int64) throws -> AccountChange {
        try requireCustodian(in: roster)
        var change = AccountChange()
        let old = Set(
            roster.recovery.compactMap { row in
                if case .store(let epoch) = row.subject, epoch < storeKey.epoch { row.rowName } else { nil }
            })
        change.removed = roster.rows.filter { $0.kind == RowKind.recovery.rawValue && old.contains($0.name) }
        var slots = slots
        try slots.keepOnly(storeKey)
        change.slots = slots
        return try closed(change, of: roster, at: moment)
    }

    /// Takes away the earlier keys of compartments in which nothing is wrapped any more; nil if there are none.
    ///
    /// Earlier grants may be what shows that a holder could give the compartment its new keys: a custodian puts their own
    /// signature in place of the holder's.
    /// - Throws: `KeyRingError.notCustodian`.
    package borrowing func dropOldEpochs(
        of names: [String], in roster: Roster, at moment: Int64
    ) throws -> AccountChange? {
        try requireCustodian(in: roster)
        var change = AccountChange()
        for name in names {
            guard let newest = roster.compartment(name)?.id else { continue }
            let old = roster.compartments.keys.filter { $0.name == name && $0 < newest }
            guard !old.isEmpty else { continue }
            let gone = Set(
                old.map { [RowKind.compartment.rawValue, $0.description] }
                    + old.map { [RowKind.recovery.rawValue, "compartment/\($0)"] }
                    + roster.grants.filter { old.contains($0.compartment) }.map {
                        [RowKind.grant.rawValue, $0.rowName]
                    })
            change.removed += roster.rows.filter { gone.contains([$0.kind, $0.name]) }
            if var row = roster.compartments[newest], row.by != user {
                row.by = user
                change.written.append(try sign(row))
            }
            for var grant in roster.grants where grant.compartment == newest && grant.by != user {
                grant.by = user
                change.written.append(try sign(grant))
            }
            for var row in roster.recovery where row.subject == .compartment(newest) && row.by != user {
                row.by = user
                change.written.append(try sign(row))
            }
        }
        return change.removed.isEmpty ? nil : try closed(change, of: roster, at: moment)
    }
}

extension Roster {
    /// The public keys of everybody whose slot stays, by locator.
    func agreementKeys(by slots: SlotFile) throws -> [[UInt8]: AgreementPublicKey] {
        var keys: [[UInt8]: AgreementPublicKey] = [:]
        for user in users.values where user.status != .revoked { keys[try slots.locator(user.name)] = user.agreement }
        return keys
    }

    /// The compartments of which earlier keys still stand.
    package var compartmentsWithOldKeys: [String] {
        compartmentNames.filter { name in compartments.keys.count { $0.name == name } > 1 }
    }
}
