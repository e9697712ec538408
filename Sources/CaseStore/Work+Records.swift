// Adding records within a piece of work: typed, linked to what they lean on, and sealed.
import Access
import CaseModel
import Cryptography
import Interchange
import KeyRing
import Lifecycle
import Rows
import SQLite

extension Work {
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
        if fields["cause"] != nil, !isPast {
            throw FieldFault("cause", "is never given: the event that opens one gives it")
        }
        if line.asHappened { try mustSay(line.reason) }
        let linked = try links(line, shape)
        if line.kind == .allocation { try weigh(allocation: fields, linked) }
        if let ref = line.ref, try self.known(ref) != nil {
            throw StoreError(.badData, "\(ref.text) is in this case file already.")
        }
        if let adopted = try adopt(line, fields, linked) { return adopted }
        let reference = try line.ref ?? Reference(kind: line.kind, number: nextNumber(line.kind))
        greatest[line.kind] = max(try nextNumber(line.kind) - 1, reference.number)
        // A review is the victim's right, whomever the decision is about.
        let person =
            linked["person"] ?? (line.kind == .review ? linked["victim"] : linked["suspect"] ?? linked["victim"])
        let investigation = linked.values.compactMap(\.investigation).first ?? linked["investigation"]?.id
        let id = next()
        if line.kind == .aggregate { try weigh(fields, on: line.on, known: known, order: Int(id)) }
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
        try seal(fields, shape, entrant)
        if line.kind == .victim, let person { try share(person) }
        let docket = try docket(entrant)
        let marks = docket.marked.count
        let refusals = docket.add(
            dossier, recordedAt: moment.milliseconds, recorder: store.keys.user, asHappened: line.asHappened)
        try tellTrouble()
        guard refusals.isEmpty else { throw Refused(refusals) }
        explain(docket.marked[marks...], line.reason)
        return reference
    }

    func nextNumber(_ kind: RecordKind) throws -> Int {
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
            if !isPast { try store.authorise(opening: reference.kind) }
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
    ) throws -> Sealing.Ticket {
        try store.close(
            Fields.encoded(content), subject: entrant.subject, in: compartment,
            at: Place(table: "record", row: entrant.id), work: self)
    }
}
