// The past: what may be recorded into it or struck from it, who lets a held event take effect, and what a refusal leaves.

import Lifecycle
import Testing

@testable import CaseModel

@Suite struct PastTests {
    @Test func `refuses an event of the past that breaks a later decision of the same record`() throws {
        let file = try CaseFile.underWay()
        try file.submit(on: 20)
        let before = file.whole
        let broken = try file.attempt("SUS-0001", "eliminate", on: 15).refusals
        #expect(
            broken.first?.why.hasPrefix("It would break EV-CHARGING, which is recorded on SUS-0001 already:") == true)
        #expect(file.whole == before)
    }

    @Test func `refuses an event of the past that breaks a decision of a record that looks at it`() throws {
        let file = try CaseFile.underWay()
        try file.record("SUB-0001", "submit", on: 15)
        try file.submitAgain(on: 20)
        let before = file.whole
        let refusals = try file.attempt("SUB-0001", "withdraw", on: 18).refusals
        #expect(refusals.map(\.rule) == ["B1.submit_charging"] && refusals[0].why.contains("recorded on SUS-0001"))
        #expect(file.whole == before)
    }

    @Test func `sees what breaks further on, through what follows by itself`() throws {
        let file = try CaseFile.underWay()
        try file.add("SUS-0002", to: "INV-0001")
        try file.add("CHG-0002", to: "SUS-0002")
        try file.record("SUS-0001", "eliminate", on: 12)
        try file.record("SUS-0002", "eliminate", on: 12)
        try file.record("SUB-0001", "withdraw", on: 12)
        try file.record("INV-0001", "pause", on: 30, id: "EV-PAUSE")
        try file.record("CHG-0002", "authorise", on: 13)
        let before = file.whole
        let refusals = try file.attempt("CHG-0002", "charge", on: 14).refusals
        #expect(refusals.map(\.why).contains { $0.hasPrefix("It would break EV-PAUSE") })
        #expect(file.whole == before)
    }

    @Test func `takes the past as it happened and breaks nothing further thereby`() throws {
        let file = try CaseFile.underWay()
        try file.submit(on: 20)
        #expect(try file.attempt("SUS-0001", "mark_wanted", on: 15).refusals.count == 1)
        let event = try file.record("SUS-0001", "mark_wanted", on: 15, asHappened: true)
        #expect(try !event.asHappened && file.state("SUS-0001") == "SUBMITTED")
        let suspect = try file.dossier("SUS-0001")
        let marks = suspect.events.filter(\.isMark)
        let mark = try #require(marks.first)
        let (_, index) = try #require(file.docket.event("EV-CHARGING"))
        #expect(mark.supplements == suspect.events[index].seq && mark.after == event.id && mark.isUnreviewed)
        #expect(mark.known == CaseFile.day(15) || mark.known == suspect.events[index].known)
        // What was broken before is not held against what comes next.
        try file.record("SUS-0001", "rearrest", on: 14)
        #expect(try file.state("SUS-0001") == "SUBMITTED")
    }

    @Test func `takes an occurrence with its breach, and refuses a decision with one`() throws {
        let file = try CaseFile.underWay()
        #expect(try file.attempt("SUS-0001", "located", on: 12).refusals.count == 1)
        let event = try file.record("SUS-0001", "located", on: 12, asHappened: true)
        #expect(try event.asHappened && file.state("SUS-0001") == "IDENTIFIED")
        #expect(try file.attempt("SUS-0001", "unschedule", on: 13, asHappened: true).refusals.count == 1)
        #expect(try file.record("SUS-0001", "arrest", on: 14, asHappened: true).asHappened == false)
    }

    @Test func `strikes nothing that something later needs, unless it is told to`() throws {
        let file = try CaseFile.underWay()
        try file.submit(on: 20)
        let before = file.whole
        let refusals = try file.strike("EV-ARREST", known: 30)
        #expect(refusals.first?.why.contains("EV-CHARGING") == true)
        #expect(file.whole == before)
        #expect(try file.strike("EV-ARREST", known: 30, evenIfBroken: true).isEmpty)
        #expect(try file.codes("SUS-0001", at: 12, known: 29) == ["B1:UNDER_INVESTIGATION"])
        #expect(try file.codes("SUS-0001", at: 12, known: 30) == ["B1:IDENTIFIED"])
    }

    @Test func `strikes once only, and never before it became known`() throws {
        let file = try CaseFile.underWay()
        try file.record("VIC-0001", "first_account", on: 5, known: 15, id: "EV-ACCOUNT")
        #expect(try file.strike("EV-ACCOUNT", known: 14).first?.why.contains("before it became known") == true)
        #expect(try file.strike("EV-ACCOUNT", known: 15).isEmpty)
        #expect(try file.strike("EV-ACCOUNT", known: 16).first?.why == "EV-ACCOUNT is struck already.")
        #expect(try file.codes("VIC-0001", at: 15, known: 15) == ["C1:POTENTIAL"])
    }

    @Test func `holds an event until a second person approves it, and then lets it take effect from its day`() throws {
        let file = try CaseFile.underWay()
        try file.record("SUS-0001", "police_nfa", on: 20, id: "EV-NFA")
        #expect(try file.state("SUS-0001") == "UNDER_INVESTIGATION")
        let before = file.whole
        #expect(
            try file.approve("EV-NFA", by: "dana", as: [.supervisor], on: 22).first?.why.contains("second person")
                == true)
        #expect(try file.approve("EV-NFA", as: [.officer, .dpo], on: 22).first?.who == ["supervisor", "inspector"])
        #expect(try file.approve("EV-ARREST", as: [.supervisor], on: 22).first?.why == "EV-ARREST needs no approval.")
        #expect(file.whole == before)
        #expect(try file.approve("EV-NFA", as: [.supervisor], on: 22).isEmpty)
        #expect(try file.state("SUS-0001") == "NFA_POLICE")
        #expect(try file.codes("SUS-0001", at: 20, known: 21) == ["B1:UNDER_INVESTIGATION"])
        #expect(try file.codes("SUS-0001", at: 20, known: 22) == ["B1:NFA_POLICE"])
        #expect(try file.codes("SUS-0001", at: 19, known: 22) == ["B1:UNDER_INVESTIGATION"])
        #expect(try file.approve("EV-NFA", as: [.inspector], on: 23).first?.why == "EV-NFA is approved already.")
        #expect(file.docket.tick >= Place.start(of: CaseFile.day(20)))
    }

    @Test func `completes an investigation by two people`() throws {
        let file = try CaseFile.underWay()
        try file.record("SUS-0001", "eliminate", on: 12)
        try file.record("SUB-0001", "withdraw", on: 12)
        try file.record("INV-0001", "complete", on: 20, id: "EV-COMPLETE")
        #expect(try file.state("INV-0001") == "ACTIVE")
        try file.add("SUS-0002", on: 21)
        #expect(try file.approve("EV-COMPLETE", as: [.inspector], on: 25).isEmpty)
        #expect(try file.state("INV-0001") == "COMPLETED")
    }

    @Test func `does not approve what the rules allow no longer`() throws {
        let file = try CaseFile.underWay()
        try file.record("SUS-0001", "police_nfa", on: 20, id: "EV-NFA")
        try file.submit(on: 21)
        let before = file.whole
        let refusals = try file.approve("EV-NFA", as: [.supervisor], on: 22)
        #expect(refusals.first?.why.contains("EV-CHARGING") == true)
        #expect(file.whole == before)
        #expect(try file.strike("EV-NFA", known: 23).isEmpty)
        #expect(try file.approve("EV-NFA", as: [.supervisor], on: 24).first?.why == "EV-NFA is struck.")
    }

    @Test func `refuses a record of the past that breaks a decision, or takes it and marks what it breaks`() throws {
        let file = try CaseFile.underWay()
        try file.record("SUS-0001", "eliminate", on: 12)
        try file.record("SUB-0001", "withdraw", on: 12)
        try file.record("INV-0001", "transfer_out", on: 20, id: "EV-OUT")
        let before = file.whole
        #expect(throws: Wrong.self) { try file.add("SUS-0002", on: 15, known: 30) }
        #expect(file.whole == before)
        try file.add("SUS-0002", on: 15, known: 30, asHappened: true)
        let investigation = try file.dossier("INV-0001")
        let marks = investigation.events.filter(\.isMark)
        let mark = try #require(marks.first)
        #expect(mark.after == "SUS-0002" && mark.known == CaseFile.day(30) && mark.struck == nil)
        #expect(try file.state("INV-0001") == "NOT_PROGRESSED")
        // Ruled out before then, nothing is broken any more.
        try file.record("SUS-0002", "eliminate", on: 18, known: 35)
        #expect(investigation.events.first(where: \.isMark)?.struck == CaseFile.day(35))
    }

    @Test func `tells the store of what changed and of nothing else`() throws {
        let file = try CaseFile.underWay()
        let suspect = try file.dossier("SUS-0001")
        suspect.kept = suspect.events.count
        #expect(try file.strike("EV-ARREST", known: 30).isEmpty)
        #expect(suspect.amended == [1] && suspect.isChanged)
    }
}
