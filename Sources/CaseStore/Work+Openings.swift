// Records that events open within a piece of work: their numbers, references and subjects.
import CaseModel
import Interchange
package import Lifecycle
import Rows

extension Work {
    /// Gives a record that an event opens its number and its reference.
    ///
    /// In an import a line of the file may say what it is called; until then it goes by a number that no file gives.
    func enter(_ opening: Opening) -> (id: Int64, reference: Reference)? {
        do {
            let target = try entrant(ofRecord: opening.target)
            let id = next()
            let number = isPast ? Self.beyond + unnamed.count : try nextNumber(opening.kind)
            let reference = Reference(kind: opening.kind, number: number)
            if isPast { unnamed[id] = reference } else { greatest[opening.kind] = number }
            let entrant = Entrant(
                id: id, reference: reference, subject: target.subject, person: target.person,
                investigation: target.reference.kind == .investigation ? target.id : target.investigation,
                begun: opening.cause.when.last)
            (entrants[reference], reach[id]) = (entrant, entrant)
            return (id, reference)
        } catch {
            trouble = trouble ?? error
            return nil
        }
    }

    /// The first of the numbers by which records go that an import opened and has not named yet.
    private static let beyond = 100_000_000

    /// Says what went wrong while a record was opened.
    func tellTrouble() throws {
        guard let error = trouble else { return }
        trouble = nil
        throw error
    }

    /// Lets a line of a file name the record that an event before it opened.
    ///
    /// - Returns: the record's reference; nil if there is no such record, and the line adds one.
    func adopt(_ line: AddLine, _ fields: [String: FieldValue], _ linked: [String: Entrant]) throws -> Reference? {
        guard isPast, let cause = fields["cause"], case .text(let event) = cause, let any = linked.values.first else {
            return nil
        }
        let docket = try docket(any)
        let found = docket.opened(line.kind, by: event, for: Set(linked.values.map(\.id)), about: fields["trigger"])
        guard let dossier = found.first(where: { unnamed[$0.id] != nil }) else { return nil }
        let reference = try line.ref ?? Reference(kind: line.kind, number: nextNumber(line.kind))
        try name(dossier, reference, in: docket)
        return reference
    }

    /// Gives the records that an import opened, and that no line of the file named, the next free references.
    ///
    /// - Returns: those references.
    func nameTheRest() throws -> [Reference] {
        var named: [Reference] = []
        for id in unnamed.keys.sorted() {
            // What a refused line opened is there no more.
            guard let entrant = reach[id], let dossier = try docket(entrant).dossiers[id] else { continue }
            let reference = Reference(kind: dossier.reference.kind, number: try nextNumber(dossier.reference.kind))
            try name(dossier, reference, in: docket(entrant))
            named.append(reference)
        }
        return named
    }

    private func name(_ dossier: Dossier, _ reference: Reference, in docket: Docket) throws {
        greatest[reference.kind] = max(try nextNumber(reference.kind) - 1, reference.number)
        entrants[dossier.reference] = nil
        unnamed[dossier.id] = nil
        docket.rename(dossier, to: reference)
        guard let old = reach[dossier.id] else { return }
        let entrant = Entrant(
            id: old.id, reference: reference, subject: old.subject, person: old.person,
            investigation: old.investigation, begun: old.begun)
        (entrants[reference], reach[old.id]) = (entrant, entrant)
    }

    private func entrant(ofRecord id: Int64) throws -> Entrant {
        if let entrant = reach[id] { return entrant }
        guard let row = try store.connection.record(id: id), let entrant = try known(row.reference) else {
            throw StoreError(.damaged, "A record leans on one that is not there.")
        }
        return entrant
    }
}

extension CaseStore {
    /// The first day whose events open duties and reviews; nil in a store that has not been told of it yet.
    package func goLive() throws -> Day? {
        try connection.storeFact(StoreFact.goLive).flatMap { Day(String(decoding: $0, as: UTF8.self)) }
    }
}
