// What a custodian does to ranks, roles for a time, and cover.

extension UnlockedKeys {
    /// Says what an account is from a day on, or for a time; in place of what was said for the same first day.
    ///
    /// Days count from 1970-01-01.
    /// - Throws: `KeyRingError.notCustodian`, `noSuchAccount`, `unusableAppointment`.
    package borrowing func appoint(
        _ id: String, _ post: AppointmentRow.Post, from: Int64, until: Int64?, in roster: Roster, at moment: Int64
    ) throws -> AccountChange {
        try requireCustodian(in: roster)
        try requireOpen(id, in: roster)
        if case .cover(let other) = post { try requireOpen(other, in: roster) }
        let row = AppointmentRow(user: id, post: post, from: from, until: until, by: user, since: moment)
        if let fault = row.fault { throw KeyRingError.unusableAppointment(fault) }
        return try closed(AccountChange(written: [sign(row)]), of: roster, at: moment)
    }

    /// Takes an appointment back, as though it had never been; the log still has it.
    ///
    /// - Parameter from: its first day; `nil` if there is one such appointment alone.
    /// - Throws: `KeyRingError.notCustodian`, `noSuchAppointment`, `severalAppointments`.
    package borrowing func takeBack(
        _ post: AppointmentRow.Post, of id: String, from: Int64?, in roster: Roster, at moment: Int64
    ) throws -> AccountChange {
        try requireCustodian(in: roster)
        let found = roster.appointments.filter { row in
            row.user == id && row.post == post && from.map { row.from == $0 } ?? true
        }
        guard let row = found.first else { throw KeyRingError.noSuchAppointment }
        guard found.count == 1 else { throw KeyRingError.severalAppointments }
        var change = AccountChange()
        change.removed = roster.rows.filter { $0.kind == RowKind.appointment.rawValue && $0.name == row.rowName }
        return try closed(change, of: roster, at: moment)
    }

    private borrowing func requireOpen(_ id: String, in roster: Roster) throws {
        guard let row = roster.users[id], row.status != .revoked else { throw KeyRingError.noSuchAccount }
    }
}
