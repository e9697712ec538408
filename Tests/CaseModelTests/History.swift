// A random past: what a walker of the rule book would record, as facts that can be recorded again in another order.

import Lifecycle

@testable import CaseModel

/// One fact of a random past.
struct Fact {
    let record: String
    let proposal: Proposal
}

extension CaseFile {
    /// Every kind of record that has a lifecycle, one or two of each.
    ///
    /// - Parameter goLive: the first day whose events open records; nil opens none.
    static func furnished(goLive: Int? = nil) throws -> CaseFile {
        let file = CaseFile(goLive: goLive)
        try file.add("INV-0001")
        for text in ["CRM-0001", "ADV-0001", "SUB-0001", "SUB-0002", "PRO-0001", "PRO-0002", "VIC-0001", "VIC-0002"] {
            try file.add(text)
        }
        try file.add("SUP-0001", facts: ["type": .choice("ISVA")], to: "VIC-0001")
        try file.add("SUP-0002", facts: ["type": .choice("ISVA")], to: "VIC-0002")
        for number in 1...2 {
            try file.add("SUS-000\(number)")
            try file.add("CUS-000\(number)", to: "SUS-000\(number)")
            try file.add("CHG-000\(number)", to: "SUS-000\(number)", "VIC-000\(number)", "PRO-000\(number)")
        }
        for number in 1...2 { try file.add("ALG-000\(number)", to: "SUS-000\(number)", "VIC-000\(number)") }
        try file.add("CHG-0003", facts: ["role": .choice("ANCILLARY")], to: "SUS-0002", "PRO-0001")
        return file
    }

    /// The records that have a lifecycle.
    var lives: [Dossier] { docket.order.compactMap { docket.dossiers[$0] }.filter { $0.machine != nil } }

    /// A random event of a random record, lawful as far as its state goes.
    ///
    /// - Parameter alsoOpened: whether of records that events opened, too, whose references hang on the order of recording.
    func randomFact(
        on day: Int, first: Int? = nil, known: Int, alsoOpened: Bool = false, with dice: inout Dice
    ) throws -> Fact? {
        let choice = alsoOpened ? lives : lives.filter { $0.cause == nil }
        guard let dossier = choice.randomElement(using: &dice), let machine = dossier.machine else { return nil }
        let place = Place.end(of: Self.day(day))
        guard let state = dossier.state(asOf: place) else { return nil }
        let open = machine.rules.filter { rule in
            rule.kind != .derived && rule.from.contains(state) && rule.inForce.contains(dossier.begun)
                && (!rule.to.contains { machine.isTerminal($0.state) } || Int.random(in: 0..<12, using: &dice) == 0)
        }
        guard let rule = open.randomElement(using: &dice) else { return nil }
        var fields: [String: FieldValue] = [:]
        for requirement in rule.requires {
            guard case .reference(let kind) = requirement.type else { continue }
            let named = docket.order.compactMap { docket.dossiers[$0]?.reference }.filter { $0.kind == kind }
            if let reference = named.randomElement(using: &dice) { fields[requirement.field] = .reference(reference) }
        }
        let id = "EV-\(dossier.events.count)-\(dossier.reference.text)-\(day)"
        let proposal = try Self.proposal(
            rule.event, of: machine, at: state, first: first, on: day, known: known, id: id, fields: fields)
        return Fact(record: dossier.reference.text, proposal: proposal)
    }

    /// Records a fact; false if the rules refuse it.
    func take(_ fact: Fact) throws -> Bool {
        if case .recorded = docket.record(fact.proposal, on: try dossier(fact.record)) { true } else { false }
    }

    /// A lawful past of single days, none of them used twice, in its order.
    static func past(seed: UInt64, days: Int, goLive: Int? = nil) throws -> (file: CaseFile, facts: [Fact]) {
        var dice = Dice(state: seed)
        let file = try furnished(goLive: goLive)
        var facts: [Fact] = []
        for day in 1...days {
            for _ in 0..<4 {
                guard let fact = try file.randomFact(on: day, known: day, with: &dice) else { continue }
                if try file.take(fact) {
                    facts.append(fact)
                    break
                }
            }
        }
        return (file, facts)
    }

    /// What is believed in the end: every state on every day, and what followed by itself, from what.
    func believed() throws -> [String] {
        try lives.filter { $0.cause == nil }.flatMap { dossier in
            let stands = dossier.life.map { stand in
                let name = stand.event.map { dossier.events[$0].name } ?? "timer"
                return "\(dossier.reference.text) \(stand.place.day.number) \(name) \(stand.state.rawValue)"
            }
            return stands + (try derived(dossier.reference.text).map { "\(dossier.reference.text) \($0)" })
        }
    }

    /// What events have opened and what became of it, whatever it is called; what fell away is not told.
    func believedOpenings() -> [String] {
        docket.opened.compactMap { docket.dossiers[$0] }.compactMap { dossier in
            guard dossier.state != "FALLEN_AWAY" else { return nil }
            let facts = dossier.facts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            let life = dossier.life.map { stand in
                let name = stand.event.map { dossier.events[$0].name } ?? "by time"
                return "\(stand.place.day.number) \(name) \(stand.state.rawValue)"
            }
            let links = dossier.links.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            return
                "\(dossier.reference.kind) \(dossier.begun.number) known \(dossier.known.number) \(links) \(facts) \(life)"
        }.sorted()
    }
}
