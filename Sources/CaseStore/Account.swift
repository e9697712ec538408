// An account as the program speaks of it.
package import Access
import KeyRing
package import Lifecycle

/// An account: who somebody is to the store, and what that lets them do.
package struct Account: Hashable, Sendable {
    /// The random handle by which the log knows the account.
    package let id: String
    /// The name by which the user signs in.
    package let name: String
    /// The organisation it belongs to.
    package let organisation: Organisation
    /// The rank, where that is known.
    package let rank: Rank?
    /// What it may do.
    package let roles: Set<Role>
    /// The compartments that are granted to it.
    package let compartments: Set<Compartment>
    /// `active`, `suspended` or `revoked`.
    package let status: String

    init(_ row: UserRow, in roster: Roster, at moment: Int64) {
        id = row.id
        name = row.name
        organisation = Organisation(rawValue: row.organisation) ?? .other
        rank = row.rank.map { Rank(rawValue: $0) }
        roles = Set(row.roles.compactMap { Role(rawValue: $0) })
        compartments = Set(roster.compartments(of: row.id, at: moment).compactMap { Compartment(rawValue: $0) })
        status = row.status.rawValue
    }

    /// The account as one who decides.
    var decider: DecisionMaker { DecisionMaker(name: name, rank: rank, organisation: organisation) }
}
