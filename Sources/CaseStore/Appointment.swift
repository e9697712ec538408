// An appointment as the program speaks of it.
import KeyRing
package import Lifecycle

/// What an account is from a day on, or for a time.
package struct Appointment: Hashable, Sendable {
    /// What the account is.
    package enum Post: Hashable, Sendable {
        /// It has this rank from a day on.
        case rank(Rank)
        /// It acts in this rank for a time.
        case acting(Rank)
        /// It has this role for a time.
        case role(Role)
        /// It has the roles of the account of that name for a time.
        case cover(for: String)

        /// What kind of appointment it is, in one word that the log and answers use.
        package var word: String {
            switch self {
            case .rank: "rank"
            case .acting: "acting"
            case .role: "role"
            case .cover: "cover"
            }
        }

        /// The rank, the role, or the name of who is covered for.
        package var value: String {
            switch self {
            case .rank(let rank), .acting(let rank): rank.rawValue
            case .role(let role): role.rawValue
            case .cover(let name): name
            }
        }
    }

    /// What the account is.
    package let post: Post
    /// The first day.
    package let from: Day
    /// The last day; nil for a rank that stays until the next one.
    package let until: Day?
    /// Who signed it, by name.
    package let by: String
    /// Whether that is the account itself.
    package let isOwn: Bool

    /// Whether it is in force on that day.
    package func isInForce(on day: Day) -> Bool { from <= day && until.map { day <= $0 } ?? true }

    init?(_ row: AppointmentRow, in roster: Roster) {
        switch row.post {
        case .rank(let rank): post = .rank(Rank(rawValue: rank))
        case .acting(let rank): post = .acting(Rank(rawValue: rank))
        case .role(let name):
            // A role of a newer program: this one gives it no meaning.
            guard let role = Role(rawValue: name) else { return nil }
            post = .role(role)
        case .cover(let other): post = .cover(for: roster.users[other]?.name ?? other)
        }
        from = Day(number: Int(row.from))
        until = row.until.map { Day(number: Int($0)) }
        by = roster.users[row.by]?.name ?? row.by
        isOwn = row.by == row.user
    }
}
