// Giving out work: to whom, and what.
import Access
import CaseModel
import KeyRing
import Lifecycle

extension Work {
    /// Refuses to give out nothing, more than one thing, or anything to somebody who cannot work on it.
    ///
    /// In an import of a past nobody is asked for: who had the work then may have left.
    func weigh(allocation fields: [String: FieldValue], _ linked: [String: Entrant]) throws {
        guard linked.count == 1, let given = linked.values.first?.reference else {
            throw FieldFault("to", "is given one thing at a time: an investigation, a suspect or a victim")
        }
        guard case .text(let name) = fields["to"] else {
            throw FieldFault("to", "is missing: work is given to somebody")
        }
        guard !isPast else { return }
        guard let user = store.roster.user(named: name), user.status == .active else {
            throw FieldFault("to", "names no active account")
        }
        let roles = store.roster.roles(of: user.id, on: Int64(moment.today.number)).compactMap { Role(rawValue: $0) }
        guard Set(roles).may(.record), Set(roles).mayOpen(given.kind) else {
            throw FieldFault("to", "names an account that does not work on \(given.kind.rawValue) records")
        }
    }
}
