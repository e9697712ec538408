// A small fictional case file in memory: records added and events recorded in one line each.

import Lifecycle

@testable import CaseModel

/// Numbers that look random and are the same each time.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Something the test itself got wrong.
struct Wrong: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// One docket with its records by reference; days are counted from the first.
final class CaseFile {
    private final class Numbers {
        var seq: Int64 = 0
        var id = 0
        var record: Int64 = 0
        var references: [RecordKind: Int] = [:]
    }

    static let start = Day(number: 17_535)
    let docket: Docket
    private let numbers: Numbers

    /// - Parameter goLive: the first day whose events open records; nil opens none.
    init(goLive: Int? = nil) {
        let numbers = Numbers()
        let register = goLive.map { day in
            OpeningRegister(goLive: Self.day(day)) { opening in
                numbers.record += 1
                numbers.references[opening.kind, default: 0] += 1
                return (
                    numbers.record, Reference(kind: opening.kind, number: numbers.references[opening.kind, default: 0])
                )
            }
        }
        self.numbers = numbers
        docket = Docket(
            nextSeq: {
                numbers.seq += 1
                return numbers.seq
            },
            newID: {
                numbers.id += 1
                return "EV-D\(numbers.id)"
            }, register: register)
    }

    static func day(_ number: Int) -> Day { start.adding(days: number) }

    /// Adds a record; one that is in an investigation belongs to the first.
    @discardableResult
    func add(
        _ text: String, on day: Int = 0, known: Int? = nil, facts: [String: FieldValue] = [:],
        asHappened: Bool = false, to links: String...
    ) throws -> Dossier {
        guard let reference = Reference(text) else { throw Wrong(text) }
        numbers.record += 1
        var targets: [String: Int64] = [:]
        for link in links {
            let target = try dossier(link)
            targets[target.reference.kind.rawValue] = target.id
        }
        let investigation: Int64? = reference.kind == .investigation ? nil : 1
        for link in RecordShape.of(reference.kind).links where link.name == "investigation" { targets[link.name] = 1 }
        let dossier = Dossier(
            id: numbers.record, reference: reference, person: nil, investigation: investigation, begun: Self.day(day),
            known: Self.day(known ?? day), facts: facts, links: targets, isNew: true)
        let refusals = docket.add(dossier, recordedAt: 0, recorder: "dana", asHappened: asHappened)
        guard refusals.isEmpty else { throw Wrong("\(text): \(refusals)") }
        return dossier
    }

    func dossier(_ text: String) throws -> Dossier {
        guard let dossier = Reference(text).flatMap({ docket.dossier($0) }) else { throw Wrong(text) }
        return dossier
    }

    func state(_ text: String) throws -> String { try dossier(text).state?.rawValue ?? "" }

    /// A proposal with every field that must be there now and a decider who may decide.
    static func proposal(
        _ event: String, of machine: Machine?, at state: State?, first: Int? = nil, on day: Int, known: Int? = nil,
        id: String? = nil, after: String? = nil, fields: [String: FieldValue] = [:], asHappened: Bool = false
    ) throws -> Proposal {
        let rules = machine?.rules(for: event) ?? []
        let rule = rules.first { rule in state.map { rule.from.contains($0) } ?? false } ?? rules.first
        guard let when = Interval(first: Self.day(first ?? day), last: Self.day(day)) else { throw Wrong("days") }
        var all = fields
        for requirement in rule?.requires ?? [] where requirement.needed == .now && all[requirement.field] == nil {
            all[requirement.field] =
                switch requirement.type {
                case .text: .text("As told.")
                case .day: .day(when.last)
                case .choice(let choices): .choice(choices.first ?? "")
                case .reference: nil
                case .count(let low, _): .count(low ?? 0)
                case .flag: .flag(true)
                }
        }
        let decider = rule?.deciders.first.map { DecisionMaker(rank: $0.ranks.first, organisation: $0.organisation) }
        return Proposal(
            event, id: id, when: when, after: after, known: Self.day(known ?? day), recordedAt: 0, recorder: "dana",
            recorders: nil, fields: all, decider: decider, asHappened: asHappened)
    }

    /// Records an event, and gives it or the refusals.
    func attempt(
        _ text: String, _ event: String, first: Int? = nil, on day: Int, known: Int? = nil, id: String? = nil,
        after: String? = nil, fields: [String: FieldValue] = [:], asHappened: Bool = false
    ) throws -> Docket.Outcome {
        let dossier = try dossier(text)
        let state = dossier.state(asOf: .end(of: Self.day(day))) ?? dossier.state
        let proposal = try Self.proposal(
            event, of: dossier.machine, at: state, first: first, on: day, known: known, id: id, after: after,
            fields: fields, asHappened: asHappened)
        return docket.record(proposal, on: dossier)
    }

    /// Records an event that must be allowed.
    @discardableResult
    func record(
        _ text: String, _ event: String, first: Int? = nil, on day: Int, known: Int? = nil, id: String? = nil,
        after: String? = nil, fields: [String: FieldValue] = [:], asHappened: Bool = false
    ) throws -> Event {
        let outcome = try attempt(
            text, event, first: first, on: day, known: known, id: id, after: after, fields: fields,
            asHappened: asHappened)
        guard case .recorded(let event) = outcome else { throw Wrong("\(text) \(event): \(outcome)") }
        return event
    }

    func strike(_ id: String, known: Int, evenIfBroken: Bool = false) throws -> [Refusal] {
        guard let (dossier, index) = docket.event(id) else { throw Wrong(id) }
        return docket.strike(
            dossier, index, known: Self.day(known), recordedAt: 0, recorder: "dana", evenIfBroken: evenIfBroken)
    }

    func approve(_ id: String, by approver: String = "robin", as roles: Set<Role>, on day: Int) throws -> [Refusal] {
        guard let (dossier, index) = docket.event(id) else { throw Wrong(id) }
        return docket.approve(dossier, index, by: approver, roles: roles, on: Self.day(day))
    }

    /// The derived events of a record that stand: rule, day, day known and the id of the cause.
    func derived(_ text: String) throws -> [String] {
        let dossier = try dossier(text)
        return dossier.standing.map { dossier.events[$0] }.filter(\.derived).map { event in
            let numbers = [event.when.last, event.known].map { $0.number - Self.start.number }
            return "\(event.rule) \(numbers[0]) known \(numbers[1]) after \(event.after ?? "nothing")"
        }
    }

    /// The codes that stand at a day, as known at a day.
    func codes(_ text: String, at day: Int, known: Int) throws -> Set<String> {
        let (day, known) = (Self.day(day), Self.day(known))
        let spans = Chronicle(try dossier(text)) { self.docket.number($0) }.spans
        return Set(
            spans.filter { $0.from <= day && day < $0.to && $0.knownFrom <= known && known < $0.knownTo }.map(\.code))
    }

    /// Everything that a docket holds, as text: two dockets with equal text hold the same.
    var whole: [String] {
        var lines: [String] = []
        for child in Mirror(reflecting: docket).children {
            guard let label = child.label, !["nextSeq", "newID", "dossiers", "noted", "before"].contains(label) else {
                continue
            }
            let mirror = Mirror(reflecting: child.value)
            if mirror.displayStyle == .dictionary {
                lines += mirror.children.map { "\(label) \($0.value)" }.sorted()
            } else {
                lines.append("\(label) \(child.value)")
            }
        }
        for id in docket.order {
            guard let dossier = docket.dossiers[id] else { continue }
            lines += dossier.events.map { "\(id) \($0.described)" } + dossier.life.map { "\(id) \($0)" }
            lines += dossier.linkChanges.map { "\(id) \($0)" }
            lines.append("\(id) \(dossier.kept) \(dossier.amended.sorted())")
        }
        return lines
    }
}

extension Event {
    /// The event as text that is the same whenever the event is.
    fileprivate var described: String {
        var plain = self
        plain.fields = [:]
        return "\(plain) \(fields.sorted { $0.key < $1.key })"
    }
}

extension Docket.Outcome {
    /// The refusals, if it was refused.
    var refusals: [Refusal] {
        if case .refused(let refusals) = self { refusals } else { [] }
    }
}

extension CaseFile {
    /// One investigation under way, with a victim, a suspect under investigation, a submission and a primary charge.
    static func underWay(goLive: Int? = nil) throws -> CaseFile {
        let file = CaseFile(goLive: goLive)
        try file.add("INV-0001")
        try file.add("CRM-0001", to: "INV-0001")
        try file.add("VIC-0001", to: "INV-0001")
        try file.add("SUS-0001", to: "INV-0001")
        try file.add("SUB-0001", to: "INV-0001")
        try file.add("CHG-0001", to: "SUS-0001", "VIC-0001")
        try file.record("INV-0001", "accept_for_scoping", on: 1)
        try file.record(
            "INV-0001", "go_live", on: 2, fields: ["crime": .reference(Reference(kind: .crime, number: 1))])
        try file.record("SUS-0001", "identify", on: 3, id: "EV-IDENTIFY")
        try file.record("SUS-0001", "arrest", on: 10, id: "EV-ARREST")
        return file
    }

    /// The suspect's file goes to the prosecutor on a day, with the submission.
    func submit(on day: Int, known: Int? = nil) throws {
        try record("SUB-0001", "submit", on: day, known: known, id: "EV-SUBMIT")
        try record(
            "SUS-0001", "submit_charging", on: day, known: known, id: "EV-CHARGING",
            fields: ["submission": .reference(Reference(kind: .submission, number: 1))])
    }

    /// The charge is authorised and laid, and the suspect charged, on a day.
    func charge(on day: Int, known: Int? = nil) throws {
        try record("CHG-0001", "authorise", on: day, known: known, id: "EV-AUTHORISE")
        try record("CHG-0001", "charge", on: day, known: known, id: "EV-CHARGE")
        try record("SUS-0001", "charge_primary", on: day, known: known, id: "EV-PRIMARY")
    }
}
