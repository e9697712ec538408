// What the police see of support: that there is a record, and whether support is being received.
import CaseModel
import CaseStore
import Interchange
import Lifecycle
import Testing

@Suite struct `Support, as the police see it` {
    let scratch: Scratch

    init() throws {
        scratch = try .withCasework()
        _ = try scratch.with("care") { store in
            try store.add(
                AddLine(
                    kind: .support, links: [.victim: try #require(Reference("VIC-0001"))],
                    on: try #require(Day("2020-02-01")), fields: ["type": .text("ISVA")]))
        }
    }

    /// Leads the support by social care through these events, one a day.
    private func lead(_ events: [String]) throws {
        for (place, event) in events.enumerated() {
            try scratch.record(event, "SUP-0001", on: "2020-02-\(10 + place)", as: "care")
        }
    }

    /// All that an account is told of it without recording anything.
    private func told(_ user: String) throws -> [String] {
        let reference = try #require(Reference("SUP-0001"))
        return try scratch.with(user) { store in
            let shown = try store.show(reference), history = try store.history(reference)
            let next = try store.next(reference), listed = try store.list(.support)
            return ["\(shown)", "\(history)", "\(next)", "\(listed)"]
        }
    }

    @Test func `is the same wherever it stands but for whether it is received`() throws {
        for user in ["officer", "supervisor", "inspector", "dpo"] {
            let reference = try #require(Reference("SUP-0001"))
            #expect(try scratch.with(user) { try $0.show(reference).isReceiving } == false)
        }
        let first = try told("officer")
        for event in ["offer", "refer", "accept_waitlist", "decline"] {
            try lead([event])
            #expect(try told("officer") == first, "\(event)")
        }
        try lead(["offer", "start"])
        let reference = try #require(Reference("SUP-0001"))
        #expect(try scratch.with("officer") { try $0.show(reference).isReceiving } == true)
        #expect(try scratch.with("officer") { try $0.history(reference).events.count } == 0)
        #expect(try scratch.with("care") { try $0.history(reference).events.count } == 6)
        #expect(try scratch.with("care") { try $0.show(reference).state } == "RECEIVING")
    }

    @Test func `is offered by an officer, who sees the offer again and not where it led`() throws {
        let reference = try #require(Reference("SUP-0001"))
        let answer = try scratch.record("offer", "SUP-0001", on: "2020-02-03", as: "officer")
        #expect(answer.map(\.event.name) == ["offer"])
        #expect(answer.allSatisfy { $0.from == nil && $0.to == nil && !$0.isCourseOpen })
        try lead(["refer"])
        let seen = try scratch.with("officer") { try $0.history(reference).events }
        #expect(seen.map(\.event.name) == ["offer"] && seen.allSatisfy { $0.to == nil && !$0.isCourseOpen })
        #expect(try scratch.with("supervisor") { try $0.history(reference).events.isEmpty })
        #expect(try scratch.with("care") { try $0.show(reference).state } == "REFERRED")
    }

    @Test(arguments: [["offer"], ["offer", "refer"], ["offer", "start"], ["offer", "start", "pause"]])
    func `is refused in words that do not tell where it stands`(events: [String]) throws {
        try lead(events)
        let refusal = try scratch.refused { try scratch.record("offer", "SUP-0001", on: "2020-03-01", as: "officer") }
        #expect(refusal.rule == "C2.offer" && refusal.missing.isEmpty && refusal.accounts == ["care", "care-lead"])
        for state in RuleBook.current.machine(.c2)?.states ?? [] { #expect(!refusal.why.contains(state.id.rawValue)) }
        let not = try scratch.refused { try scratch.record("start", "SUP-0001", on: "2020-03-01", as: "officer") }
        #expect(not.why == "This account may not record start." && not.missing.isEmpty)
    }

    @Test func `is not listed by a state that is not open, nor struck by an event's id`() throws {
        let views = try scratch.record("offer", "SUP-0001", on: "2020-02-03", as: "care")
        let error = try scratch.turnedAway { try scratch.with("officer") { try $0.list(.support, state: "OFFERED") } }
        #expect(error.kind == .notPermitted)
        #expect(try scratch.with("officer") { try $0.list(.support, state: "RECEIVING") }.isEmpty)
        let id = try #require(views.first?.event.id)
        let struck = try scratch.turnedAway {
            try scratch.with("officer") { try $0.correct(CorrectLine(event: id, reason: "No")) }
        }
        #expect(struck.kind == .notPermitted)
        #expect(try scratch.with("care") { try $0.list(.support, state: "OFFERED") }.count == 1)
    }
}
