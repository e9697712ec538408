// One piece of work on the case file: what is weighed and decided in memory before it is written at once.
import Access
import CaseModel
import Cryptography
import Interchange
import KeyRing
import Lifecycle
import Rows
import SQLite

/// Everything that one act, or one import, changes; nothing of it is in the store until it is written.
final class Work {
    let store: CaseStore
    let moment: Moment
    /// Whether this is an import of a past by an account that may bring one in.
    let isPast: Bool

    /// A record as this work knows it.
    struct Entrant {
        let id: Int64
        let reference: Reference
        let subject: Int64
        let person: Int64?
        let investigation: Int64?
        let begun: Day
        /// The record with which it is weighed.
        var root: Int64 { investigation ?? id }
    }

    private(set) var entrants: [Reference: Entrant] = [:]
    private var dockets: [Int64: Docket] = [:]
    private var recorded: Int64
    private var subjects: Int64
    private var greatest: [RecordKind: Int] = [:]
    /// Subjects that are new, in order.
    private(set) var newSubjects: [Int64] = []
    var newLogKeys: [Int64: LogKeyBytes] = [:]
    /// Records that are new, in order.
    private(set) var newRecords: [Int64] = []
    private var reach: [Int64: Entrant] = [:]
    /// Boxes of records, in the order in which they were closed.
    private(set) var recordBoxes: [(record: Int64, box: SealedBox)] = []
    private var contents: [Int64: [Compartment: [String: FieldValue]]] = [:]
    /// Reasons for which events were recorded as happened, or struck.
    var reasons: [Int64: String] = [:]
    /// Of events that somebody struck: the strike's place in the order of recording, and why.
    var strikes: [Int64: (seq: Int64, reason: String)] = [:]
    var approvals: [(event: Int64, day: Day, signature: [UInt8])] = []
    var newKeys: [(subject: Int64, compartment: String, key: WrappedSubjectKey)] = []
    private(set) var eventIDs: Set<String> = []
    private let hasEvents: Bool

    typealias LogKeyBytes = [UInt8]

    init(_ store: CaseStore, isPast: Bool = false) throws {
        self.store = store
        self.isPast = isPast
        moment = store.clock()
        let numbers = try store.connection.greatestNumbers()
        (subjects, recorded) = (max(numbers.subject, 1), numbers.recorded)
        hasEvents = numbers.recorded > 0
    }

    /// The next number in the order of recording.
    func next() -> Int64 {
        recorded += 1
        return recorded
    }

    /// Every docket that was opened.
    var open: [Docket] { Array(dockets.values) }

    /// The record of a reference, new or kept; throws if there is none.
    func entrant(_ reference: Reference) throws -> Entrant {
        guard let entrant = try known(reference) else {
            throw StoreError(.badData, "There is no \(reference.text) in this case file.")
        }
        return entrant
    }

    func known(_ reference: Reference) throws -> Entrant? {
        if let entrant = entrants[reference] { return entrant }
        guard hasEvents, let row = try store.connection.record(reference) else { return nil }
        let entrant = Entrant(
            id: row.id, reference: row.reference, subject: row.subject, person: row.person,
            investigation: row.investigation, begun: row.begun)
        entrants[reference] = entrant
        reach[row.id] = entrant
        return entrant
    }

    /// The subject of a record that this work has met.
    func subject(ofRecord id: Int64) throws -> Int64 {
        if let entrant = reach[id] { return entrant.subject }
        guard let row = try store.connection.record(id: id) else {
            throw StoreError(.damaged, "A record leans on one that is not there.")
        }
        return row.subject
    }

    /// The docket in which a record is weighed.
    func docket(_ entrant: Entrant) throws -> Docket {
        if let docket = dockets[entrant.root] { return docket }
        let docket = Docket(nextSeq: { self.next() }, newID: { self.store.newEventID() })
        if hasEvents, let row = try store.connection.record(id: entrant.root) {
            docket.take(try store.connection.dossiers(with: row))
        }
        dockets[entrant.root] = docket
        return docket
    }

    /// Whether an event id is taken.
    func isTaken(_ id: String) throws -> Bool {
        if eventIDs.contains(id) { return true }
        return hasEvents ? try store.connection.hasEvent(id) : false
    }

    func take(_ id: String) { eventIDs.insert(id) }

    // MARK: - Adding records

    /// Adds a record.
    ///
    /// - Throws: ``StoreError`` or ``Refused`` if it cannot be; then nothing has changed.
    func add(_ line: AddLine) throws -> Reference {
        let shape = RecordShape.of(line.kind)
        if !isPast {
            guard
                shape.recorders.contains(where: store.account.roles.contains)
                    || store.account.roles.contains(.custodian)
            else {
                try store.deny("add \(line.kind.rawValue)")
                throw Refused([
                    Refusal(
                        rule: "add.\(line.kind.rawValue)", why: "This account may not add \(shape.words).",
                        accounts: shape.recorders.map(\.rawValue))
                ])
            }
        }
        guard line.on <= moment.today else {
            throw StoreError(.badData, "\(line.on.iso) has not come yet: a record begins on a day that has been.")
        }
        let known = line.known ?? moment.today
        guard known >= line.on else {
            throw StoreError(.badData, "It is said to have become known before it was so.")
        }
        let fields = try typed(line.fields, shape)
        let linked = try links(line, shape)
        if let ref = line.ref, try self.known(ref) != nil {
            throw StoreError(.badData, "\(ref.text) is in this case file already.")
        }
        let reference = try line.ref ?? Reference(kind: line.kind, number: nextNumber(line.kind))
        greatest[line.kind] = max(try nextNumber(line.kind) - 1, reference.number)
        let person = linked["person"] ?? linked["suspect"] ?? linked["victim"]
        let investigation = linked.values.compactMap(\.investigation).first ?? linked["investigation"]?.id
        let id = next()
        let entrant = Entrant(
            id: id, reference: reference, subject: try subject(person, linked["investigation"], line.kind),
            person: person.map { $0.person ?? $0.id }, investigation: investigation, begun: line.on)
        var open = fields.filter { shape.field($0.key)?.keeping == .open }
        if case .day(let born) = fields["born"] { open["birth_month"] = .text(String(born.iso.prefix(7))) }
        let dossier = Dossier(
            id: id, reference: reference, person: entrant.person, investigation: investigation, begun: line.on,
            known: known, facts: open, links: linked.mapValues(\.id), isNew: true)
        entrants[reference] = entrant
        reach[id] = entrant
        newRecords.append(id)
        try seal(fields, shape, entrant)
        if line.kind == .victim, let person { try share(person) }
        try docket(entrant).add(dossier, recordedAt: moment.milliseconds, recorder: store.keys.user)
        return reference
    }

    private func nextNumber(_ kind: RecordKind) throws -> Int {
        if let number = greatest[kind] { return number + 1 }
        let number = hasEvents ? try store.connection.greatestNumber(of: kind) : 0
        greatest[kind] = number
        return number + 1
    }

    private func typed(_ fields: [String: Scalar], _ shape: RecordShape) throws -> [String: FieldValue] {
        var typed: [String: FieldValue] = [:]
        for (name, scalar) in fields {
            guard let field = shape.field(name) else {
                throw FieldFault(name, "is no field of \(shape.words)")
            }
            guard let value = scalar.value(as: field.type), field.type.admits(value) else {
                throw FieldFault(name, "is not what it must be: \(field.words)")
            }
            typed[name] = value
        }
        if case .day(let from) = typed["window_from"], case .day(let to) = typed["window_to"], to < from {
            throw FieldFault("window_to", "comes before the window begins")
        }
        if case .count(let low) = typed["low"], case .count(let high) = typed["high"], high < low {
            throw FieldFault("high", "is less than the least that is expected")
        }
        return typed
    }

    private func links(_ line: AddLine, _ shape: RecordShape) throws -> [String: Entrant] {
        var linked: [String: Entrant] = [:]
        for link in shape.links {
            guard let reference = line.links[link.kind] else {
                if link.required { throw FieldFault(link.name, "is missing: \(shape.words) belongs to one") }
                continue
            }
            guard let target = try known(reference) else {
                throw FieldFault(link.name, "names \(reference.text), which is not in this case file")
            }
            guard target.begun <= line.on else {
                throw FieldFault(
                    "on",
                    "is before \(reference.text) began: it stands from \(target.begun.iso), the day that --on gave when it "
                        + "was added, or the day on which it was added. Begin this one on that day or later; or, if "
                        + "\(reference.text) was there earlier, add it anew with the --on of the day from which it was")
            }
            linked[link.name] = target
        }
        let investigations = Set(linked.compactMap { $0.key == "investigation" ? $0.value.id : $0.value.investigation })
        guard investigations.count <= 1 else {
            throw StoreError(.badData, "The records that it is to be linked to belong to different investigations.")
        }
        return linked
    }

    private func subject(_ person: Entrant?, _ investigation: Entrant?, _ kind: RecordKind) throws -> Int64 {
        if let person { return person.subject }
        if let investigation { return investigation.subject }
        subjects += 1
        newSubjects.append(subjects)
        newLogKeys[subjects] = try Random.bytes(32)
        return subjects
    }

    // MARK: - Sealing

    private func seal(_ fields: [String: FieldValue], _ shape: RecordShape, _ entrant: Entrant) throws {
        var boxes: [Compartment: [String: FieldValue]] = [:]
        for (name, value) in fields {
            switch shape.field(name)?.keeping {
            case .sealed(let compartment): boxes[compartment, default: [:]][name] = value
            case .identity:
                let home: Compartment =
                    store.account.compartments.contains(.shared) && !store.account.compartments.contains(.police)
                    ? .shared : .police
                boxes[home, default: [:]][name] = value
            case .open, nil: break
            }
        }
        if entrant.reference.kind == .person { contents[entrant.id] = boxes }
        for (compartment, content) in boxes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            recordBoxes.append((entrant.id, try close(content, of: entrant, in: compartment)))
        }
    }

    /// Lets the compartment that both agencies share have the identity of a person who is a potential victim.
    private func share(_ person: Entrant) throws {
        var content: [String: FieldValue] = [:]
        if let known = contents[person.id] {
            for fields in known.values { content.merge(fields) { old, _ in old } }
        } else {
            for box in try store.connection.boxes(ofRecord: person.id) {
                guard let opened = try store.fields(in: box, ofRecord: person.id, subject: person.subject) else {
                    continue
                }
                content.merge(opened) { old, _ in old }
            }
        }
        guard !content.isEmpty else { return }
        recordBoxes.append((person.id, try close(content, of: person, in: .shared)))
    }

    private func close(
        _ content: [String: FieldValue], of entrant: Entrant, in compartment: Compartment
    ) throws -> SealedBox {
        try store.close(
            Fields.encoded(content), subject: entrant.subject, in: compartment,
            at: Place(table: "record", row: entrant.id), work: self)
    }
}

/// A field that was given and cannot be.
struct FieldFault: Error {
    let field: String
    let sentence: String
    /// The rule that asks for it, where it is a rule of the rule book.
    let rule: String?

    init(_ field: String, _ sentence: String, rule: String? = nil) {
        (self.field, self.sentence, self.rule) = (field, sentence, rule)
    }
}
