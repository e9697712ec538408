// Stores that earlier builds wrote, opened with this one.
import Access
import AuditLog
import CaseModel
import CaseStore
import Figures
import Foundation
import Lifecycle
import Publishing
import Testing

@Suite struct `A store that an earlier build wrote` {
    static let editions = ["edition-1", "edition-2", "duties-1"]

    /// A copy of a fixture, so that the fixture itself stays as it was written.
    private func copy(_ edition: String) throws -> Scratch {
        let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Fixtures/\(edition)").path
        let scratch = try Scratch()
        try FileManager.default.copyItem(atPath: fixtures, toPath: scratch.path)
        // Later than everything in it.
        scratch.moment = 2_000_000_000_000
        return scratch
    }

    @Test(arguments: editions) func `gives the figures that it gave`(edition: String) throws {
        let store = try copy(edition).open("publisher")
        let day = try #require(Day("2016-02-01"))
        let now = try store.figures(asAt: day)
        #expect(now[Figure.arrests]?.count == 1)
        #expect(now[try #require(Figure.named("people-under-police-investigation"))]?.count == 1)
        #expect(now[Figure.peopleOnBail]?.count == 0)
        let known = try #require(Day("2016-02-08"))
        let then = try store.figures(asAt: day, knownAt: known)
        #expect(then[Figure.arrests]?.count == 0)
        try store.close()
    }

    @Test(arguments: editions) func `is whole, and so is its log`(edition: String) throws {
        let store = try copy(edition).open("inspector")
        #expect(try store.check().findings == [])
        let verdict = try store.verifyLog()
        #expect(verdict.faults == [])
        // Its own, and the one that this build signed as soon as it had it.
        #expect(verdict.checkpoints == 2)
        #expect(verdict.size > 20)
        let history = try store.history(try #require(Reference("SUS-0001")))
        #expect(history.events.contains { $0.event.id == "EV-FIXTURE001" && $0.event.asHappened })
        #expect(history.events.first { $0.event.id == "EV-FIXTURE002" }?.event.struck != nil)
        #expect(history.record.title == "Merle Fictional")
        try store.close()
    }

    @Test(arguments: editions) func `opens for each compartment what it opened`(edition: String) throws {
        let scratch = try copy(edition)
        let reference = try #require(Reference("SUP-0001"))
        for (user, seen) in [("care", true), ("officer", false), ("supervisor", false)] {
            let store = try scratch.open(user)
            let view = try store.history(reference)
            #expect((view.record.fields["need"] == .text("wants a quiet room by the weir")) == seen)
            #expect(
                view.events.contains { $0.event.fields["offered_through"] == .text("the invented drop-in") } == seen)
            try store.close()
        }
    }

    @Test func `keeps reasons, emergencies, a witness's signature, and the log that was held elsewhere`() throws {
        let scratch = try copy("audited-1")
        let held = try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/held-checkpoint"))
        try scratch.with("dpo") { store in
            let verdict = try store.verifyLog(against: [("held-checkpoint", Array(held))])
            #expect(verdict.faults == [])
            #expect(verdict.witnessed.map(\.witness) == ["witness.example/council"])
            let emergencies = try store.emergencies(all: true)
            #expect(emergencies.map { $0.review?.finding } == [.justified, nil])
            #expect(emergencies.last?.words == "A made-up child may be at risk")
            let disclosed = try store.log(LogFilter(verb: "disclosure"), for: .lawfulness)
            #expect(disclosed.compactMap(\.recipient) == ["A made-up court"])
        }
    }

    @Test func `keeps releases as they were signed, and what was given elsewhere`() throws {
        let scratch = try copy("released-1")
        try scratch.with("dpo") { store in
            #expect(try store.check().findings == [])
            let releases = try store.releases()
            #expect(releases.map(\.state) == [.corrected, .published, .drafted])
            #expect(releases.map { $0.standing.acts.count } == [4, 5, 1])
            #expect(releases[0].content.title == "A made-up first report" && releases[0].checkpoint != nil)
            #expect(releases[1].standing.departures.map(\.value) == [5])
            #expect(try store.knownFacts().map(\.source) == ["A made-up newspaper"])
        }
    }

    @Test func `keeps what events opened, what was told, supplied, reviewed and given out`() throws {
        let scratch = try copy("duties-1")
        try scratch.with("officer") { store in
            let duties = try store.list(.duty).map { "\($0.reference.text) \($0.state?.rawValue ?? "")" }
            #expect(duties == ["DUT-0001 MET", "DUT-0002 OVERDUE"])
            let events = try store.history(try #require(Reference("SUS-0001"))).events.map(\.event)
            let supplied = events.first { $0.id == "EV-FIXTURE003" }
            #expect(supplied?.fields["offence"] == .text("another made-up offence"))
            #expect(events.first { $0.id == "EV-FIXTURE001" }?.approved != nil)
            #expect(try store.list(.allocation).map(\.reference.text) == ["ALC-0001"])
            let day = try #require(Day("2018-01-16"))
            let due = try store.due(WorkQuestion(.mine, asAt: day))
            #expect(due.items.contains { $0.reference.text == "CUS-0001" && $0.clock == "B2.abp" })
        }
        try scratch.with("custodian") { store in
            let supervisor = try store.users().first { $0.name == "supervisor" }
            #expect(supervisor?.appointments.count == 1)
        }
    }
}
