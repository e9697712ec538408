// The demonstration played through the rules in memory, and its spans as the figures see them.

import CaseModel
import Figures
import Interchange
import Lifecycle

@testable import Demonstration

/// A case file in memory, filled by the demonstration as the store fills its own.
final class Replay {
    /// What the rules refused, with the line.
    private(set) var refused: [String] = []
    private var dockets: [Int64: Docket] = [:]
    private var records: [Reference: (id: Int64, docket: Int64, person: Int64?)] = [:]
    private var homes: [String: Int64] = [:]
    /// The numbers from elsewhere.
    private(set) var aggregates: [Aggregate] = []
    private let counter = Counter()

    final class Counter {
        private var value: Int64 = 0
        func next() -> Int64 {
            value += 1
            return value
        }
    }

    init(_ acts: [Act]) {
        for act in acts {
            switch act.line {
            case .add(let line): add(line)
            case .record(let line): record(line, act)
            case .supply(let line): refused.append("\(line.event): a supplement")
            case .correct(let line): correct(line)
            }
        }
    }

    /// Every record with its life.
    var dossiers: [Dossier] {
        records.values.compactMap { dockets[$0.docket]?.dossiers[$0.id] }
    }

    /// Every span without identity.
    var lines: [Line] {
        let numbers = records.mapValues(\.id)
        return dossiers.flatMap { dossier in
            Chronicle(dossier) { numbers[$0] }.spans.map { span in
                var line = Line(
                    Code(rawValue: span.code), record: Int(dossier.id), person: dossier.person.map { Int($0) },
                    investigation: dossier.reference.kind == .investigation
                        ? Int(dossier.id) : dossier.investigation.map { Int($0) },
                    days: span.from..<span.to, known: span.knownFrom..<span.knownTo)
                line.ranged = span.ranged
                line.target = span.target.map { Int($0) }
                (line.from, line.to, line.low, line.high) = (span.windowFrom, span.windowTo, span.low, span.high)
                return line
            }
        }
    }

    private func add(_ line: AddLine) {
        guard let reference = line.ref, let known = line.known else { return refused.append("no reference") }
        let id = counter.next()
        let linked = line.links.values.compactMap { records[$0] }
        let home = linked.first { $0.docket != $0.id || line.links[.investigation] != nil }?.docket
        let docket = line.links[.investigation].flatMap { records[$0]?.id } ?? home ?? id
        let shape = RecordShape.of(line.kind)
        var facts: [String: FieldValue] = [:]
        for (name, value) in line.fields {
            guard let field = shape.field(name), let typed = value.value(as: field.type), field.type.admits(typed)
            else {
                refused.append("\(reference.text): field \(name)")
                continue
            }
            facts[name] = typed
        }
        for link in shape.links where link.required && line.links[link.kind] == nil {
            refused.append("\(reference.text): link \(link.name)")
        }
        if line.kind == .aggregate { aggregate(facts, on: line.on, known: known, id) }
        let owner = line.links[.suspect] ?? line.links[.victim]
        let person = line.links[.person].flatMap { records[$0]?.id } ?? owner.flatMap { records[$0]?.person }
        let dossier = Dossier(
            id: id, reference: reference, person: line.kind == .person ? nil : person,
            investigation: docket == id ? nil : docket, begun: line.on, known: known, facts: facts,
            links: Dictionary(
                uniqueKeysWithValues: line.links.compactMap { kind, target in
                    records[target].map { (kind.rawValue, $0.id) }
                }), isNew: true)
        records[reference] = (id, docket, person)
        let counter = counter
        let box =
            dockets[docket]
            ?? Docket(nextSeq: { counter.next() }, newID: { "EV-\(counter.next())" })
        dockets[docket] = box
        box.add(dossier, recordedAt: 0, recorder: "replay")
    }

    private func aggregate(_ fields: [String: FieldValue], on day: Day, known: Day, _ id: Int64) {
        do {
            let number = try Aggregate(fields, on: day, known: known, order: Int(id))
            if let fault = aggregates.fault(adding: number) { throw fault }
            aggregates.append(number)
        } catch {
            refused.append("aggregate \(fields): \(error)")
        }
    }

    private func record(_ line: RecordLine, _ act: Act) {
        guard let home = records[line.ref], let docket = dockets[home.docket], let dossier = docket.dossiers[home.id],
            let machine = dossier.machine, let known = line.known
        else { return refused.append("\(line.ref.text): unknown") }
        var fields: [String: FieldValue] = [:]
        for rule in machine.rules(for: line.event) {
            for requirement in rule.requires {
                if let value = line.fields[requirement.field]?.value(as: requirement.type) {
                    fields[requirement.field] = value
                }
            }
        }
        if fields.count < line.fields.count { refused.append("\(line.ref.text) \(line.event): a field of no rule") }
        let proposal = Proposal(
            line.event, id: line.id, when: line.on, known: known, recordedAt: 0, recorder: act.account,
            recorders: Role(rawValue: act.account).map { [$0] }, fields: fields, decider: line.by,
            asHappened: line.asHappened, approved: act.approver.map { (known, $0) })
        switch docket.record(proposal, on: dossier) {
        case .recorded(let event): homes[event.id] = home.docket
        case .refused(let refusals):
            let why = refusals.map { "\($0.rule): \($0.why) \($0.missing)" }
            refused.append("\(line.ref.text) \(line.event) \(line.on.text) by \(act.account): \(why)")
        }
    }

    private func correct(_ line: CorrectLine) {
        guard let docket = homes[line.event].flatMap({ dockets[$0] }), let (dossier, index) = docket.event(line.event),
            let known = line.known
        else { return refused.append("\(line.event): unknown") }
        let wrong = docket.strike(
            dossier, index, known: known, recordedAt: 0, recorder: "replay", evenIfBroken: false)
        refused += wrong.map(\.why)
    }
}
