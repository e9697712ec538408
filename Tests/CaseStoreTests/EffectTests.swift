// What events open, through the door: numbered, told, taken out and in again, and what an accepted change leaves marked.
import CaseModel
import CaseStore
import Interchange
import Lifecycle
import Testing

@Suite struct `What events open, through the door` {
    let scratch: Scratch

    init() throws {
        scratch = try .withCasework(goLive: "2020-03-01")
        let more = """
            {"record":"first_account","ref":"VIC-0001","id":"EV-ACCOUNT001","on":"2020-02-01","known":"2020-02-01"}
            {"add":"allegation","ref":"ALG-0001","suspect":"SUS-0001","victim":"VIC-0001","on":"2020-02-01","known":"2020-02-01"}
            {"record":"identify","ref":"SUS-0001","id":"EV-KNOWN00001","on":"2020-02-03","known":"2020-02-03"}

            """
        try #require(scratch.take(more, as: "inspector").faults.map(\.text) == [])
    }

    private func duties(_ user: String = "inspector") throws -> [String] {
        try scratch.with(user) { try $0.list(.duty) }.map { "\($0.reference.text) \($0.state?.rawValue ?? "")" }
    }

    @Test func `an arrest is answered with the duty that it opened, which both agencies see`() throws {
        let views = try scratch.record("arrest", "SUS-0001", on: "2020-03-10", known: "2020-03-10", as: "officer")
        let id = try #require(views.first?.event.id)
        let duty = try Opened(
            #require(Reference("DUT-0001")), about: Reference("VIC-0001"), trigger: "a suspect was arrested", cause: id)
        #expect(views.first?.opened == [duty] && views.first?.concernsNobody == false)
        #expect(try scratch.history("SUS-0001").last?.opened == [duty])
        for user in ["officer", "care"] { #expect(try duties(user).count == 1) }
        let record = try scratch.with("care") { try $0.show(duty.reference) }
        #expect(record.links["victim"] == Reference("VIC-0001") && record.begun == Day("2020-03-10"))
        #expect(record.fields["working_days"] == .count(1) && record.fields["cause"] == .text(id))
        #expect(try scratch.with("inspector") { try $0.check().isWhole })
    }

    @Test func `says where nobody is linked, and nothing where nothing would be opened`() throws {
        #expect(
            try scratch.record("rearrest", "SUS-0002", on: "2020-03-10", as: "officer").first?.concernsNobody == true)
        let early = try scratch.record("mark_wanted", "SUS-0002", on: "2020-02-28", as: "officer", asHappened: "Late")
        #expect(early.first?.concernsNobody == false)
    }

    @Test func `an allegation that is added later opens what earlier arrests ask for, and is answered with it`() throws
    {
        let line = AddLine(
            kind: .allegation,
            links: [.suspect: try #require(Reference("SUS-0002")), .victim: try #require(Reference("VIC-0001"))],
            on: try #require(Day("2020-02-01")))
        let (_, opened) = try scratch.with("officer") { try $0.adding(line) }
        #expect(opened.map(\.reference.text) == ["DUT-0001"] && opened.first?.cause == "EV-ARREST0002")
    }

    @Test func `a correction takes away what the struck event opened, and says so`() throws {
        let views = try scratch.record("arrest", "SUS-0001", on: "2020-03-10", known: "2020-03-10", as: "officer")
        let id = try #require(views.first?.event.id)
        let struck = try scratch.with("officer") { try $0.correct(CorrectLine(event: id, reason: "A mistake")) }
        #expect(struck.map(\.event.name) == ["arrest", "fall_away"])
        #expect(try duties() == ["DUT-0001 FALLEN_AWAY"])
        #expect(try scratch.history("DUT-0001").map(\.event.name) == ["fall_away"])
        #expect(try scratch.with("inspector") { try $0.check().isWhole })
    }

    @Test func `one contact by social care meets the duties of the police`() throws {
        try scratch.record("arrest", "SUS-0001", on: "2020-03-10", known: "2020-03-10", as: "officer")
        try scratch.record("rearrest", "SUS-0001", on: "2020-03-11", known: "2020-03-11", as: "officer")
        let told = try scratch.record(
            "tell", "VIC-0001", on: "2020-03-11", as: "care", ["channel": .text("in person")])
        #expect(told.map(\.event.name) == ["tell", "told", "told"])
        #expect(try duties() == ["DUT-0001 MET", "DUT-0002 MET"])
    }

    @Test func `nobody gives a duty its cause by hand`() throws {
        let line = AddLine(
            kind: .duty, links: [.victim: try #require(Reference("VIC-0001"))], on: try #require(Day("2020-03-10")),
            fields: ["cause": .text("EV-ARREST0002")])
        #expect(try scratch.turnedAway { try scratch.with("officer") { try $0.add(line) } }.kind == .badData)
        #expect(try duties().isEmpty)
    }

    // MARK: - Out and in again

    private func sameAgain(_ references: [String], goLive: String) throws -> Scratch {
        var exported = ""
        _ = try scratch.with("inspector") { try $0.export { exported += $0 } }
        let again = try Scratch()
        try again.found(goLive: goLive)
        #expect(try again.take(exported, as: "inspector").faults.map(\.text) == [])
        for ref in references {
            let (one, other) = (try scratch.history(ref), try again.history(ref))
            #expect(one.map { Told($0) } == other.map { Told($0) }, "\(ref)")
            let reference = try #require(Reference(ref))
            let (first, second) = try (
                scratch.with("inspector") { try $0.show(reference) }, again.with("inspector") { try $0.show(reference) }
            )
            #expect(
                first.fields == second.fields && first.links == second.links && first.state == second.state, "\(ref)")
            #expect(first.begun == second.begun && first.known == second.known)
        }
        for kind in [RecordKind.duty, .review, .retention] {
            let lists = try [scratch, again].map { try $0.with("inspector") { try $0.list(kind).map(\.reference) } }
            #expect(lists[0] == lists[1])
        }
        #expect(try again.with("inspector") { try $0.check().isWhole })
        return again
    }

    @Test(arguments: ["2020-03-01", "2026-01-01"])
    func `what was opened is taken out and in again under its own reference`(_ goLive: String) throws {
        let first = try scratch.record("arrest", "SUS-0001", on: "2020-03-10", known: "2020-03-10", as: "officer")
        try scratch.record("rearrest", "SUS-0001", on: "2020-03-12", known: "2020-03-12", as: "officer")
        try scratch.record("tell", "VIC-0001", on: "2020-03-12", known: "2020-03-12", as: "care")
        let struck = try #require(first.first?.event.id)
        _ = try scratch.with("officer") {
            try $0.correct(CorrectLine(event: struck, reason: "A mistake"), evenIfBroken: true)
        }
        try scratch.record("opt_out", "VIC-0001", on: "2020-03-14", as: "care")
        try scratch.record("rearrest", "SUS-0001", on: "2020-03-15", as: "officer")
        let nfa = try scratch.record(
            "police_nfa", "SUS-0001", on: "2020-06-01", as: "supervisor", ["outcome": .text("15")])
        _ = try scratch.with("inspector") { try $0.approve(#require(nfa.first?.event.id)) }
        #expect(try duties().map { $0.suffix(4) } == ["AWAY", " MET", "PTED", "PTED"])
        _ = try sameAgain(
            ["DUT-0001", "DUT-0002", "DUT-0003", "DUT-0004", "VRR-0001", "SUS-0001", "VIC-0001"], goLive: goLive)
    }

    @Test func `a file without duties opens them from the go-live day on, numbered after the file's own`() throws {
        let file = """
            {"record":"arrest","ref":"SUS-0001","id":"EV-ARREST0001","on":"2020-02-29","known":"2020-02-29"}
            {"record":"rearrest","ref":"SUS-0001","id":"EV-ARREST0003","on":"2020-03-12","known":"2020-03-12"}
            {"add":"duty","ref":"DUT-0001","victim":"VIC-0001","on":"2020-03-13","known":"2020-03-13","fields":{"trigger":"by hand"}}

            """
        #expect(try scratch.take(file, as: "inspector").faults.map(\.text) == [])
        #expect(try duties().map { $0.prefix(8) } == ["DUT-0001", "DUT-0002"])
        let opened = try scratch.history("SUS-0001").flatMap(\.opened)
        #expect(opened.map(\.reference.text) == ["DUT-0002"] && opened.first?.cause == "EV-ARREST0003")
    }

    @Test func `a held event travels as held`() throws {
        let nfa = try scratch.record(
            "police_nfa", "SUS-0002", on: "2020-06-01", as: "supervisor", ["outcome": .text("15")])
        let again = try sameAgain(["SUS-0002"], goLive: "2020-03-01")
        #expect(try again.state("SUS-0002") == "UNDER_INVESTIGATION")
        _ = try again.with("supervisor") { try $0.approve(#require(nfa.first?.event.id)) }
        #expect(try again.state("SUS-0002") == "NFA_POLICE")
    }

    // MARK: - What an accepted change leaves against the rules

    private static let transferred = """
        {"add":"investigation","ref":"INV-0002","on":"2020-01-06","known":"2020-01-06"}
        {"record":"accept_for_scoping","ref":"INV-0002","id":"EV-SCOPED0002","on":"2020-01-06","known":"2020-01-06"}
        {"add":"crime","ref":"CRM-0002","investigation":"INV-0002","on":"2020-01-06","known":"2020-01-06"}
        {"add":"victim","ref":"VIC-0002","investigation":"INV-0002","person":"PER-0001","on":"2020-01-06","known":"2020-01-06"}
        {"record":"go_live","ref":"INV-0002","id":"EV-ACTIVE0002","on":"2020-01-20","known":"2020-01-20","fields":{"crime":"CRM-0002"}}
        {"record":"transfer_out","ref":"INV-0002","id":"EV-TRANSFER01","on":"2020-02-20","known":"2020-02-20","fields":{"receiving_body":"A fictional force"}}

        """

    @Test func `a record that would break what is recorded is not added, unless it was there all the same`() throws {
        try #require(scratch.take(Self.transferred, as: "inspector").faults.map(\.text) == [])
        var line = AddLine(
            kind: .suspect,
            links: [
                .investigation: try #require(Reference("INV-0002")), .person: try #require(Reference("PER-0002")),
            ], on: try #require(Day("2020-02-01")))
        let refusal = try scratch.refused { try scratch.with("officer") { try $0.add(line) } }
        #expect(refusal.rule == "A.transfer_out" && refusal.why.hasPrefix("It would break EV-TRANSFER01"))
        #expect(try scratch.with("inspector") { try $0.list(.suspect).count } == 2)
        line.asHappened = true
        #expect(try scratch.turnedAway { try scratch.with("officer") { try $0.add(line) } }.sentence.contains("reason"))
        line.reason = "Overlooked at the transfer"
        let suspect = try scratch.with("officer") { try $0.add(line) }
        let transfer = try #require(try scratch.history("INV-0002").last)
        let breach = try #require(transfer.breaches.first)
        #expect(breach.reason == "Overlooked at the transfer" && breach.event.after == suspect.text)
        #expect(breach.event.isUnreviewed && transfer.to == "NOT_PROGRESSED")
        let again = try sameAgain(["INV-0002", suspect.text], goLive: "2020-03-01")
        #expect(try again.history("INV-0002").last?.breaches.count == 1)
    }

    @Test func `a correction that is accepted as it happened marks what it leaves against the rules, for review`()
        throws
    {
        let line = CorrectLine(event: "EV-KNOWN00002", reason: "Another person")
        let views = try scratch.with("officer") { try $0.correct(line, evenIfBroken: true) }
        #expect(views.map(\.event.id) == ["EV-KNOWN00002", "EV-ARREST0002"])
        let breach = try #require(views.last?.breaches.first)
        #expect(breach.reason == "Another person" && breach.event.after == "EV-KNOWN00002")
        #expect(try scratch.history("SUS-0002").count == 2)
        _ = try scratch.refused { try scratch.with("inspector") { try $0.approve("EV-ARREST0002") } }
        let reviewed = try scratch.with("supervisor") { try $0.approve(breach.event.id) }
        #expect(reviewed.first?.breaches.first?.event.approver == "supervisor")
        #expect(try scratch.history("SUS-0002").last?.breaches.first?.event.isUnreviewed == false)
        #expect(try scratch.with("inspector") { try $0.check().isWhole })
        // What is right again stands marked no longer.
        try scratch.record("identify", "SUS-0002", on: "2020-02-10", as: "officer")
        #expect(try scratch.history("SUS-0002").last?.breaches.first?.event.struck != nil)
    }

    @Test func `a late event that is accepted as it happened travels as it was accepted`() throws {
        try scratch.record("mark_wanted", "SUS-0002", on: "2020-02-15", as: "officer", asHappened: "Found in a log")
        let arrest = try #require(try scratch.history("SUS-0002").last)
        #expect(arrest.event.name == "arrest")
        _ = try sameAgain(["SUS-0002"], goLive: "2020-03-01")
    }

    /// What a history says of an event, whoever recorded it.
    private struct Told: Equatable {
        let id: String, name: String, when: String, known: Day, struck: Day?, cause: String?
        let fields: [String: FieldValue], asHappened: Bool, derived: Bool, isHeld: Bool
        let from: State?, to: State?, reason: String?, opened: [Opened], breaches: [String]

        init(_ view: EventView) {
            let event = view.event
            (id, name, when, known, struck) = (event.id, event.name, event.when.text, event.known, event.struck)
            (fields, asHappened, derived, cause) = (event.fields, event.asHappened, event.derived, view.cause)
            (from, to, reason, opened) = (view.from, view.to, view.reason, view.opened)
            isHeld = event.believedFrom == nil && event.struck == nil
            breaches = view.breaches.map { "\($0.event.known.iso) \($0.event.after ?? "") \($0.reason ?? "")" }
        }
    }
}
