// The accounts of a store as those who bear work.
import CaseModel
import KeyRing
import Lifecycle
import Rows

/// Who bears what: the allocations of a day, and the accounts.
struct Workplace {
    private let allocations: Allocations
    private let byID: [String: UserRow]
    private let byName: [String: UserRow]

    /// One person at the desk on one day, with those for whom that person stands in.
    struct Desk {
        /// The handle of the person's own account.
        let id: String
        /// The names of the person's account and of those covered for.
        let names: Set<String>
        /// The roles in which work may wait for the person.
        let roles: Set<Role>

        init(_ id: String, in roster: Roster, on day: Day) {
            self.id = id
            let day = Int64(day.number)
            names = Set(roster.covered(by: id, on: day).union([id]).compactMap { roster.users[$0]?.name })
            roles = Set(roster.roles(of: id, on: day).compactMap { Role(rawValue: $0) })
        }
    }

    init(_ allocations: Allocations, _ roster: Roster) {
        self.allocations = allocations
        byID = roster.users
        // Of a closed account and a later one of the same name, the later is meant.
        byName = Dictionary(
            roster.accounts.map { ($0.name, $0) },
            uniquingKeysWith: { one, other in one.status == .active ? one : other })
    }

    /// Who bears what is due, by the clock that runs.
    func bearer(of row: DeadlineRow, _ clock: Clock) -> Bearer {
        let kind = row.record.reference.kind
        switch clock.owner {
        case .holder, .other: return Bearer(holders(row))
        case .recorder:
            // What an account that was closed still owes falls to whom the record is allocated to.
            guard let id = row.event?.recorder, let account = byID[id], account.status == .active else {
                return Bearer(holders(row))
            }
            return Bearer([Self.holder(account)])
        case .supervisor:
            // What is to be weighed is a supervisor's alone; what runs on a record is also for whom the record is allocated to.
            return Bearer(clock.machine == nil ? [] : holders(row), roles: kind.machine?.reviewers ?? [])
        case .approver:
            let rule = row.event.flatMap { RuleBook.current.rule($0.rule) }
            return Bearer([], roles: rule?.approval?.by ?? kind.machine?.reviewers ?? [])
        case .lead: return Bearer([], roles: [.inspector])
        case .dpo: return Bearer([], roles: [.dpo])
        }
    }

    private func holders(_ row: DeadlineRow) -> [Bearer.Holder] {
        allocations.holders(
            of: row.record.id, kind: row.record.reference.kind, suspect: row.suspect, victim: row.victim,
            investigation: row.record.investigation
        ).compactMap { name in
            guard let account = byName[name], account.status == .active else { return nil }
            return Self.holder(account)
        }
    }

    /// Whether it waits for somebody at that desk.
    func waits(_ row: DeadlineRow, _ clock: Clock, _ bearer: Bearer, for desk: Desk) -> Bool {
        if bearer.accounts.contains(where: { desk.names.contains($0.name) }) { return true }
        // Nobody approves or reviews what they recorded themselves.
        if clock.machine == nil, row.event?.recorder == desk.id { return false }
        return bearer.roles.contains(where: desk.roles.contains)
    }

    /// A deadline as a line of work, without its title.
    func item(_ row: DeadlineRow, _ clock: Clock, _ bearer: Bearer, asAt day: Day) -> WorkItem {
        WorkItem(
            clock: clock.id, words: clock.words, from: row.from, due: row.due, asAt: day,
            criticalAt: Urgency.threshold(of: clock), reference: row.record.reference,
            investigation: row.investigation, bearer: bearer, event: row.event?.id,
            rule: row.event?.rule ?? clock.rule, source: clock.source, isLaw: clock.law)
    }

    private static func holder(_ account: UserRow) -> Bearer.Holder {
        Bearer.Holder(name: account.name, organisation: Organisation(rawValue: account.organisation) ?? .other)
    }
}
