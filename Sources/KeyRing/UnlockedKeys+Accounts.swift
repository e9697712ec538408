// What a custodian does to accounts. Each act gives the rows to store; nothing is stored here.
package import Cryptography

extension UnlockedKeys {
    /// Adds an account with its slot; the new user need not be present.
    package borrowing func add(
        _ new: NewAccount, passphrase: borrowing Passphrase, to roster: Roster, slots: SlotFile, at moment: Int64,
        cost: ScryptCost = .standard
    ) throws -> (id: String, change: AccountChange) {
        try requireCustodian(in: roster)
        guard let name = AccountName.form(new.name) else { throw KeyRingError.unusableName }
        guard !roster.users.values.contains(where: { $0.name == name && $0.status != .revoked }) else {
            throw KeyRingError.nameTaken
        }
        let secret = try SlotSecret(
            store: store, user: AccountName.handle(), pins: roster.trustedAccounts)
        let row = UserRow(
            id: secret.user, name: name, organisation: new.organisation, rank: new.rank, roles: new.roles,
            status: .active, agreement: secret.agreement.publicKey, signing: secret.signing.publicKey, by: user,
            since: moment)
        var change = AccountChange()
        change.written = [try sign(row)]
        var slots = slots
        let slot = try Slot(
            secret, locator: slots.locator(name), passphrase: passphrase, cost: cost, storeKeys: storeKeys)
        try slots.put(slot, under: storeKey)
        change.slots = slots
        return (row.id, try closed(change, of: roster, at: moment))
    }

    /// Gives an account another organisation, rank or set of roles.
    package borrowing func amend(
        _ id: String, organisation: String? = nil, rank: String?? = nil, roles: [String]? = nil, in roster: Roster,
        at moment: Int64
    ) throws -> AccountChange {
        var row = try account(id, in: roster)
        row.organisation = organisation ?? row.organisation
        row.rank = rank ?? row.rank
        row.roles = (roles ?? row.roles).sorted()
        return try replace(row, slots: nil, in: roster, at: moment)
    }

    /// Suspends, revokes or opens an account again.
    ///
    /// A revoked account's slot and grants are taken away.
    ///
    /// What a closed account had signed is signed again by this custodian. Its keys must still be rotated: whoever
    /// kept a copy of them can open what was sealed so far.
    package borrowing func set(
        _ status: UserRow.Status, of id: String, in roster: Roster, slots: SlotFile, at moment: Int64
    ) throws -> AccountChange {
        var row = try account(id, in: roster)
        let name = row.name
        row.status = status
        var slots = slots
        if status == .revoked { try slots.remove(name, under: storeKey) }
        return try replace(row, slots: status == .revoked ? slots : nil, in: roster, at: moment)
    }

    /// Makes another custodian's key trusted as the slots' pins are; only who holds such a key can.
    package borrowing func handOver(to id: String, in roster: Roster, at moment: Int64) throws -> AccountChange {
        try requireCustodian(in: roster)
        guard roster.roots.contains(signing.publicKey) else { throw KeyRingError.notTrustedCustodian }
        guard let heir = roster.users[id], heir.isActiveCustodian else { throw KeyRingError.noSuchAccount }
        let row = SuccessionRow(from: signing.publicKey, to: heir.signing, by: user, since: moment)
        return try closed(AccountChange(written: [sign(row)]), of: roster, at: moment)
    }

    private borrowing func replace(
        _ row: UserRow, slots: SlotFile?, in roster: Roster, at moment: Int64
    ) throws -> AccountChange {
        try requireCustodian(in: roster)
        var row = row
        let old = try account(row.id, in: roster)
        (row.by, row.since) = (user, moment)
        let loses = old.isActiveCustodian && !row.isActiveCustodian
        if loses {
            guard roster.custodians.contains(where: { $0.id != row.id }) else { throw KeyRingError.lastCustodian }
            guard !roster.roots.contains(row.signing) || roster.roots.contains(signing.publicKey), row.id != user else {
                throw KeyRingError.pinnedCustodian
            }
        }
        // A trusted key's own row must be signed by that key, or it would hang from what hangs from it.
        if row.isActiveCustodian, roster.roots.contains(row.signing), row.id != user {
            throw KeyRingError.pinnedCustodian
        }
        var change = AccountChange()
        if loses || row.status != .active { change.written = try signedAgain(after: row.id, in: roster) }
        change.written.removeAll { $0.kind == RowKind.user.rawValue && $0.name == row.id }
        change.written.append(try sign(row))
        if row.status == .revoked {
            let grants = Set(roster.grants.filter { $0.user == row.id }.map(\.rowName))
            change.removed = roster.rows.filter { $0.kind == RowKind.grant.rawValue && grants.contains($0.name) }
            change.written.removeAll { $0.kind == RowKind.grant.rawValue && grants.contains($0.name) }
        }
        change.slots = slots
        return try closed(change, of: roster, at: moment)
    }

    /// All that the account had signed, signed by this custodian instead.
    borrowing func signedAgain(after id: String, in roster: Roster) throws -> [SignedRow] {
        var rows: [SignedRow] = []
        for var row in roster.users.values where row.by == id {
            row.by = user
            rows.append(try sign(row))
        }
        for var row in roster.compartments.values where row.by == id {
            row.by = user
            rows.append(try sign(row))
        }
        for var row in roster.grants where row.by == id {
            row.by = user
            rows.append(try sign(row))
        }
        for var row in roster.recovery where row.by == id {
            row.by = user
            rows.append(try sign(row))
        }
        for var row in roster.appointments where row.by == id {
            row.by = user
            rows.append(try sign(row))
        }
        return rows
    }

    private borrowing func account(_ id: String, in roster: Roster) throws -> UserRow {
        guard let row = roster.users[id], row.status != .revoked else { throw KeyRingError.noSuchAccount }
        return row
    }

    borrowing func requireCustodian(in roster: Roster) throws {
        guard try account(in: roster).isActiveCustodian else { throw KeyRingError.notCustodian }
    }

    borrowing func sign(_ row: some AccountRow) throws -> SignedRow {
        try SignedRow(row, store: store, by: signing)
    }

    /// Completes a change with the heads of what it touches, over the list as it will then stand.
    borrowing func closed(_ change: AccountChange, of roster: Roster, at moment: Int64) throws -> AccountChange {
        var change = change
        let rows = change.applied(to: roster.rows)
        for scope in HeadRow.Scope.allCases where (change.written + change.removed).contains(where: scope.covers) {
            let serial = (roster.serials[scope] ?? 0) + 1
            change.written.append(
                try sign(HeadRow(scope, of: rows, serial: serial, by: user, since: moment)))
        }
        // Two custodians who sign each other's rows would hang in the air, and nobody could open the store again.
        do {
            _ = try Roster(change.applied(to: roster.rows), store: store, pins: pins)
        } catch KeyRingError.altered {
            throw KeyRingError.hangsFromItself
        }
        return change
    }
}
