// What events open: the right record, for whom it is meant, from the right day, and gone with its cause.

import Lifecycle
import Testing

@testable import CaseModel

extension CaseFile {
    /// An investigation under way whose victim is engaged and is said to have been offended against by the suspect.
    static func accused(goLive: Int = 0) throws -> CaseFile {
        let file = CaseFile(goLive: goLive)
        try file.add("INV-0001")
        try file.add("CRM-0001", to: "INV-0001")
        try file.add("VIC-0001", to: "INV-0001")
        try file.add("SUS-0001", to: "INV-0001")
        try file.record("INV-0001", "accept_for_scoping", on: 1)
        try file.record(
            "INV-0001", "go_live", on: 2, fields: ["crime": .reference(Reference(kind: .crime, number: 1))])
        try file.record("SUS-0001", "identify", on: 3, id: "EV-IDENTIFY")
        try file.record("VIC-0001", "first_account", on: 4, id: "EV-ACCOUNT")
        try file.add("ALG-0001", on: 5, to: "SUS-0001", "VIC-0001")
        return file
    }

    /// What was opened: kind, day begun, day known, what about, for which record, by which event, and where it stands.
    func openedRecords(withFallen: Bool = true) -> [String] {
        docket.opened.compactMap { docket.dossiers[$0] }.compactMap { dossier in
            let state = dossier.state(asOf: .end(of: Self.day(0)))?.rawValue
            let now = dossier.state?.rawValue ?? state ?? ""
            guard withFallen || now != "FALLEN_AWAY", case .text(let trigger)? = dossier.facts["trigger"] ?? .text("")
            else { return nil }
            let days = [dossier.begun, dossier.known].map { $0.number - Self.start.number }
            let about = ["victim", "investigation"].compactMap { dossier.links[$0] }.first
            let whom = about.flatMap { docket.dossiers[$0]?.reference.text } ?? ""
            return "\(dossier.reference.kind.prefix) \(days[0]) known \(days[1]) \(trigger) for \(whom) by "
                + "\(dossier.cause ?? "nothing"): \(now)"
        }
    }
}

@Suite struct OpeningTests {
    private let arrested = "a suspect was arrested"

    @Test func `an arrest opens a duty to tell each linked victim, from its day, known when it was known`() throws {
        let file = try CaseFile.accused()
        try file.record("SUS-0001", "arrest", on: 10, known: 12, id: "EV-ARREST")
        #expect(file.openedRecords() == ["DUT 10 known 12 \(arrested) for VIC-0001 by EV-ARREST: DUE"])
        let duty = try file.dossier("DUT-0001")
        #expect(duty.facts["working_days"] == .count(1) && duty.isNew)
        #expect(try file.codes("DUT-0001", at: 10, known: 12).contains("C3:DUE"))
        #expect(try !file.codes("DUT-0001", at: 10, known: 11).contains("C3:DUE"))
    }

    @Test func `opens nothing for who is not linked, not entitled, or linked only afterwards`() throws {
        let file = try CaseFile.accused()
        try file.add("VIC-0002", to: "INV-0001")
        try file.add("VIC-0003", to: "INV-0001")
        try file.record("VIC-0002", "first_account", on: 5)
        try file.add("ALG-0002", on: 5, to: "SUS-0001", "VIC-0003")
        try file.record("SUS-0001", "arrest", on: 10, id: "EV-ARREST")
        try file.add("ALG-0003", on: 11, to: "SUS-0001", "VIC-0002")
        #expect(file.openedRecords().map { $0.contains("VIC-0001") } == [true])
    }

    @Test func `opens for an allegation that comes to light later, known from then`() throws {
        let file = try CaseFile.accused()
        try file.add("VIC-0002", to: "INV-0001")
        try file.record("VIC-0002", "first_account", on: 5)
        try file.record("SUS-0001", "arrest", on: 10, id: "EV-ARREST")
        try file.add("ALG-0002", on: 6, known: 30, to: "SUS-0001", "VIC-0002")
        #expect(
            file.openedRecords() == [
                "DUT 10 known 10 \(arrested) for VIC-0001 by EV-ARREST: DUE",
                "DUT 10 known 30 \(arrested) for VIC-0002 by EV-ARREST: DUE",
            ])
    }

    @Test func `opens nothing for what happened before the store went live, and costs nothing then`() throws {
        let file = try CaseFile.accused(goLive: 15)
        try file.record("SUS-0001", "arrest", on: 10, id: "EV-ARREST")
        try file.record("VIC-0001", "tell", on: 11)
        try file.add("ALG-0002", on: 6, known: 30, to: "SUS-0001", "VIC-0001")
        #expect(file.openedRecords().isEmpty)
        try file.record("SUS-0001", "rearrest", on: 15, id: "EV-AGAIN")
        #expect(file.openedRecords() == ["DUT 15 known 15 \(arrested) for VIC-0001 by EV-AGAIN: DUE"])
        #expect(try file.strike("EV-ARREST", known: 40, evenIfBroken: true).isEmpty)
        #expect(file.openedRecords().count == 1)
    }

    @Test func `what a struck event opened falls away, and what was believed of it stays on record`() throws {
        let file = try CaseFile.accused()
        try file.record("SUS-0001", "arrest", on: 10, id: "EV-ARREST")
        #expect(try file.strike("EV-ARREST", known: 20).isEmpty)
        #expect(file.openedRecords() == ["DUT 10 known 10 \(arrested) for VIC-0001 by EV-ARREST: FALLEN_AWAY"])
        #expect(try file.codes("DUT-0001", at: 10, known: 19).contains("C3:DUE"))
        #expect(try file.codes("DUT-0001", at: 10, known: 20).contains("C3:FALLEN_AWAY"))
        let event = try #require(try file.dossier("DUT-0001").events.last)
        let (home, index) = try #require(file.docket.event("EV-ARREST"))
        #expect(event.derived && event.cause == home.events[index].seq && event.known == CaseFile.day(20))
    }

    @Test func `falls away when the victim proves not to have been entitled, and comes back when that was wrong`()
        throws
    {
        let file = try CaseFile.accused()
        try file.record("SUS-0001", "arrest", on: 10, id: "EV-ARREST")
        try file.record("VIC-0001", "decline", on: 8, known: 20, id: "EV-DECLINE")
        #expect(file.openedRecords().map { $0.hasSuffix("FALLEN_AWAY") } == [true])
        #expect(try file.strike("EV-DECLINE", known: 25).isEmpty)
        #expect(file.openedRecords() == ["DUT 10 known 10 \(arrested) for VIC-0001 by EV-ARREST: DUE"])
        #expect(try file.codes("DUT-0001", at: 10, known: 22).contains("C3:FALLEN_AWAY"))
        #expect(try file.codes("DUT-0001", at: 10, known: 25).contains("C3:DUE"))
    }

    @Test func `does not take away what somebody has acted on`() throws {
        let file = try CaseFile.accused()
        try file.record("SUS-0001", "arrest", on: 10, id: "EV-ARREST")
        try file.record("DUT-0001", "notify", on: 11, id: "EV-NOTIFY")
        #expect(try file.strike("EV-ARREST", known: 20).isEmpty)
        #expect(try file.state("DUT-0001") == "MET")
        #expect(try file.strike("EV-NOTIFY", known: 21).isEmpty)
        #expect(try file.state("DUT-0001") == "FALLEN_AWAY")
    }

    @Test func `one contact meets every duty then due, and none that comes later`() throws {
        let file = try CaseFile.accused()
        try file.record("SUS-0001", "arrest", on: 10)
        try file.record("SUS-0001", "rearrest", on: 10)
        try file.add("CUS-0001", on: 10, to: "SUS-0001")
        try file.record("CUS-0001", "bail", on: 10, fields: ["return_on": .day(CaseFile.day(20))])
        #expect(file.openedRecords().count == 2)
        try file.record("VIC-0001", "tell", on: 11, id: "EV-TELL")
        #expect(file.openedRecords().map { $0.hasSuffix(": MET") } == [true, true])
        #expect(try file.derived("DUT-0001") == ["C3.told 11 known 11 after EV-TELL"])
        try file.record("SUS-0001", "rearrest", on: 15)
        #expect(file.openedRecords().map { $0.hasSuffix(": MET") } == [true, true, false])
        try file.record("VIC-0001", "tell", on: 30, id: "EV-LATE")
        #expect(try file.state("DUT-0003") == "MET_LATE")
        #expect(try file.strike("EV-TELL", known: 40).isEmpty)
        #expect(try file.state("DUT-0001") == "MET_LATE" && file.state("DUT-0002") == "MET_LATE")
        #expect(try file.derived("DUT-0001") == ["C3.told_late 30 known 40 after EV-LATE"])
    }

    @Test func `a standing wish not to be told excepts without asking, until it is taken back`() throws {
        let file = try CaseFile.accused()
        try file.record("VIC-0001", "opt_out", on: 6)
        try file.record("SUS-0001", "arrest", on: 10, id: "EV-ARREST")
        #expect(try file.state("DUT-0001") == "EXCEPTED")
        #expect(try file.derived("DUT-0001") == ["C3.except_standing 10 known 10 after EV-ARREST"])
        try file.record("VIC-0001", "opt_in", on: 12)
        #expect(try file.state("DUT-0001") == "EXCEPTED")
        try file.record("SUS-0001", "rearrest", on: 15, id: "EV-AGAIN")
        #expect(try file.state("DUT-0002") == "DUE")
        try file.record("VIC-0001", "opt_out", on: 15, id: "EV-OUT")
        #expect(try file.derived("DUT-0002") == ["C3.except_standing 15 known 15 after EV-OUT"])
        // A change of the past walks all of this anew, and nothing of it is another thereby.
        let before = file.openedRecords()
        let events = try file.dossier("DUT-0001").events.count
        try file.record("VIC-0001", "tell", on: 9)
        #expect(try file.openedRecords() == before && file.dossier("DUT-0001").events.count == events)
    }

    @Test func `gives five working days to a victim without enhanced rights`() throws {
        let file = try CaseFile.accused()
        try file.record("VIC-0001", "assess_needs", on: 6, id: "EV-NEEDS", fields: ["enhanced_rights": .flag(false)])
        try file.record("SUS-0001", "arrest", on: 10, id: "EV-ARREST")
        #expect(try file.dossier("DUT-0001").facts["working_days"] == .count(5))
        #expect(try file.strike("EV-NEEDS", known: 20).isEmpty)
        #expect(try file.state("DUT-0001") == "FALLEN_AWAY")
        #expect(try file.dossier("DUT-0002").facts["working_days"] == .count(1))
    }

    @Test func `a refused change takes back what it opened and what fell away with it`() throws {
        let file = try CaseFile.accused()
        try file.record("SUS-0001", "arrest", on: 10, id: "EV-ARREST")
        try file.add("SUB-0001", to: "INV-0001")
        try file.submit(on: 20)
        let before = file.whole
        #expect(try file.strike("EV-ARREST", known: 30).count == 1)
        #expect(file.whole == before)
        // Another arrest in the past would open a duty; the submission that follows would not stand.
        #expect(try file.attempt("SUS-0001", "eliminate", on: 15).refusals.count == 1)
        #expect(file.whole == before)
    }

    @Test func `a held event opens nothing until it is approved`() throws {
        let file = try CaseFile.accused()
        try file.record("SUS-0001", "arrest", on: 10)
        try file.record("SUS-0001", "police_nfa", on: 20, id: "EV-NFA")
        #expect(file.openedRecords().count == 1)
        #expect(try file.approve("EV-NFA", as: [.supervisor], on: 22).isEmpty)
        #expect(
            file.openedRecords().dropFirst() == [
                "DUT 20 known 22 the police take no further action against a suspect for VIC-0001 by EV-NFA: DUE",
                "VRR 20 known 22 no further action by the police for VIC-0001 by EV-NFA: OFFERED",
            ])
    }

    @Test func `tells a victim once of several counts of one day, and by another count if the first is struck`() throws
    {
        let file = try CaseFile.accused()
        try file.record("SUS-0001", "arrest", on: 10)
        for charge in ["CHG-0001", "CHG-0002"] {
            try file.add(charge, on: 11, to: "SUS-0001", "VIC-0001")
            try file.record(charge, "authorise", on: 12)
            try file.record(charge, "charge", on: 13, id: "EV-\(charge)")
        }
        let charged = "DUT 13 known 13 a suspect was charged for VIC-0001 by"
        #expect(file.openedRecords().dropFirst() == ["\(charged) EV-CHG-0001: DUE"])
        #expect(try file.strike("EV-CHG-0001", known: 13).isEmpty)
        #expect(
            file.openedRecords().dropFirst() == [
                "\(charged) EV-CHG-0001: FALLEN_AWAY", "\(charged) EV-CHG-0002: DUE",
            ])
    }

    @Test func `says where nobody is linked whom an arrest concerns`() throws {
        let file = try CaseFile.underWay(goLive: 0)
        let (home, index) = try #require(file.docket.event("EV-ARREST"))
        #expect(!file.docket.concernsNobody(home, index))
        let other = try CaseFile.accused()
        try other.add("SUS-0002", on: 6, to: "INV-0001")
        try other.record("SUS-0002", "identify", on: 7)
        try other.record("SUS-0002", "arrest", on: 8, id: "EV-ARREST")
        let (alone, place) = try #require(other.docket.event("EV-ARREST"))
        #expect(other.docket.concernsNobody(alone, place) && other.openedRecords().isEmpty)
    }
}
