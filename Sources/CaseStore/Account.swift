// An account as the program speaks of it.
package import Access
import KeyRing
package import Lifecycle

/// An account: who somebody is to the store, and what that lets them do today.
package struct Account: Hashable, Sendable {
    /// The random handle by which the log knows the account.
    package let id: String
    /// The name by which the user signs in.
    package let name: String
    /// The organisation it belongs to.
    package let organisation: Organisation
    /// The rank in force today, where one is known.
    package let rank: Rank?
    /// What it may do today: by its own roles, by those that it has for a time, and by those of whom it covers for.
    package let roles: Set<Role>
    /// The roles that it has without an end.
    package let ownRoles: Set<Role>
    /// The handles of the accounts for which it covers today: what is theirs to do is now its own to do.
    package let covered: Set<String>
    /// What it is from a day on or for a time, past and to come, in order of their first days.
    package let appointments: [Appointment]
    /// The compartments that are granted to it.
    package let compartments: Set<Compartment>
    /// `active`, `suspended` or `revoked`.
    package let status: String

    init(_ row: UserRow, in roster: Roster, at moment: Moment) {
        let today = Int64(moment.today.number)
        id = row.id
        name = row.name
        organisation = Organisation(rawValue: row.organisation) ?? .other
        rank = roster.rank(of: row.id, on: today).map { Rank(rawValue: $0) }
        roles = Set(roster.roles(of: row.id, on: today).compactMap { Role(rawValue: $0) })
        ownRoles = Set(row.roles.compactMap { Role(rawValue: $0) })
        covered = roster.covered(by: row.id, on: today)
        appointments = roster.appointments.filter { $0.user == row.id }
            .sorted { ($0.from, $0.rowName) < ($1.from, $1.rowName) }.compactMap { Appointment($0, in: roster) }
        compartments = Set(
            roster.compartments(of: row.id, at: moment.milliseconds).compactMap { Compartment(rawValue: $0) })
        status = row.status.rawValue
    }
}
