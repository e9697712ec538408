// Adding, recording, approving, correcting: each one act, one transaction, one leaf.
import Access
import AuditLog
package import CaseModel
import Cryptography
package import Interchange
import KeyRing
package import Lifecycle
import Rows
import SQLite

extension CaseStore {
    /// Adds a record, and answers its reference.
    ///
    /// Throws ``Refused`` and ``StoreError``; then nothing has changed.
    package func add(_ line: AddLine) throws -> Reference { try adding(line).reference }

    /// Adds a record, and answers its reference with the records that earlier events opened now that it is there.
    ///
    /// Throws ``Refused`` and ``StoreError``; then nothing has changed.
    package func adding(_ line: AddLine) throws -> (reference: Reference, opened: [Opened]) {
        try perform(.add, .collection) { work in
            let reference = try work.add(line)
            return (
                (reference, work.opened), reference,
                ["act": .text("add"), "fields": .list(names(line.fields.keys))]
            )
        }
    }

    /// Records an event, and answers it with what followed from it by itself.
    ///
    /// Throws ``Refused`` and ``StoreError``; then nothing has changed.
    package func record(_ line: RecordLine) throws -> [EventView] {
        try perform(.record, .alteration) { work in
            let event = try work.record(line)
            return (
                try work.views(of: event), line.ref,
                [
                    "act": .text("record"), "event": .text(event.id), "fields": .list(names(line.fields.keys)),
                    "rule": .text(event.rule),
                ]
            )
        }
    }

    /// Supplies fields of an event that were not given with it, and answers the event with what followed.
    ///
    /// Throws ``Refused`` and ``StoreError``; then nothing has changed.
    package func supply(_ line: SupplyLine) throws -> [EventView] {
        try perform(.record, .alteration) { work in
            let event = try work.supply(line)
            return (
                try work.views(of: event), try work.reference(ofEvent: event.id),
                ["act": .text("supply"), "event": .text(event.id), "fields": .list(names(line.fields.keys))]
            )
        }
    }

    /// Approves a held event as its second person, or reviews one that was recorded as it happened.
    package func approve(_ id: String) throws -> [EventView] {
        try perform(.approve, .alteration) { work in
            let event = try work.approve(id)
            let home = try work.reference(ofEvent: id)
            return (try work.views(of: event), home, ["act": .text("approve"), "event": .text(id)])
        }
    }

    /// Strikes an event, with a reason; what follows from it by itself is struck with it.
    package func correct(_ line: CorrectLine, evenIfBroken: Bool = false) throws -> [EventView] {
        try perform(.correct, .alteration) { work in
            let event = try work.correct(line, evenIfBroken: evenIfBroken)
            let home = try work.reference(ofEvent: line.event)
            return (try work.views(of: event), home, ["act": .text("correct"), "event": .text(line.event)])
        }
    }

    private func names(_ keys: some Sequence<String>) -> [CanonicalValue] { keys.sorted().map { .text($0) } }

    private func perform<Result>(
        _ act: Act, _ verb: Verb, _ body: (Work) throws -> (Result, Reference, [String: CanonicalValue])
    ) throws -> Result {
        try speaking {
            try authorise(act)
            let work = try Work(self)
            do {
                let (result, reference, detail) = try body(work)
                return try change { transaction in
                    try work.write(transaction)
                    var detail = detail
                    detail["record"] = .text(reference.text)
                    let subject = try work.entrant(reference).subject
                    let key = try work.logKey(subject)
                    let parts = try work.consequences(of: subject, act.rawValue)
                    return Logged(result, try entry(verb, [Part(.object(detail), for: .subject(subject, key))] + parts))
                }.result
            } catch let fault as FieldFault {
                subjectKeys = [:]
                guard let rule = fault.rule else { throw StoreError(.badData, "\(fault.field) \(fault.sentence).") }
                throw Refused([Refusal(rule: rule, why: "\(fault.field) \(fault.sentence).", missing: [fault.field])])
            } catch let refused as Refused {
                subjectKeys = [:]
                // A rule that names who may is a refusal of the account, and leaves its leaf.
                if let refusal = refused.refusals.first(where: { !$0.who.isEmpty }) {
                    try deny("\(act.rawValue) \(refusal.rule)")
                }
                throw refused
            } catch {
                subjectKeys = [:]
                throw error
            }
        }
    }
}

extension Work {
    /// A subject's log key, new or kept.
    func logKey(_ subject: Int64) throws -> LogKey {
        guard let bytes = newLogKeys[subject] else { return try store.logKey(subject) }
        return try LogKey(SecretBytes(copying: bytes))
    }

    /// The record that an event of an open docket belongs to.
    func reference(ofEvent id: String) throws -> Reference {
        for docket in open {
            if let (dossier, _) = docket.event(id) { return dossier.reference }
        }
        throw StoreError(.badData, "There is no event \(id) in this case file.")
    }

    /// The records that this work opened, as far as the account may open them.
    var opened: [Opened] {
        open.flatMap { $0.openedRecords() }.filter { store.account.roles.mayOpen($0.reference.kind) }
    }

    /// For the log: what a change brought about in the records of other subjects than its own, by the subject.
    func consequences(of subject: Int64, _ act: String) throws -> [Part] {
        var touched: [Int64: Set<String>] = [:]
        for dossier in open.flatMap(\.dossiers.values) where dossier.isChanged {
            let other = try self.subject(ofRecord: dossier.id)
            if other != subject { touched[other, default: []].insert(dossier.reference.text) }
        }
        return try touched.sorted { $0.key < $1.key }.map { other, references in
            let detail = CanonicalValue.object([
                "act": .text("follow"), "from": .text(act),
                "records": .list(references.sorted().prefix(500).map { .text($0) }),
            ])
            return Part(detail, for: .subject(other, try logKey(other)))
        }
    }

    /// An event that was just recorded or changed, and everything that followed from it, as far as the account may open it.
    func views(of event: Event) throws -> [EventView] {
        var views: [EventView] = []
        let accounts = Dictionary(uniqueKeysWithValues: store.roster.accounts.map { ($0.id, $0.name) })
        let events = open.lazy.flatMap(\.dossiers.values).flatMap(\.events)
        let opened = opened
        for docket in open {
            for dossier in docket.dossiers.values where dossier.isChanged {
                for index in dossier.events.indices {
                    let other = dossier.events[index]
                    guard other.supplements == nil else { continue }
                    let isNews =
                        index >= dossier.kept || dossier.amended.contains(index) || dossier.isMarkedAnew(index)
                    guard other.id == event.id || isNews else { continue }
                    let isShut = store.isShut(dossier.reference)
                    if isShut, other.id != event.id || other.recorder != store.keys.user { continue }
                    if other.id != event.id, !store.account.roles.mayOpen(dossier.reference.kind) { continue }
                    let cause = other.cause.flatMap { seq in events.first { $0.seq == seq }?.id }
                    var view = dossier.view(of: index, cause: cause)
                    if store.account.roles.mayOpen(dossier.reference.kind) {
                        let kept = Set(dossier.events.prefix(dossier.kept).map(\.seq))
                        try store.open(&view, subject: subject(ofRecord: dossier.id)) { seq in
                            try kept.contains(seq) ? store.connection.boxes(ofEvent: seq).event : nil
                        }
                    }
                    for place in view.supplies.indices {
                        let supplied = view.supplies[place].event
                        view.supplies[place].reason =
                            strikes[supplied.seq]?.reason ?? reasons[supplied.seq] ?? view.supplies[place].reason
                    }
                    // What this work writes of it stands in no box yet.
                    view.reason = strikes[other.seq]?.reason ?? reasons[other.seq] ?? view.reason
                    if isShut { view.shut(for: store.keys.user) }
                    if other.id == event.id {
                        view.opened = opened
                        view.concernsNobody = other.stands && docket.concernsNobody(dossier, index)
                    }
                    view.name(accounts)
                    views.append(view)
                }
            }
        }
        return views.sorted {
            ($0.event.id == event.id ? 0 : $0.event.seq) < ($1.event.id == event.id ? 0 : $1.event.seq)
        }
    }
}

extension Dossier {
    /// Whether a mark of an event is new, or was struck.
    fileprivate func isMarkedAnew(_ index: Int) -> Bool {
        supplements(to: index).contains { events[$0].isMark && ($0 >= kept || amended.contains($0)) }
    }

    /// An event of this life with where it led.
    func view(of index: Int, cause: String?) -> EventView {
        let stand = life.firstIndex { $0.event == index }
        let from = stand.map { $0 > 0 ? life[$0 - 1].state : machine?.initial } ?? nil
        var view = EventView(
            reference: reference, event: events[index], from: from, to: stand.map { life[$0].state }, cause: cause)
        view.supplies = supplements(to: index).map { EventView.Supplied(event: events[$0]) }
        return view
    }
}

extension EventView {
    /// Puts the names of accounts in place of their handles.
    mutating func name(_ accounts: [String: String]) {
        event.recorder = accounts[event.recorder] ?? event.recorder
        event.approver = event.approver.map { accounts[$0] ?? $0 }
        for place in supplies.indices {
            let recorder = supplies[place].event.recorder
            supplies[place].event.recorder = accounts[recorder] ?? recorder
            supplies[place].event.approver = supplies[place].event.approver.map { accounts[$0] ?? $0 }
        }
    }
}
