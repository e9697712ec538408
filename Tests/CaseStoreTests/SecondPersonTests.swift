// Approval, correction, and what follows by itself and is struck with its cause.
import CaseModel
import CaseStore
import Interchange
import Lifecycle
import Testing

@Suite struct `A second person and a second thought` {
    let scratch: Scratch

    init() throws { scratch = try .withCasework() }

    private func propose() throws -> String {
        let views = try scratch.record(
            "police_nfa", "SUS-0002", on: "2020-06-01", as: "supervisor", ["outcome": .text("15")])
        return try #require(views.first?.event.id)
    }

    @Test func `an event that needs approval waits for a second person`() throws {
        let id = try propose()
        #expect(try scratch.state("SUS-0002") == "UNDER_INVESTIGATION")
        let own = try scratch.refused { try scratch.with("supervisor") { try $0.approve(id) } }
        #expect(own.rule == "B1.police_nfa" && own.who == ["supervisor", "inspector"])
        let officer = try scratch.turnedAway { try scratch.with("officer") { try $0.approve(id) } }
        #expect(officer.kind == .notPermitted)
        let care = try scratch.turnedAway { try scratch.with("care-lead") { try $0.approve(id) } }
        #expect(care.kind == .notPermitted)
        #expect(try scratch.state("SUS-0002") == "UNDER_INVESTIGATION")
        _ = try scratch.with("inspector") { try $0.approve(id) }
        #expect(try scratch.state("SUS-0002") == "NFA_POLICE")
        #expect(try scratch.history("SUS-0002").last?.event.approver == "inspector")
        _ = try scratch.refused { try scratch.with("inspector") { try $0.approve(id) } }
    }

    @Test func `who approves or strikes an event is answered with what the history opens of it, and no more`() throws {
        let fields: [String: Scalar] = ["outcome": .text("15"), "rationale": .text("Fictional words")]
        let recorded = try scratch.record(
            "police_nfa", "SUS-0002", on: "2020-06-01", as: "supervisor", fields, by: Self.decider)
        let id = try #require(recorded.first?.event.id)
        let approved = try #require(try scratch.with("inspector") { try $0.approve(id) }.first)
        #expect(
            approved.event.decider == Self.decider && approved.event.fields["rationale"] == .text("Fictional words"))
        #expect(try scratch.history("SUS-0002").last?.event == approved.event)
        let line = CorrectLine(event: id, reason: "A fictional mistake")
        let struck = try #require(try scratch.with("inspector") { try $0.correct(line) }.first)
        #expect(struck.event.decider == Self.decider && struck.reason == "A fictional mistake")
        #expect(try scratch.history("SUS-0002", as: "dpo").last?.event.decider?.name == Event.mask)
    }

    @Test func `what is recorded as it happened is answered with the reason`() throws {
        let views = try scratch.record(
            "arrest", "SUS-0001", on: "2020-03-02", as: "officer", asHappened: "Fictional log found late")
        #expect(views.first?.reason == "Fictional log found late")
    }

    private static let decider = DecisionMaker(
        name: "D. Invented", rank: "detective inspector", organisation: .police)

    @Test func `an event that nobody need approve, or that there is not, is not approved`() throws {
        _ = try scratch.refused { try scratch.with("inspector") { try $0.approve("EV-ARREST0002") } }
        let error = try scratch.turnedAway { try scratch.with("inspector") { try $0.approve("EV-NOWHERE001") } }
        #expect(error.kind == .badData)
    }

    @Test func `a correction strikes an event and leaves it to be seen with the reason`() throws {
        let line = CorrectLine(event: "EV-ARREST0002", reason: "A fictional mistake")
        _ = try scratch.with("officer") { try $0.correct(line) }
        #expect(try scratch.state("SUS-0002") == "IDENTIFIED")
        let view = try #require(try scratch.history("SUS-0002").last)
        #expect(view.event.id == "EV-ARREST0002" && view.event.struck != nil && view.to == nil)
        #expect(view.reason == "A fictional mistake")
        _ = try scratch.refused { try scratch.with("officer") { try $0.correct(line) } }
        #expect(try scratch.history("SUS-0002", as: "dpo").last?.reason == nil)
    }

    @Test func `a correction that would break what stands after it is refused`() throws {
        let refusal = try scratch.refused {
            try scratch.with("officer") { try $0.correct(CorrectLine(event: "EV-KNOWN00002", reason: "A mistake")) }
        }
        #expect(refusal.rule == "B1.arrest")
        #expect(try scratch.state("SUS-0002") == "UNDER_INVESTIGATION")
        let error = try scratch.turnedAway {
            try scratch.with("officer") { try $0.correct(CorrectLine(event: "EV-NOWHERE001", reason: "A mistake")) }
        }
        #expect(error.kind == .badData)
    }

    @Test func `what follows by itself is recorded with its cause and struck with it`() throws {
        try scratch.record("authorise", "CHG-0001", on: "2020-05-01", as: "officer", by: Scratch.prosecutor)
        let views = try scratch.record(
            "charge", "CHG-0001", on: "2020-05-04", as: "officer", by: Scratch.custodyOfficer)
        #expect(views.map(\.event.rule) == ["B3.charge", "B1.charged", "A.first_charge"])
        let charge = try #require(views.first?.event.id)
        let followed = try #require(try scratch.history("INV-0001").last)
        #expect(followed.event.derived && followed.cause == charge && followed.to == "AT_COURT")
        _ = try scratch.refused {
            try scratch.with("inspector") { try $0.correct(CorrectLine(event: followed.event.id, reason: "No")) }
        }
        _ = try scratch.with("officer") { try $0.correct(CorrectLine(event: charge, reason: "A fictional mistake")) }
        #expect(try scratch.state("INV-0001") == "ACTIVE")
        #expect(try scratch.history("INV-0001").last?.event.struck != nil)
        #expect(try scratch.with("inspector") { try $0.check().isWhole })
    }
}
