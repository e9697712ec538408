// Recording, approving and striking events within a piece of work.
import Access
import CaseModel
import Cryptography
import Interchange
import KeyRing
import Lifecycle
import Rows

extension Work {
    /// Records an event.
    ///
    /// - Returns: the event as it was recorded.
    /// - Throws: ``Refused``, ``StoreError`` or ``FieldFault``; then nothing has changed.
    @discardableResult
    func record(_ line: RecordLine) throws -> Event {
        let entrant = try entrant(line.ref)
        let docket = try docket(entrant)
        guard let dossier = docket.dossier(line.ref), let machine = dossier.machine else {
            throw StoreError(.badData, "Nothing can be recorded on \(line.ref.text): such a record has no lifecycle.")
        }
        if line.derived { return try compare(line, dossier, docket) }
        if line.asHappened { try mustSay(line.reason) }
        guard line.on.last <= moment.today else {
            throw FieldFault("on", "is a day that has not come yet")
        }
        guard line.on.last >= dossier.begun else {
            throw Refused([
                Refusal(
                    rule: machine.rules(for: line.event).first?.id ?? machine.id.rawValue,
                    why: "\(line.ref.text) began on \(dossier.begun.iso), after that.")
            ])
        }
        if let id = line.id, try isTaken(id) { throw FieldFault("id", "is the id of another event already") }
        let fields = try typed(line, machine)
        for reference in fields.values.compactMap(\.reference) { try meet(reference, docket, on: line.on.last) }
        let known = line.known ?? moment.today
        let decider =
            line.by
            ?? (machine.rules(for: line.event).contains { !$0.deciders.isEmpty }
                ? store.ownDecision(on: line.on.last) : nil)
        let proposal = Proposal(
            line.event, id: line.id, when: line.on, after: line.after, known: known, recordedAt: moment.milliseconds,
            recorder: store.keys.user, recorders: isPast ? nil : store.account.roles, fields: fields, decider: decider,
            asHappened: line.asHappened, approved: isPast && !line.held ? (known, store.keys.user) : nil,
            reviewed: isPast ? line.reviewed.map { ($0, store.keys.user) } : nil)
        let marks = docket.marked.count
        let outcome = docket.record(proposal, on: dossier)
        try tellTrouble()
        switch outcome {
        case .refused(let refusals):
            throw Refused(isPast ? refusals : store.told(refusals, of: line.ref, line.event))
        case .recorded(let event):
            take(event.id)
            if let reason = line.reason, line.asHappened || isPast { reasons[event.seq] = reason }
            explain(docket.marked[marks...], line.reason)
            eventBoxes[event.seq] = try box(of: event, dossier, entrant.subject)
            return event
        }
    }

    /// Lets a docket know of a record that a field names and that may be another's.
    func meet(_ reference: Reference, _ docket: Docket, on day: Day) throws {
        guard docket.dossier(reference) == nil else { return }
        let other = try entrant(reference)
        // As it stands in this work, on the day of the event: the store may not have it yet, or have it later on.
        let state = try self.docket(other).dossier(reference)?.state(asOf: .end(of: day))
        docket.outside[reference] = (other.id, state)
    }

    /// Types what was given by what the event's rules ask for; what no rule knows stays text, for the rule to refuse.
    private func typed(_ line: RecordLine, _ machine: Machine) throws -> [String: FieldValue] {
        guard !line.fields.isEmpty else { return [:] }
        var types: [String: FieldType] = [:]
        for rule in machine.rules(for: line.event) {
            for requirement in rule.requires where types[requirement.field] == nil {
                types[requirement.field] = requirement.type
            }
        }
        var typed: [String: FieldValue] = [:]
        for (name, scalar) in line.fields {
            if let type = types[name] {
                guard let value = scalar.value(as: type) else {
                    throw FieldFault(name, "is not \(type.words)", rule: machine.rules(for: line.event).first?.id)
                }
                typed[name] = value
            } else {
                typed[name] = .text("")
            }
        }
        return typed
    }

    /// Finds the event that followed by itself, and gives it the id that it had where it came from.
    private func compare(_ line: RecordLine, _ dossier: Dossier, _ docket: Docket) throws -> Event {
        guard let id = line.id, !(try isTaken(id)) else {
            throw FieldFault("id", "is missing, or is the id of another event already")
        }
        let match = dossier.events.indices.last { index in
            let event = dossier.events[index]
            return index >= dossier.kept && event.derived && event.name == line.event && event.when == line.on
                && !eventIDs.contains(event.id)
        }
        guard let match else {
            let rule = dossier.machine?.rules(for: line.event).first?.id
            throw FieldFault("record", "does not follow from what the file says before it", rule: rule)
        }
        docket.rename(dossier, match, to: id)
        take(id)
        return dossier.events[match]
    }

    /// Strikes an event.
    ///
    /// - Returns: the event as it stands struck; of a supplement the event without what it supplied.
    @discardableResult
    func correct(_ line: CorrectLine, evenIfBroken: Bool) throws -> Event {
        let (docket, dossier, index) = try home(ofEvent: line.event)
        let struck = dossier.events[index]
        try authorise(striking: struck, dossier)
        if !isPast, store.isShut(dossier.reference), struck.recorder != store.keys.user {
            throw try store.refusal(
                of: "strike support", "Of support this account strikes only what it recorded itself.")
        }
        // Before what follows from it, so that an export tells the strike first.
        let number = next()
        let marks = docket.marked.count
        // What was recorded while the clock was ahead became known on a day that has not come: it is put right all the same.
        let refusals = docket.strike(
            dossier, index, known: line.known ?? max(moment.today, struck.known), recordedAt: moment.milliseconds,
            recorder: store.keys.user, evenIfBroken: evenIfBroken)
        try tellTrouble()
        guard refusals.isEmpty else {
            throw Refused(isPast ? refusals : store.told(refusals, of: dossier.reference, struck.name))
        }
        strikes[dossier.events[index].seq] = (number, line.reason)
        explain(docket.marked[marks...], line.reason)
        guard let original = struck.supplements else { return dossier.events[index] }
        return dossier.events.first { $0.seq == original } ?? dossier.events[index]
    }

    /// Asks why something is taken as it happened.
    func mustSay(_ reason: String?) throws {
        let isSaid = reason.map { !$0.utf8.allSatisfy { $0 <= UInt8(ascii: " ") } } ?? false
        guard isSaid else { throw FieldFault("reason", "is missing: why it is taken as it happened") }
    }

    /// Lets the marks that an accepted change of the past made carry why it was accepted.
    func explain(_ marks: ArraySlice<Int64>, _ reason: String?) {
        for mark in marks { reasons[mark] = reason }
    }

    /// Refuses to strike what the account could not have recorded, unless it did record it.
    private func authorise(striking event: Event, _ dossier: Dossier) throws {
        let rule = dossier.machine?.rules(for: event.name).first { $0.id == event.rule }
        guard !isPast, !event.derived, event.recorder != store.keys.user, let rule else { return }
        guard !rule.recorders.contains(where: store.account.roles.contains) else { return }
        throw Refused([
            Refusal(
                rule: event.rule, why: "\(event.id) is not for this account to strike.",
                accounts: rule.recorders.map(\.rawValue))
        ])
    }

    /// The docket, dossier and place of an event, if the account may open such records.
    func home(ofEvent id: String) throws -> (docket: Docket, dossier: Dossier, index: Int) {
        for docket in open {
            if let (dossier, index) = docket.event(id) { return (docket, dossier, index) }
        }
        guard let row = try store.connection.home(ofEvent: id) else {
            throw StoreError(.badData, "There is no event \(id) in this case file.")
        }
        if !isPast { try store.authorise(opening: row.reference.kind) }
        let docket = try docket(entrant(row.reference))
        guard let (dossier, index) = docket.event(id) else {
            throw StoreError(.damaged, "An event is not where it should be.")
        }
        return (docket, dossier, index)
    }
}

extension FieldType {
    /// What a value must be, to follow "is not".
    var words: String {
        switch self {
        case .text: "text"
        case .day: "a day, such as 2018-10-31"
        case .choice: "one of the choices"
        case .reference(let kind): "a reference, such as \(kind.prefix)-0001"
        case .count: "a whole number"
        case .flag: "true or false"
        }
    }
}
