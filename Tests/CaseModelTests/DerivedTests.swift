// What follows by itself: the right event, on the right day, from the right cause, known from the right day.

import Lifecycle
import Testing

@testable import CaseModel

@Suite struct DerivedTests {
    @Test func `takes an investigation to court with its first charge, and a victim to witness care`() throws {
        let file = try CaseFile.underWay()
        try file.add("SUP-0001", facts: ["type": .choice("ISVA")], to: "VIC-0001")
        try file.record("VIC-0001", "first_account", on: 5)
        try file.record("VIC-0001", "abe_interview", on: 6)
        try file.charge(on: 20, known: 23)
        #expect(try file.derived("INV-0001") == ["A.first_charge 20 known 23 after EV-CHARGE"])
        #expect(try file.derived("VIC-0001") == ["C1.to_witness_care 20 known 23 after EV-CHARGE"])
        #expect(try file.codes("INV-0001", at: 20, known: 22) == ["A:ACTIVE"])
        #expect(try file.codes("INV-0001", at: 20, known: 23) == ["A:AT_COURT"])
    }

    @Test func `gives an investigation to the prosecutor and takes it back`() throws {
        let file = try CaseFile.underWay()
        try file.submit(on: 20)
        #expect(try file.derived("INV-0001") == ["A.submit_to_cps 20 known 20 after EV-CHARGING"])
        try file.record("SUB-0001", "triage_accept", on: 21)
        try file.record("SUB-0001", "issue_action_plan", on: 30, known: 31, id: "EV-PLAN")
        #expect(try file.derived("SUS-0001") == ["B1.return_to_police 30 known 31 after EV-PLAN"])
        #expect(try file.derived("INV-0001").last == "A.returned_by_cps 30 known 31 after EV-PLAN")
        #expect(try file.state("SUS-0001") == "UNDER_INVESTIGATION" && file.state("INV-0001") == "ACTIVE")
    }

    @Test func `knows what follows only when all that it follows from is known`() throws {
        let file = try CaseFile.underWay()
        try file.record("SUB-0001", "submit", on: 19, known: 50)
        try file.record(
            "SUS-0001", "submit_charging", on: 20, id: "EV-CHARGING",
            fields: ["submission": .reference(Reference(kind: .submission, number: 1))])
        #expect(try file.derived("INV-0001") == ["A.submit_to_cps 20 known 50 after EV-CHARGING"])
        #expect(try file.codes("INV-0001", at: 25, known: 49) == ["A:ACTIVE"])
    }

    @Test func `closes suspect and prosecution with the last charge and finds the investigation work again`() throws {
        let file = try CaseFile.underWay()
        try file.add("PRO-0001", to: "INV-0001")
        try file.add("SUS-0002", to: "INV-0001")
        try file.charge(on: 20)
        try file.record("CHG-0001", "first_hearing", on: 21)
        try file.record("CHG-0001", "send", on: 22)
        try file.record(
            "CHG-0001", "prefer", on: 30, fields: ["prosecution": .reference(Reference(kind: .prosecution, number: 1))])
        try file.record("CHG-0001", "offer_no_evidence", on: 40, known: 44, id: "EV-END")
        let charged = "B1.charged 20 known 20 after EV-CHARGE"
        #expect(try file.derived("SUS-0001") == [charged, "B1.all_acquitted 40 known 44 after EV-END"])
        #expect(try file.derived("PRO-0001") == ["D3.all_closed 40 known 44 after EV-END"])
        #expect(try file.derived("INV-0001").last == "A.court_ended_work_remains 40 known 44 after EV-END")
        #expect(try file.strike("EV-END", known: 50).isEmpty)
        #expect(try file.derived("SUS-0001") == [charged] && file.derived("PRO-0001").isEmpty)
        #expect(try file.state("INV-0001") == "AT_COURT" && file.state("SUS-0001") == "CHARGED")
        #expect(try file.codes("INV-0001", at: 45, known: 49) == ["A:ACTIVE"])
        #expect(try file.codes("INV-0001", at: 45, known: 50) == ["A:AT_COURT"])
    }

    @Test func `asks a prosecution again when the event is struck that linked a charge to it`() throws {
        let file = try CaseFile.underWay()
        for pro in ["PRO-0001", "PRO-0002"] { try file.add(pro, to: "INV-0001") }
        try file.charge(on: 20)
        try file.record("CHG-0001", "first_hearing", on: 21)
        try file.record("CHG-0001", "send", on: 22)
        for (number, event, day) in [(1, "prefer", 30), (2, "sever", 31)] {
            try file.record(
                "CHG-0001", event, on: day, id: "EV-\(event)",
                fields: ["prosecution": .reference(Reference(kind: .prosecution, number: number))])
        }
        try file.record("CHG-0001", "stay", on: 40, id: "EV-STAY")
        #expect(try file.state("PRO-0001") == "POST_CHARGE" && file.state("PRO-0002") == "FINALISED")
        #expect(try file.strike("EV-sever", known: 50).isEmpty)
        #expect(try file.state("PRO-0001") == "FINALISED" && file.state("PRO-0002") == "POST_CHARGE")
    }

    @Test func `lets nothing pass through the investigation that a suspect passes through at once`() throws {
        let file = try CaseFile.underWay()
        try file.record("SUB-0001", "submit", on: 15)
        try file.record("SUB-0001", "triage_accept", on: 16)
        try file.submitAgain(on: 20)
        try file.record("SUB-0001", "issue_action_plan", on: 21)
        #expect(try file.state("INV-0001") == "ACTIVE" && file.state("SUS-0001") == "UNDER_INVESTIGATION")
    }

    @Test func `strikes with the cause what follows from it, and neither lets be struck alone`() throws {
        let file = try CaseFile.underWay()
        try file.charge(on: 20)
        let (investigation, index) = try #require(file.docket.event(derivedID(file)))
        let event = investigation.events[index]
        let alone = try file.strike(event.id, known: 30)
        #expect(
            alone.first?.why == "\(event.id) follows from other events: strike EV-CHARGE, of which it is a consequence."
        )
        #expect(try file.strike("EV-CHARGE", known: 30).first?.why.contains("EV-PRIMARY") == true)
        #expect(try file.strike("EV-PRIMARY", known: 30).isEmpty)
        #expect(try file.strike("EV-CHARGE", known: 31).isEmpty)
        #expect(try file.derived("INV-0001").isEmpty && file.state("INV-0001") == "ACTIVE")
        #expect(investigation.events[index].struck == CaseFile.day(31))
        #expect(try file.codes("INV-0001", at: 25, known: 30) == ["A:AT_COURT"])
        #expect(try file.codes("INV-0001", at: 25, known: 31) == ["A:ACTIVE"])
    }

    private func derivedID(_ file: CaseFile) throws -> String {
        try file.dossier("INV-0001").events.last { $0.derived }?.id ?? ""
    }

    @Test func `moves what follows when an earlier cause comes to light`() throws {
        let file = try CaseFile.underWay()
        try file.add("SUS-0002", to: "INV-0001")
        try file.add("CHG-0002", to: "SUS-0002")
        try file.charge(on: 20)
        try file.record("CHG-0002", "authorise", on: 14, known: 50)
        try file.record("CHG-0002", "charge", on: 15, known: 50, id: "EV-EARLIER")
        #expect(try file.derived("INV-0001") == ["A.first_charge 15 known 50 after EV-EARLIER"])
        #expect(try file.codes("INV-0001", at: 16, known: 49) == ["A:ACTIVE"])
        #expect(try file.codes("INV-0001", at: 16, known: 50) == ["A:AT_COURT"])
        #expect(try file.codes("INV-0001", at: 21, known: 49) == ["A:AT_COURT"])
    }

    @Test func `lets follow what follows from the coming of a record`() throws {
        let file = try CaseFile.underWay()
        try file.submit(on: 20)
        #expect(try file.state("INV-0001") == "WITH_CPS")
        try file.add("SUS-0002", on: 25)
        try file.record("SUS-0002", "identify", on: 25, id: "EV-OTHER")
        #expect(try file.derived("INV-0001").last == "A.returned_by_cps 25 known 25 after EV-OTHER")
    }
}

extension CaseFile {
    /// The suspect's file is listed in a submission that is with the prosecutor already.
    func submitAgain(on day: Int) throws {
        try record(
            "SUS-0001", "submit_charging", on: day,
            fields: ["submission": .reference(Reference(kind: .submission, number: 1))])
    }
}
