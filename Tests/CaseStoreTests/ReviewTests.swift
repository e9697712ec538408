// Who approves and who reviews: under the approver's own keys, never the recorder, and nobody in the recorder's place.
import CaseModel
import CaseStore
import Interchange
import Lifecycle
import Testing

@Suite struct `Approval and review` {
    let scratch: Scratch

    init() throws { scratch = try .withCasework() }

    private func appoint(_ name: String, _ post: Appointment.Post) throws {
        let (from, until) = (try #require(Day("2026-05-01")), try #require(Day("2026-06-30")))
        _ = try scratch.with("custodian") { try $0.appoint(name, post, from: from, until: until) }
    }

    /// Records an arrest of somebody who was not identified yet.
    private func breach(as user: String = "officer") throws -> String {
        let views = try scratch.record(
            "arrest", "SUS-0001", on: "2020-02-03", as: user, asHappened: "Arrested at a fictional scene")
        return try #require(views.first?.event.id)
    }

    private func propose(as user: String = "supervisor") throws -> String {
        let views = try scratch.record(
            "police_nfa", "SUS-0002", on: "2020-06-01", as: user, ["outcome": .text("15")], by: Self.decider)
        return try #require(views.first?.event.id)
    }

    private static let decider = DecisionMaker(
        name: "D. Invented", rank: "detective inspector", organisation: .police)

    private func approve(_ id: String, as user: String) throws {
        _ = try scratch.with(user) { try $0.approve(id) }
    }

    @Test func `a breach is in force at once, and waits for a supervisor's review`() throws {
        let id = try breach()
        var view = try #require(try scratch.history("SUS-0001").first)
        #expect(view.event.isUnreviewed && view.event.stands && !view.event.needsApproval)
        let officer = try scratch.turnedAway { try approve(id, as: "officer") }
        #expect(officer.kind == .notPermitted)
        try approve(id, as: "supervisor")
        view = try #require(try scratch.history("SUS-0001").first)
        #expect(!view.event.isUnreviewed && view.event.approver == "supervisor")
        #expect(view.event.approved == Day(number: Int(scratch.moment / 86_400_000)))
        #expect(try scratch.state("SUS-0001") == "UNDER_INVESTIGATION")
        let again = try scratch.refused { try approve(id, as: "inspector") }
        #expect(again.why == "\(id) is approved already.")
        #expect(try scratch.with("inspector") { try $0.check().isWhole })
    }

    @Test func `who recorded a breach does not review it, and the refusal names who can`() throws {
        let refusal = try scratch.refused { try approve(try breach(as: "supervisor"), as: "supervisor") }
        #expect(
            refusal.who == ["supervisor", "inspector"] && refusal.why.hasSuffix("a second person must. inspector can."))
    }

    @Test func `what was recorded as it happened and broke nothing needs no review`() throws {
        let views = try scratch.record(
            "identify", "SUS-0001", on: "2020-02-03", as: "officer", asHappened: "Recorded from a fictional log")
        let id = try #require(views.first?.event.id)
        #expect(try scratch.refused { try approve(id, as: "inspector") }.why == "\(id) needs no approval.")
    }

    @Test func `who covers for the recorder is the same person`() throws {
        let id = try propose()
        try appoint("inspector", .cover(for: "supervisor"))
        let refusal = try scratch.refused { try approve(id, as: "inspector") }
        #expect(refusal.why.contains("stand in for one another"))
        #expect(refusal.why.hasSuffix("Nobody can today: a custodian gives somebody the role, or cover."))
        #expect(try scratch.state("SUS-0002") == "UNDER_INVESTIGATION")
        scratch.moment += 60 * 86_400_000
        // The cover has ended; it stood on the day of the recording all the same.
        _ = try scratch.refused { try approve(id, as: "inspector") }
        try scratch.with("custodian") { try $0.takeBack(.cover(for: "supervisor"), of: "inspector", from: nil) }
        try approve(id, as: "inspector")
        #expect(try scratch.state("SUS-0002") == "NFA_POLICE")
    }

    @Test func `what was recorded in somebody's place is not for that person to approve`() throws {
        try appoint("officer", .cover(for: "supervisor"))
        let id = try propose(as: "officer")
        _ = try scratch.refused { try approve(id, as: "supervisor") }
        try approve(id, as: "inspector")
        // What the officer could record by the officer's own role, the supervisor may review.
        try approve(try breach(), as: "supervisor")
    }

    @Test func `cover lets somebody approve what a third person recorded`() throws {
        let id = try propose()
        try appoint("officer", .cover(for: "inspector"))
        try approve(id, as: "officer")
        let view = try #require(try scratch.history("SUS-0002").last)
        #expect(view.event.approver == "officer" && view.event.stands)
        #expect(try scratch.with("inspector") { try $0.check().isWhole })
    }

    @Test func `an approval counts from its own day`() throws {
        let id = try propose()
        scratch.moment += 5 * 86_400_000
        try approve(id, as: "inspector")
        let event = try #require(try scratch.history("SUS-0002").last?.event)
        #expect(event.approved == Day(number: Int(scratch.moment / 86_400_000)))
        #expect(event.approved.map { $0 > event.known } == true)
    }

    @Test func `a review goes out with an export and comes in again, and what was not reviewed is not`() throws {
        try approve(try breach(), as: "supervisor")
        try scratch.record("arrest", "SUS-0002", on: "2020-06-02", as: "officer", asHappened: "Found out late")
        var lines = ""
        _ = try scratch.with("inspector") { try $0.export { lines += $0 } }
        let other = try Scratch()
        try other.found()
        #expect(try other.take(lines, as: "inspector").faults.map(\.text) == [])
        #expect(try other.history("SUS-0001").first?.event.isUnreviewed == false)
        #expect(try other.history("SUS-0002").last?.event.isUnreviewed == true)
        #expect(try other.with("inspector") { try $0.check().isWhole })
    }

    @Test(arguments: ["care", "care-lead"])
    func `an event of a record that the account may not open is neither struck nor approved by it`(_ user: String)
        throws
    {
        let line = CorrectLine(event: "EV-ARREST0002", reason: "A mistake")
        #expect(try scratch.turnedAway { try scratch.with(user) { try $0.correct(line) } }.kind == .notPermitted)
        #expect(try scratch.turnedAway { try approve("EV-ARREST0002", as: user) }.kind == .notPermitted)
        #expect(try scratch.state("SUS-0002") == "UNDER_INVESTIGATION")
    }

    @Test func `who may not record an event does not strike it`() throws {
        let id = try propose()
        try approve(id, as: "inspector")
        let refusal = try scratch.refused {
            try scratch.with("officer") { try $0.correct(CorrectLine(event: id, reason: "A mistake")) }
        }
        #expect(refusal.rule == "B1.police_nfa" && refusal.who == ["supervisor", "inspector"])
        #expect(try scratch.state("SUS-0002") == "NFA_POLICE")
    }
}
