// Who may review what was opened in an emergency: every role, of every body, against every body.
import Access
import Lifecycle
import Testing

@Suite struct `A review of an emergency access` {
    @Test(arguments: Role.allCases, Organisation.allCases)
    func `is for who leads the work of that body, and for data protection`(role: Role, body: Organisation) {
        for own in Organisation.allCases {
            let may = Set([role]).mayReview(emergenciesOf: body, own: own)
            let leads =
                switch body {
                case .police: own == .police && [.supervisor, .inspector].contains(role)
                case .council: own == .council && role == .careLead
                case .prosecution, .court, .other: false
                }
            #expect(may == (leads || role == .dpo), "\(role) of \(own) for \(body)")
        }
    }

    @Test(arguments: Organisation.allCases) func `has a role of each body to wait for, that may review`(
        body: Organisation
    ) {
        let roles = Role.reviewers(of: body)
        #expect(!roles.isEmpty)
        #expect(roles.allSatisfy { Set([$0]).mayReview(emergenciesOf: body, own: body) })
    }

    @Test func `is nobody's without a role, and never by a role that breaks no glass and leads nobody`() {
        for body in Organisation.allCases {
            #expect(!Set<Role>().mayReview(emergenciesOf: body, own: body))
            for role in [Role.officer, .care, .publisher, .custodian] {
                #expect(!Set([role]).mayReview(emergenciesOf: body, own: body))
            }
        }
    }
}
