// What a custodian does about the recovery key, and what a holder adds to it.
internal import Cryptography

extension UnlockedKeys {
    /// Makes a new recovery key in place of the old one, and closes to it every key that this user holds.
    ///
    /// The compartments that this user does not hold are closed to it by their holders, with ``completeRecovery(in:at:)``.
    /// - Returns: what is to be printed, once.
    /// - Throws: `KeyRingError.notCustodian`, `notTrustedCustodian`.
    package borrowing func renewRecovery(
        _ form: RecoveryForm, in roster: Roster, slots: SlotFile, at moment: Int64
    ) throws -> (papers: [String], change: AccountChange) {
        try requireCustodian(in: roster)
        guard roster.roots.contains(signing.publicKey) else { throw KeyRingError.notTrustedCustodian }
        let made = try RecoveryMaking(form, store: store)
        var change = AccountChange()
        change.removed = roster.rows.filter { $0.kind == RowKind.recovery.rawValue }
        change.removed += roster.unusedSuccessions
        for key in storeKeys {
            change.written.append(
                try sign(RecoveryRow(key, to: made.slot.key, store: store, by: user, since: moment)))
        }
        for key in compartments.values.sorted(by: { $0.id < $1.id }) where roster.compartments[key.id] != nil {
            change.written.append(try sign(RecoveryRow(key, to: made.slot.key, by: user, since: moment)))
        }
        let written = Set(change.written.map(\.name))
        change.removed.removeAll { written.contains($0.name) }
        change.written += try successions(with: made.key, trusting: roster.trustedAccounts, at: moment)
        var slots = slots
        slots.recovery = made.slot
        for key in storeKeys { try slots.recovery.add(key, store: store) }
        try slots.close(under: storeKey)
        change.slots = slots
        return (made.papers, try closed(change, of: roster, at: moment))
    }

    /// Closes to the recovery key whatever this user holds and it does not open yet; nil if there is nothing.
    package borrowing func completeRecovery(in roster: Roster, at moment: Int64) throws -> AccountChange? {
        guard let key = roster.recoveryKey else { return nil }
        let there = Set(roster.recovery.map(\.rowName))
        var change = AccountChange()
        for held in compartments.values.sorted(by: { $0.id < $1.id }) where roster.compartments[held.id] != nil {
            guard !there.contains("compartment/\(held.id)") else { continue }
            change.written.append(try sign(RecoveryRow(held, to: key, by: user, since: moment)))
        }
        return change.written.isEmpty ? nil : try closed(change, of: roster, at: moment)
    }

    /// That this user's key trusts the recovery key's, which can then appoint a custodian whom every slot believes; and
    /// that the recovery key's trusts every key that slots do, so that by it alone the account list can be believed.
    borrowing func successions(
        with recovery: borrowing RecoveryKey, trusting trusted: [VerifyingKey], at moment: Int64
    ) throws -> [SignedRow] {
        let other = try recovery.signing()
        var rows = [try sign(SuccessionRow(from: signing.publicKey, to: other.publicKey, by: user, since: moment))]
        for key in Set(trusted + [signing.publicKey]) {
            let row = SuccessionRow(from: other.publicKey, to: key, by: user, since: moment)
            rows.append(try SignedRow(row, store: store, by: other))
        }
        return rows
    }
}

extension Roster {
    /// The rows by which recovery keys are trusted that never appointed anybody: a new key takes their place.
    ///
    /// The rows of one that did must stay: through it the slots of others trust whom it appointed.
    var unusedSuccessions: [SignedRow] {
        let read = rows.filter { $0.kind == RowKind.succession.rawValue }.compactMap { signed in
            (try? signed.read(as: SuccessionRow.self, store: store)).map { (row: $0, signed: signed) }
        }
        let accounts = Set(users.values.map(\.signing))
        let recoveries = Set(read.map(\.row.from) + read.map(\.row.to)).subtracting(accounts)
        let unused = recoveries.filter { key in
            // What a recovery key said when it was made, it said with its maker and at that moment; the rest appoints.
            let made = read.filter { $0.row.to == key }.map(\.row)
            return read.filter { $0.row.from == key }.allSatisfy { said in
                made.contains { $0.by == said.row.by && $0.since == said.row.since }
            }
        }
        return read.filter { unused.contains($0.row.from) || unused.contains($0.row.to) }.map(\.signed)
    }
}
