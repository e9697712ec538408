// The review of an emergency access as a piece of work.
import Access
import CaseModel
import KeyRing
import Lifecycle
import Rows
import SQLite

extension CaseStore {
    /// The reviews of emergency accesses that fit a question, for readers whose roles review them; nobody else sees any.
    ///
    /// A line names the record and neither who opened it nor whom it is about.
    func reviewsDue(_ question: WorkQuestion, on day: Day) throws -> [WorkItem] {
        guard account.roles.may(.reviewEmergencies) else { return [] }
        return try connection.emergencies(.waiting).all.filter { emergency in
            guard concerns(emergency), emergency.on <= min(day, question.knownAt ?? day),
                question.record.map({ $0 == emergency.record }) ?? true,
                question.within.map({ emergency.due <= day.adding(days: $0) }) ?? true
            else { return false }
            return try waits(emergency, for: question.scope)
        }.map { emergency in
            WorkItem(
                clock: "break-glass",
                words:
                    "what \(isOfOtherBody(emergency) ? "the other body" : "somebody") opened in an emergency is reviewed: entry "
                    + "\(emergency.leaf) of the audit log",
                from: emergency.on, due: emergency.due, asAt: day, criticalAt: nil, reference: emergency.record,
                bearer: Bearer([], roles: reviewers(of: emergency)), source: "Design choice", isLaw: false,
                command: "dalesway audit review \(emergency.leaf) --finding … --reason …")
        }
    }

    private func waits(_ emergency: Emergency, for scope: WorkQuestion.Scope) throws -> Bool {
        let id: String
        switch scope {
        case .team: return true
        case .mine: id = keys.user
        case .of(let name): id = try user(name).id
        }
        return able(toReview: emergency).contains { $0.id == id }
            && !roles(of: id).isDisjoint(with: reviewers(of: emergency))
    }
}
