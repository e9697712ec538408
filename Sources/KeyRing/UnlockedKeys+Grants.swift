// What a holder does: letting others into a compartment.
internal import Cryptography

extension UnlockedKeys {
    /// Grants a compartment, in all epochs that this user holds, to an account whose user need not be present.
    package borrowing func grant(
        _ compartment: String, to id: String, until: Int64? = nil, in roster: Roster, at moment: Int64
    ) throws -> AccountChange {
        let own = try account(in: roster)
        guard roster.compartment(compartment) != nil else { throw KeyRingError.noSuchCompartment(compartment) }
        guard roster.compartments(of: own.id, at: moment).contains(compartment) else {
            throw KeyRingError.notHolder(compartment)
        }
        guard let other = roster.users[id], other.status == .active else { throw KeyRingError.noSuchAccount }
        var change = AccountChange()
        for key in compartments.values.filter({ $0.id.name == compartment }).sorted(by: { $0.id < $1.id }) {
            let context = Context.compartmentKey(store, key.id, to: other.agreement)
            let wrapped = try Box.close(key.key.secret, to: other.agreement, context: context)
            change.written.append(
                try sign(
                    GrantRow(
                        user: id, compartment: key.id, wrapped: wrapped, until: until, by: user, since: moment)))
        }
        guard !change.written.isEmpty else { throw KeyRingError.notHolder(compartment) }
        return try closed(change, of: roster, at: moment)
    }

    /// Takes a grant back.
    ///
    /// The keys must still be rotated: whoever kept a copy can open what was sealed so far.
    ///
    /// What the account had granted to others in that compartment is signed again by this user.
    package borrowing func withdraw(
        _ compartment: String, from id: String, in roster: Roster, at moment: Int64
    ) throws -> AccountChange {
        let own = try account(in: roster)
        guard own.isActiveCustodian || roster.compartments(of: own.id, at: moment).contains(compartment) else {
            throw KeyRingError.notHolder(compartment)
        }
        let gone = Set(
            roster.grants.filter { $0.user == id && $0.compartment.name == compartment }.map(\.rowName))
        guard !gone.isEmpty else { throw KeyRingError.noSuchAccount }
        var change = AccountChange()
        change.removed = roster.rows.filter { $0.kind == RowKind.grant.rawValue && gone.contains($0.name) }
        if roster.users[id]?.isActiveCustodian != true {
            for var grant in roster.grants
            where grant.by == id && grant.compartment.name == compartment && !gone.contains(grant.rowName) {
                grant.by = user
                change.written.append(try sign(grant))
            }
            for var row in roster.recovery where row.by == id && row.isOf(compartment) {
                row.by = user
                change.written.append(try sign(row))
            }
        }
        return try closed(change, of: roster, at: moment)
    }
}

extension RecoveryRow {
    func isOf(_ compartment: String) -> Bool {
        if case .compartment(let id) = subject { id.name == compartment } else { false }
    }
}
