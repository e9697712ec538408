// Those without whom nothing is published.

internal import Access
package import Lifecycle

/// One of those who answer for a release: each of the two controllers, and data protection where the policy is departed from.
package enum ReleaseOwner: String, CaseIterable, Hashable, Sendable {
    /// The police, by the detective inspector who leads.
    case police
    /// The council, by the social-care lead.
    case council
    /// A data-protection officer of either.
    case dataProtection = "data-protection"

    /// Who approves in its name, in the words of a sentence.
    package var words: String {
        switch self {
        case .police: "the detective inspector, for the police"
        case .council: "the social-care lead, for the council"
        case .dataProtection: "a data-protection officer, for the departure from the policy"
        }
    }

    /// Whether an account with these roles, of that body, approves in its name.
    package func isSpoken(for roles: Set<Role>, of body: Organisation) -> Bool {
        switch self {
        case .police: body == .police && roles.may(.approveRelease) && roles.contains(.inspector)
        case .council: body == .council && roles.may(.approveRelease) && roles.contains(.careLead)
        case .dataProtection: roles.may(.overrideRelease)
        }
    }
}
