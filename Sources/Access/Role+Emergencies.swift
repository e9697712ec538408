// Who looks afterwards at what was opened in an emergency.
package import Lifecycle

extension Role {
    /// The roles that review what accounts of a body opened in an emergency.
    ///
    /// Those who lead the work of that body do; a body that nobody leads here is the data-protection officers'.
    package static func reviewers(of body: Organisation) -> [Role] {
        switch body {
        case .police: [.supervisor, .inspector]
        case .council: [.careLead]
        case .prosecution, .court, .other: [.dpo]
        }
    }
}

extension Set<Role> {
    /// Whether somebody with these roles, who belongs to `own`, may review what an account of `body` opened in an
    /// emergency: who leads that body's work, and the data-protection officers of either.
    package func mayReview(emergenciesOf body: Organisation, own: Organisation) -> Bool {
        guard may(.reviewEmergencies) else { return false }
        return contains(.dpo) || own == body && Role.reviewers(of: body).contains(where: contains)
    }
}
