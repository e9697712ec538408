// Who bears a piece of work.
import Access
package import Lifecycle

/// Whoever a deadline waits for: named accounts, anybody with a role, or both.
package struct Bearer: Hashable, Sendable {
    /// The accounts to whom the record is allocated, or who recorded what is to be completed.
    package let accounts: [Holder]
    /// The roles any holder of which may do it.
    package let roles: [Role]

    /// An account that bears work.
    package struct Holder: Hashable, Sendable {
        /// The name by which the user signs in.
        package let name: String
        /// The body it belongs to.
        package let organisation: Organisation

        package init(name: String, organisation: Organisation) {
            (self.name, self.organisation) = (name, organisation)
        }
    }

    package init(_ accounts: [Holder], roles: [Role] = []) { (self.accounts, self.roles) = (accounts, roles) }

    /// Nobody yet: the record is allocated to no account.
    package static let nobody = Bearer([])

    /// Who bears it, in the words of a line.
    package var words: String {
        let named = accounts.map(\.name).joined(separator: ", ")
        if roles.isEmpty { return named.isEmpty ? "nobody: it is not allocated" : named }
        return named.isEmpty ? anybody : "\(named), or \(anybody)"
    }

    private var anybody: String {
        "any " + roles.dropLast().map(\.rawValue).joined(separator: ", ")
            + (roles.count > 1 ? " or " : "") + (roles.last?.rawValue ?? "")
    }

    /// The people under whom the work is grouped: named accounts before roles.
    package var people: [String] {
        if !accounts.isEmpty { return accounts.map(\.name) }
        return [roles.isEmpty ? Self.unallocated : anybody]
    }

    /// The bodies under which the work is grouped.
    package var teams: [String] {
        let bodies = accounts.map(\.organisation.rawValue) + (accounts.isEmpty ? roles.map(\.team) : [])
        return bodies.isEmpty ? [Self.unallocated] : Set(bodies).sorted()
    }

    private static let unallocated = "not allocated"
}

extension Role {
    /// The body whose work the role does.
    fileprivate var team: String {
        switch self {
        case .officer, .supervisor, .inspector: Organisation.police.rawValue
        case .care, .careLead: Organisation.council.rawValue
        case .dpo, .publisher, .custodian: "either body: \(rawValue)"
        }
    }
}
