// Ranks, roles for a time, and cover: said by a custodian, signed, and in the log.
import Access
import AuditLog
import Cryptography
import KeyRing
package import Lifecycle

extension CaseStore {
    /// Says what an account is from a day on, or for a time; in place of what was said for the same first day.
    ///
    /// - Returns: the appointment as it now stands. Throws ``StoreError``.
    @discardableResult
    package func appoint(_ name: String, _ post: Appointment.Post, from: Day, until: Day?) throws -> Appointment {
        try speaking {
            try authorise(.administer)
            let id = try user(name).id
            let signed = try signed(post)
            let change = try keys.appoint(
                id, signed, from: Int64(from.number), until: until.map { Int64($0.number) }, in: roster,
                at: clock().milliseconds)
            try apply(change, post.word, about: id, saying: saying(signed, of: id, from: from, until: until))
            let row = roster.appointments.first {
                $0.user == id && $0.post == signed && $0.from == Int64(from.number)
            }
            guard let row, let made = Appointment(row, in: roster) else {
                throw StoreError(.fault, "What was appointed is not there.")
            }
            return made
        }
    }

    /// Takes an appointment back, as though it had never been; what was recorded under it stands.
    ///
    /// - Parameter from: its first day; nil if there is one such alone. Throws ``StoreError``.
    package func takeBack(_ post: Appointment.Post, of name: String, from: Day?) throws {
        try speaking {
            try authorise(.administer)
            let id = try user(name).id
            let signed = try signed(post)
            let change = try keys.takeBack(
                signed, of: id, from: from.map { Int64($0.number) }, in: roster, at: clock().milliseconds)
            try apply(
                change, "\(post.word) taken back", about: id, saying: saying(signed, of: id, from: from, until: nil))
        }
    }

    /// Who decides when this account decides something on a day: its name, and the rank in force then.
    func ownDecision(on day: Day) -> DecisionMaker {
        let rank = roster.rank(of: keys.user, on: Int64(day.number)).map { Rank(rawValue: $0) }
        return DecisionMaker(name: account.name, rank: rank, organisation: account.organisation)
    }

    private func signed(_ post: Appointment.Post) throws -> AppointmentRow.Post {
        switch post {
        case .rank(let rank): .rank(rank.rawValue)
        case .acting(let rank): .acting(rank.rawValue)
        case .role(let role): .role(role.rawValue)
        case .cover(let name): .cover(for: try user(name).id)
        }
    }

    /// What the log says of it; who appoints themselves is told from who is appointed by another.
    private func saying(
        _ post: AppointmentRow.Post, of id: String, from: Day?, until: Day?
    ) -> [String: CanonicalValue] {
        var detail: [String: CanonicalValue] = ["value": .text(post.value), "own": .number(id == keys.user ? 1 : 0)]
        detail["from"] = from.map { .text($0.iso) }
        detail["until"] = until.map { .text($0.iso) }
        return detail
    }
}
