// Events recorded one after another: states, order, what follows by itself, and what is refused.

import Lifecycle
import Testing

@testable import CaseModel

@Suite struct DocketTests {
    @Test func `folds events in their order to states and stays`() throws {
        let file = try CaseFile.underWay()
        #expect(try file.state("INV-0001") == "ACTIVE" && file.state("SUS-0001") == "UNDER_INVESTIGATION")
        #expect(try file.codes("SUS-0001", at: 2, known: 20) == ["B1:NOMINAL"])
        #expect(try file.codes("SUS-0001", at: 9, known: 20) == ["B1:IDENTIFIED"])
        #expect(try file.codes("SUS-0001", at: 10, known: 20) == ["B1:UNDER_INVESTIGATION"])
        #expect(try file.codes("SUS-0001", at: 10, known: 9) == ["B1:IDENTIFIED"])
        #expect(try file.codes("CHG-0001", at: 1, known: 1).subtracting(["CHG>victim"]) == ["B3/PRIMARY:PROPOSED"])
    }

    @Test func `leaves a mark of an event that a figure counts`() throws {
        let file = try CaseFile.underWay()
        let marks = Chronicle(try file.dossier("SUS-0001")) { _ in nil }.spans.filter { $0.from == $0.to }
        let day = CaseFile.day(10)
        #expect(marks == [Span("B1@arrest", from: day, to: day, knownFrom: day)])
    }

    @Test func `counts a range of days at its last day`() throws {
        let file = try CaseFile.underWay()
        try file.record("SUS-0001", "rearrest", first: 15, on: 20, known: 21)
        try file.record("VIC-0001", "first_account", first: 15, on: 20, known: 16)
        #expect(try file.codes("VIC-0001", at: 19, known: 30) == ["C1:POTENTIAL"])
        #expect(try file.codes("VIC-0001", at: 20, known: 30) == ["C1:INITIAL_ACCOUNT"])
        let spans = Chronicle(try file.dossier("VIC-0001")) { _ in nil }.spans
        #expect(spans.filter(\.ranged).allSatisfy { $0.from == CaseFile.day(20) } && spans.contains { $0.ranged })
    }

    @Test func `keeps what was believed before a late fact became known`() throws {
        let file = try CaseFile.underWay()
        try file.record("VIC-0001", "first_account", on: 5, known: 40)
        #expect(try file.codes("VIC-0001", at: 6, known: 39) == ["C1:POTENTIAL"])
        #expect(try file.codes("VIC-0001", at: 6, known: 40) == ["C1:INITIAL_ACCOUNT"])
        #expect(try file.codes("VIC-0001", at: 4, known: 40) == ["C1:POTENTIAL"])
    }

    @Test func `puts an event after the one that it says it came after`() throws {
        let file = try CaseFile.underWay()
        let first = try file.record("VIC-0001", "first_account", on: 5)
        try file.record("SUB-0001", "submit", on: 5, id: "EV-SUBMIT")
        let after = try file.record("VIC-0001", "decline", on: 5, after: first.id)
        let (home, index) = try #require(file.docket.event(after.id))
        let (other, submitted) = try #require(file.docket.event("EV-SUBMIT"))
        #expect(home.events[index].place < other.events[submitted].place)
        #expect(try file.state("VIC-0001") == "DECLINED")
        let later = try file.attempt("VIC-0001", "plan_contact", on: 4, after: first.id).refusals
        #expect(later.first?.why.contains("happened later") == true)
        #expect(try file.attempt("VIC-0001", "plan_contact", on: 6, after: "EV-NONE").refusals.count == 1)
    }

    @Test func `folds a stored life to the same, whatever the order of the records`() throws {
        let file = try CaseFile.underWay()
        try file.submit(on: 20)
        try file.charge(on: 25)
        let first = try file.record("VIC-0001", "first_account", on: 26)
        try file.record("VIC-0001", "decline", on: 26, after: first.id)
        let stored = file.docket.order.compactMap { file.docket.dossiers[$0] }
        for order in [stored, stored.reversed()] {
            let copies = order.map { dossier in
                var events = dossier.events
                for index in events.indices { events[index].anchor = events[index].seq }
                return Dossier(
                    id: dossier.id, reference: dossier.reference, person: nil, investigation: dossier.investigation,
                    begun: dossier.begun, known: dossier.known, facts: dossier.facts, links: dossier.links,
                    events: events, isNew: false)
            }
            let docket = Docket(nextSeq: { 0 }, newID: { "" })
            docket.take(copies)
            #expect(docket.tick == file.docket.tick)
            for dossier in stored {
                let copy = try #require(docket.dossiers[dossier.id])
                #expect(copy.life.map(\.place) == dossier.life.map(\.place) && copy.state == dossier.state)
                #expect(!copy.isChanged)
            }
        }
    }

    @Test(arguments: [
        ("arrest", 3, 2, "before it happened"), ("arrest", -5, 20, "cannot"), ("nonsense", 20, 20, "no such event"),
    ])
    func `refuses what cannot be and changes nothing`(event: String, day: Int, known: Int, why: String) throws {
        let file = try CaseFile.underWay()
        let whole = file.whole
        let refusals = try file.attempt("SUS-0001", event, on: day, known: known, asHappened: true).refusals
        #expect(refusals.first?.why.contains(why) == true, "\(refusals)")
        #expect(file.whole == whole)
    }

    @Test func `refuses a second event of the same id, a life that a kind has not, a record from elsewhere`() throws {
        let file = try CaseFile.underWay()
        #expect(try file.attempt("SUS-0001", "rearrest", on: 12, id: "EV-ARREST").refusals.count == 1)
        #expect(try file.attempt("CRM-0001", "arrest", on: 12).refusals.first?.why.contains("no lifecycle") == true)
        let elsewhere: FieldValue = .reference(Reference(kind: .submission, number: 77))
        let refusals = try file.attempt("SUS-0001", "submit_charging", on: 12, fields: ["submission": elsewhere])
            .refusals
        #expect(refusals.first?.why.contains("SUB-0077 does not belong") == true)
    }

    @Test func `changes a link from the day of the event on`() throws {
        let file = try CaseFile.underWay()
        try file.add("SUB-0002", to: "INV-0001")
        try file.submit(on: 20)
        #expect(try file.codes("SUS-0001", at: 19, known: 99) == ["B1:UNDER_INVESTIGATION"])
        #expect(try file.codes("SUS-0001", at: 20, known: 99) == ["B1:SUBMITTED", "SUS>submission"])
        try file.record("SUS-0001", "rearrest", on: 30)
        try file.record(
            "SUS-0001", "submit_charging", on: 31,
            fields: ["submission": .reference(Reference(kind: .submission, number: 2))])
        let links = Chronicle(try file.dossier("SUS-0001")) { file.docket.number($0) }.spans
            .filter { $0.code == "SUS>submission" && $0.knownTo == Span.open }
        #expect(links.map(\.to) == [CaseFile.day(31), Span.open])
        #expect(links.map(\.target) == [5, 7])
    }

    @Test func `does not count a charge for a prosecution before it is linked to it`() throws {
        let file = try CaseFile.underWay()
        try file.add("PRO-0001", to: "INV-0001")
        try file.charge(on: 20)
        try file.record("CHG-0001", "first_hearing", on: 21)
        try file.record("CHG-0001", "send", on: 22)
        try file.record(
            "CHG-0001", "prefer", on: 30, fields: ["prosecution": .reference(Reference(kind: .prosecution, number: 1))])
        let dossier = try file.dossier("PRO-0001")
        let condition = Condition("any", "any", .any, .charge, link: "prosecution", in: [])
        for (day, count) in [(29, 0), (30, 1)] {
            let around = DocketSurroundings(docket: file.docket, dossier: dossier, place: .end(of: CaseFile.day(day)))
            #expect(around.states(condition, fields: [:]).count == count)
        }
    }

    @Test func `keeps plans, posts and trials with their days and estimates`() throws {
        let file = CaseFile()
        try file.add("INV-0001")
        let window: [String: FieldValue] = [
            "window_from": .day(CaseFile.day(50)), "window_to": .day(CaseFile.day(60)), "low": .count(2),
            "high": .count(5),
        ]
        let phase = Chronicle(try file.add("PHA-0001", on: 4, known: 7, facts: window)) { _ in nil }.spans
        #expect(
            phase == [
                Span(
                    "PHA", from: CaseFile.day(4), knownFrom: CaseFile.day(7), windowFrom: CaseFile.day(50),
                    windowTo: CaseFile.day(60), low: 2, high: 5)
            ])
        let post = try file.add(
            "POS-0001", on: 4, facts: ["role": .choice("social care"), "until": .day(CaseFile.day(30))])
        #expect(
            Chronicle(post) { _ in nil }.spans == [
                Span("POS:social care", from: CaseFile.day(4), to: CaseFile.day(30), knownFrom: CaseFile.day(4))
            ])
        try file.add("PRO-0001", on: 4, to: "INV-0001")
        try file.record("PRO-0001", "ptph_done", on: 5)
        for (day, start, number) in [(6, 100, 1), (9, 120, 2)] {
            try file.record(
                "PRO-0001", "fix_trial", on: day,
                fields: ["start": .day(CaseFile.day(start)), "trial_no": .count(number), "weeks": .count(6)])
        }
        let trials = Chronicle(try file.dossier("PRO-0001")) { _ in nil }.spans.filter { $0.code == "D3:trial" }
        #expect(trials.filter { $0.knownTo == Span.open }.map(\.high) == [1, 2])
        #expect(trials.filter { $0.knownTo == Span.open }.map(\.to) == [CaseFile.day(9), Span.open])
        #expect(trials.filter { $0.knownTo == CaseFile.day(9) }.map(\.windowFrom) == [CaseFile.day(100)])
    }
}
