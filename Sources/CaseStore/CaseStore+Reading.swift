// Reading: fetched, logged, then opened and shown.
import Access
import AuditLog
package import CaseModel
import Cryptography
import KeyRing
package import Lifecycle
import Rows
import SQLite

extension CaseStore {
    /// The records of a kind, in the order of their numbers; one consultation of all their subjects.
    ///
    /// - Parameters:
    ///   - state: only those that stand in it today.
    ///   - root: only those of this investigation, suspect, victim or person, and it itself.
    package func list(_ kind: RecordKind, state: State? = nil, of root: Reference? = nil) throws -> [RecordView] {
        try speaking {
            try authorise(opening: kind)
            if let state, isShut(Reference(kind: kind, number: 1)), state != "RECEIVING" {
                throw try refusal(
                    of: "list support by state",
                    "Of support this account sees whether it is being received: --state RECEIVING alone.")
            }
            if let root { try authorise(opening: root.kind, root) }
            let standings = try connection.standings(of: kind, on: clock().today)
            let rows = try connection.records(of: kind, leaningOn: root.map { try row($0).id })
                .map { $0.standing(at: standings[$0.id]) }.filter { state == nil || $0.state == state }
            try consult(rows, "list \(kind.rawValue)")
            return try rows.map { try view($0, deep: false) }
        }
    }

    /// One record, with what the account's compartments open of it and what is due on it.
    package func show(_ reference: Reference) throws -> RecordView {
        try speaking {
            let row = try open(reference, as: "show")
            var view = try view(row, deep: true)
            view.deadlines = try deadlines(on: row)
            return view
        }
    }

    /// A record that the account may open, after the look was logged.
    ///
    /// Other people's work is opened for a reason only; the look then says that it was, in `outside`.
    private func open(_ reference: Reference, as act: String) throws -> RecordRow {
        if glass?.reference == reference { return try openInEmergency(reference, as: act) }
        do {
            try authorise(opening: reference.kind, reference)
        } catch let error as StoreError where account.roles.may(.breakGlass) && error.kind == .notPermitted {
            throw StoreError(
                error.kind,
                error.sentence
                    + " If somebody is in danger and it cannot wait, add: --break-glass --working-on ‘safeguarding: why’."
            )
        }
        let row = try standingRow(reference)
        let isOutside = try isOthersWork(row)
        if isOutside { _ = try demandReason(for: .outsideAllocations, of: row) }
        try consult([row], act, outside: isOutside)
        return row
    }

    /// A record as it stands today, timers counted.
    func standingRow(_ reference: Reference) throws -> RecordRow {
        let row = try row(reference)
        return row.standing(
            at: try connection.standings(of: reference.kind, on: clock().today, record: row.id)[row.id])
    }

    /// Everything that was recorded of a record, in the order in which it happened; what was struck stands with it.
    package func history(_ reference: Reference) throws -> (record: RecordView, events: [EventView]) {
        try speaking {
            let row = try open(reference, as: "history")
            let (docket, dossier) = try dossier(row)
            let boxes = try connection.eventBoxes(ofRecord: row.id)
            let accounts = Dictionary(uniqueKeysWithValues: roster.accounts.map { ($0.id, $0.name) })
            let ids = Dictionary(
                docket.dossiers.values.flatMap(\.events).map { ($0.seq, $0.id) },
                uniquingKeysWith: { first, _ in first })
            let isShut = isShut(reference)
            let order = dossier.events.indices.filter { index in
                dossier.events[index].supplements == nil
                    && (!isShut || (dossier.events[index].recorder == keys.user && !dossier.events[index].derived))
            }.sorted { dossier.events[$0].place < dossier.events[$1].place }
            let views = try order.map { index in
                var view = dossier.view(of: index, cause: dossier.events[index].cause.flatMap { ids[$0] })
                try open(&view, subject: row.subject) { boxes[$0] }
                if isShut { view.shut(for: keys.user) }
                view.opened = docket.openedRecords(by: view.event.id).filter {
                    account.roles.mayOpen($0.reference.kind)
                }
                view.name(accounts)
                return view
            }
            return (try self.view(row, deep: true), views)
        }
    }

    /// What may be recorded next, by this account, what stands in the way of the rest, and what is due on the record.
    package func next(_ reference: Reference) throws -> Outlook {
        try speaking {
            let row = try open(reference, as: "next")
            let (docket, dossier) = try dossier(row)
            let record = try view(row, deep: false)
            guard !isShut(reference) else {
                // Which of them is lawful now would tell where it stands.
                return Outlook(record, dossier.machine?.everything(for: account.roles) ?? [])
            }
            let today = clock().today
            let prospects = docket.prospects(dossier, recorders: account.roles, on: today)
            var hindrances: [String: [Hindrance]] = [:]
            for rule in prospects.filter({ $0.obstacle != nil }).map(\.rule) {
                let found = docket.hindrances(of: rule, of: dossier, on: today)
                if !found.isEmpty { hindrances[rule.id] = found.map(openToReader) }
            }
            return Outlook(record, prospects, hindrances: hindrances, deadlines: try deadlines(on: row))
        }
    }

    /// A hindrance without the records of kinds that the account may not open.
    private func openToReader(_ hindrance: Hindrance) -> Hindrance {
        var hindrance = hindrance
        hindrance.records.removeAll { !account.roles.mayOpen($0.reference.kind) || isShut($0.reference) }
        if let kind = hindrance.wanted, !account.roles.mayOpen(kind) || isShut(Reference(kind: kind, number: 1)) {
            hindrance.wanted = nil
        }
        return hindrance
    }

    /// Logs that records were looked at, before they are.
    ///
    /// - Parameter outside: whether they are other people's work, so that a reason was asked for.
    func consult(_ rows: [RecordRow], _ act: String, outside: Bool = false) throws {
        var bySubject: [Int64: [String]] = [:]
        for row in rows { bySubject[row.subject, default: []].append(row.reference.text) }
        var parts: [Part] = []
        for (subject, references) in bySubject.sorted(by: { $0.key < $1.key }) {
            var detail: [String: CanonicalValue] = [
                "act": .text(act), "records": .list(references.prefix(500).map { .text($0) }),
            ]
            if outside { detail["outside"] = .flag(true) }
            parts.append(Part(.object(detail), for: .subject(subject, try logKey(subject))))
        }
        if outside { parts += try reasonParts() }
        if parts.isEmpty { parts.append(Part(.object(["act": .text(act)]), for: try storeSubject())) }
        let entry = try entry(.consultation, parts)
        try note(entry)
    }

    func row(_ reference: Reference) throws -> RecordRow {
        guard let row = try connection.record(reference) else {
            throw StoreError(.badData, "There is no \(reference.text) in this case file.")
        }
        return row
    }

    func dossier(_ row: RecordRow) throws -> (Docket, Dossier) {
        let docket = Docket(nextSeq: { 0 }, newID: { "" })
        docket.take(try connection.dossiers(with: row))
        guard let dossier = docket.dossier(row.reference) else {
            throw StoreError(.damaged, "A record is not where it should be.")
        }
        return (docket, dossier)
    }

    /// A record with what the account's compartments open of it; without its links if it is not looked at deeply.
    private func view(_ row: RecordRow, deep: Bool) throws -> RecordView {
        var fields: [String: FieldValue] = [:]
        var links = try connection.links(ofRecord: row.id)
        var known = row.begun
        let shape = RecordShape.of(row.reference.kind)
        if deep {
            let (docket, dossier) = try dossier(row)
            fields = dossier.facts
            known = dossier.known
            for name in Set(dossier.links.keys).union(dossier.linkChanges.map(\.name)) {
                let target = dossier.target(name, asOf: .end(of: Span.open))
                links[name] = try target.flatMap { id in
                    try docket.dossiers[id]?.reference ?? connection.record(id: id)?.reference
                }
            }
        } else if [.duty, .review, .allocation].contains(row.reference.kind) {
            // What tells one from another in a list: what a victim is to be told of, to whom work is given.
            fields = try connection.openFields(ofRecord: row.id)
        }
        var sealed: [String] = []
        let boxes = try connection.boxes(ofRecord: row.id)
        for box in boxes {
            guard let opened = try self.fields(in: box, ofRecord: row.id, subject: row.subject) else { continue }
            fields.merge(opened) { old, _ in old }
        }
        let held = Set(account.compartments.map(\.rawValue))
        for box in boxes where !held.contains(box.compartment) {
            sealed += shape.fields.filter { field in
                switch field.keeping {
                case .sealed(let compartment): compartment.rawValue == box.compartment && fields[field.name] == nil
                case .identity: fields[field.name] == nil
                case .open: false
                }
            }.map(\.name)
        }
        var view = RecordView(
            reference: row.reference, state: row.state, begun: row.begun, known: known, links: links,
            fields: deep ? fields : fields.filter { shape.field($0.key)?.keeping == .open },
            sealed: Set(sealed).sorted(),
            title: try title(row, fields))
        if isShut(row.reference) { view.shut() }
        return view
    }

    /// A record's title, or the name of whom it is about, as far as the account's compartments open it.
    func title(of row: RecordRow) throws -> String? {
        var fields: [String: FieldValue] = [:]
        for box in try connection.boxes(ofRecord: row.id) {
            guard let opened = try self.fields(in: box, ofRecord: row.id, subject: row.subject) else { continue }
            fields.merge(opened) { old, _ in old }
        }
        return try title(row, fields)
    }

    private func title(_ row: RecordRow, _ fields: [String: FieldValue]) throws -> String? {
        if case .text(let title) = fields["title"] ?? fields["name"] { return title }
        guard let person = row.person, row.reference.kind != .person else { return nil }
        for box in try connection.boxes(ofRecord: person) {
            if case .text(let name) = try self.fields(in: box, ofRecord: person, subject: row.subject)?["name"] {
                return name
            }
        }
        return nil
    }

    /// Opens of an event that the store has, and of what was supplied to it, what the account's compartments open.
    ///
    /// - Parameter box: gives the box of an event by its place in the order of recording.
    func open(_ view: inout EventView, subject: Int64, _ box: (Int64) throws -> SealedBox?) throws {
        for place in view.supplies.indices {
            var supplied = view.supplies[place]
            try open(&supplied.event, &supplied.reason, box(supplied.event.seq), subject: subject)
            view.supplies[place] = supplied
            for (name, value) in supplied.event.fields where view.event.supplied[name] == supplied.event.seq {
                view.event.fields[name] = value
            }
        }
        try open(&view.event, &view.reason, box(view.event.seq), subject: subject)
    }

    private func open(_ event: inout Event, _ reason: inout String?, _ box: SealedBox?, subject: Int64) throws {
        if let box, let opened = try fields(in: box, ofEvent: event.seq, subject: subject) {
            for (name, value) in opened where !name.hasPrefix("@") { event.fields[name] = value }
            if case .text(let text) = opened["@reason"] { reason = text }
            if case .text(let name) = opened["@name"] {
                event.decider = DecisionMaker(
                    name: name, rank: event.decider?.rank, organisation: event.decider?.organisation)
            }
        }
        guard event.struck != nil, let box = try connection.boxes(ofEvent: event.seq).strike else { return }
        let opened = try fields(in: box, ofEvent: event.seq, subject: subject, table: "strike")
        if case .text(let text) = opened?["@reason"] { reason = text }
    }
}
