// Who held which record on the day on which it was looked at.
import CaseModel
import KeyRing
import Lifecycle
import Rows
import SQLite

/// To whom records stood allocated, day by day, as the file knew it on that day.
final class Bearings {
    private let store: CaseStore
    private var days: [Day: Allocations] = [:]
    private var places: [Reference: [Place]] = [:]

    /// What an allocation of a record is found by.
    private struct Place {
        let record: Int64
        let kind: RecordKind
        let suspect: Int64?, victim: Int64?, investigation: Int64?
    }

    init(_ store: CaseStore) { self.store = store }

    /// The names of the accounts to whom a record stood allocated; of a person, those to whom any record of the person did.
    func holders(of reference: Reference, on day: Day) throws -> Set<String> {
        let allocations = try allocations(on: day)
        return try places(of: reference).reduce(into: []) { holders, place in
            holders.formUnion(
                allocations.holders(
                    of: place.record, kind: place.kind, suspect: place.suspect, victim: place.victim,
                    investigation: place.investigation))
        }
    }

    /// The names under which work was the account's own on a day: its own, and those for whom it stood in.
    func names(of account: String, on day: Day) -> Set<String> {
        Workplace.Desk(account, in: store.roster, on: day).names
    }

    /// Whether the account had on that day only roles to whom records are given to work on: others lead, check and keep.
    func worksOnItsOwn(_ account: String, on day: Day) -> Bool {
        let roles = store.roster.roles(of: account, on: Int64(day.number))
        return !roles.isEmpty && roles.isSubset(of: [Role.officer.rawValue, Role.care.rawValue])
    }

    private func allocations(on day: Day) throws -> Allocations {
        if let known = days[day] { return known }
        let read = try store.connection.allocations(asAt: day, knownAt: day)
        days[day] = read
        return read
    }

    private func places(of reference: Reference) throws -> [Place] {
        if let known = places[reference] { return known }
        var rows: [RecordRow] = []
        if let row = try store.connection.record(reference) {
            rows = reference.kind == .person ? try store.connection.records(ofSubject: row.subject) : [row]
        }
        let read = try rows.map { row in
            let links = try store.connection.links(ofRecord: row.id)
            let near = try ["suspect", "victim"].map { try links[$0].flatMap { try store.connection.record($0)?.id } }
            return Place(
                record: row.id, kind: row.reference.kind, suspect: near[0], victim: near[1],
                investigation: row.investigation)
        }
        places[reference] = read
        return read
    }
}
