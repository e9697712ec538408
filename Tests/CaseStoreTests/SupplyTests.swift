// Later fields of an event: supplied by who may, typed and sealed as the others, shown, struck, taken out and in again.
import CaseModel
import CaseStore
import Interchange
import KeyRing
import Lifecycle
import Rows
import SQLite
import Testing
import Vault

@Suite struct `Supplying fields of an event` {
    let scratch: Scratch

    init() throws { scratch = try .withCasework() }

    @discardableResult
    private func supply(
        _ fields: [String: Scalar], to id: String = "EV-ARREST0002", known: String? = nil, as user: String = "officer"
    ) throws -> [EventView] {
        let line = SupplyLine(event: id, known: try known.map { try #require(Day($0)) }, fields: fields)
        return try scratch.with(user) { try $0.supply(line) }
    }

    private func arrest(as user: String = "inspector") throws -> EventView {
        try #require(try scratch.history("SUS-0002", as: user).first { $0.event.id == "EV-ARREST0002" })
    }

    @Test func `puts them with the event, and says who gave them and when`() throws {
        let views = try supply(["station": .text("Weirside"), "grounds": .text("A fictional account")])
        #expect(views.count == 1 && views.first?.event.id == "EV-ARREST0002")
        #expect(views.first?.event.fields["station"] == .text("Weirside"))
        let view = try arrest()
        #expect(view.event.fields == views.first?.event.fields)
        #expect(view.supplies.map(\.event.recorder) == ["officer"])
        #expect(view.supplies.first?.event.fields.keys.sorted() == ["grounds", "station"])
        #expect(try scratch.state("SUS-0002") == "UNDER_INVESTIGATION")
        #expect(try scratch.history("SUS-0002").count == 2)
        #expect(try scratch.with("inspector") { try $0.check().isWhole })
    }

    @Test func `seals the text of them, for who may open it alone`() throws {
        try supply(["station": .text("Weirside")])
        let sealed = try arrest(as: "dpo")
        #expect(sealed.event.fields == ["station": .text(Event.mask)])
        #expect(sealed.supplies.first?.event.fields == ["station": .text(Event.mask)])
        let intruder = try Intruder(scratch, as: "publisher")
        #expect(try !intruder.reads("Weirside"))
        try intruder.vault.close()
        let officer = try Intruder(scratch, as: "officer")
        #expect(try officer.reads("Weirside"))
        try officer.vault.close()
    }

    @Test func `refuses what was given already, and says that it is a correction`() throws {
        try supply(["station": .text("Weirside")])
        let refusal = try scratch.refused { try supply(["station": .text("Tarnside")]) }
        #expect(refusal.rule == "B1.arrest")
        #expect(refusal.missing == ["station: nothing, for it was given already; another value is a correction"])
        #expect(try arrest().event.fields["station"] == .text("Weirside"))
    }

    @Test func `refuses a field that the rule has not, and a value that the field cannot hold`() throws {
        #expect(
            try scratch.refused { try supply(["colour": .text("a secret")]) }.missing == ["colour: no field of arrest"])
        try scratch.record("bail", "CUS-0001", on: "2020-03-02", as: "officer", by: Scratch.custodyOfficer)
        let bail = try #require(try scratch.history("CUS-0001").last?.event.id)
        for value in ["soon", "2020-02-30"] {
            #expect(try scratch.refused { try supply(["return_on": .text(value)], to: bail) }.missing == ["return_on"])
        }
        let early = try scratch.refused { try supply(["return_on": .text("2020-03-01")], to: bail) }
        #expect(early.missing == ["return_on: a day not before the day of the event"])
        try supply(["return_on": .text("2020-03-20")], to: bail)
        #expect(try scratch.history("CUS-0001").last?.event.fields["return_on"]?.day?.iso == "2020-03-20")
    }

    @Test(arguments: [("care", true), ("publisher", true), ("custodian", true), ("dpo", false)])
    func `is not for who could not record the event`(_ user: String, _ isTurnedAway: Bool) throws {
        if isTurnedAway {
            #expect(try scratch.turnedAway { try supply(["station": .text("X")], as: user) }.kind == .notPermitted)
        } else {
            let refusal = try scratch.refused { try supply(["station": .text("X")], as: user) }
            #expect(refusal.who == ["officer", "supervisor", "inspector"])
        }
        #expect(try arrest().supplies.isEmpty)
    }

    @Test func `turns away what can be no supplement`() throws {
        #expect(try scratch.turnedAway { try supply(["station": .text("X")], to: "EV-NOWHERE001") }.kind == .badData)
        #expect(try scratch.turnedAway { try supply([:]) }.kind == .badData)
        #expect(try scratch.turnedAway { try supply(["station": .text("X")], known: "2090-01-01") }.kind == .badData)
        _ = try scratch.refused { try supply(["station": .text("X")], known: "2020-03-01") }
        let views = try supply(["station": .text("X")])
        let supplement = try #require(views.first?.supplies.first?.event.id)
        _ = try scratch.refused { try supply(["grounds": .text("X")], to: supplement) }
        _ = try scratch.refused { try scratch.with("inspector") { try $0.approve(supplement) } }
        _ = try scratch.with("officer") { try $0.correct(CorrectLine(event: "EV-ARREST0002", reason: "A mistake")) }
        _ = try scratch.refused { try supply(["grounds": .text("X")]) }
    }

    @Test func `is struck by its own id, and may then be supplied anew`() throws {
        let supplement = try #require(try supply(["station": .text("Weirside")]).first?.supplies.first?.event.id)
        let line = CorrectLine(event: supplement, reason: "The other station")
        let answer = try scratch.with("officer") { try $0.correct(line) }
        #expect(answer.first?.event.id == "EV-ARREST0002" && answer.first?.event.fields["station"] == nil)
        #expect(answer.first?.supplies.first?.reason == "The other station")
        var view = try arrest()
        #expect(view.event.fields["station"] == nil && view.supplies.first?.event.struck != nil)
        #expect(view.supplies.first?.event.fields["station"] == .text("Weirside"))
        #expect(view.supplies.first?.reason == "The other station")
        try supply(["station": .text("Tarnside")])
        view = try arrest()
        #expect(view.event.fields["station"] == .text("Tarnside") && view.supplies.count == 2)
        _ = try scratch.refused { try scratch.with("officer") { try $0.correct(line) } }
        #expect(try scratch.with("inspector") { try $0.check().isWhole })
    }

    @Test func `is one line of the log, which says the fields and not what is in them`() throws {
        let size = try scratch.with("dpo") { try $0.log(LogFilter()) }.count
        try supply(["station": .text("Weirside"), "grounds": .text("A fictional account")])
        let log = try scratch.with("dpo") { try $0.log(LogFilter(verb: "alteration")) }
        #expect(log.last?.words == "supplied to EV-ARREST0002, giving grounds, station")
        #expect(
            log.last?.subjects.map(\.text) == ["SUS-0002"]
                && log.allSatisfy { !$0.detail.joined().contains("Weirside") })
        #expect(try scratch.with("dpo") { try $0.log(LogFilter()) }.count > size)
    }

    @Test func `links what a field names, from the day on which that became known`() throws {
        try scratch.record(
            "bail_for_dpp", "CUS-0001", on: "2020-03-02", known: "2020-03-02", as: "officer", by: Scratch.custodyOfficer
        )
        let line = AddLine(
            kind: .submission, ref: nil, links: [.investigation: try #require(Reference("INV-0001"))],
            on: try #require(Day("2020-01-20")), known: nil, fields: [:])
        _ = try scratch.with("supervisor") { try $0.add(line) }
        let bail = try #require(try scratch.history("CUS-0001").last?.event.id)
        try supply(["submission": .text("SUB-0001")], to: bail, known: "2020-05-01")
        let shown = try scratch.with("officer") { try $0.show(#require(Reference("CUS-0001"))) }
        #expect(shown.links["submission"]?.text == "SUB-0001")
        let intruder = try Intruder(scratch, as: "officer")
        let known = try intruder.vault.connection.all(
            """
            SELECT s.known_from FROM span s JOIN span_code c ON c.id = s.code JOIN record r ON r.id = s.record
            WHERE c.code = 'CUS>submission' AND r.kind = 'custody'
            """
        ) { Day(number: try $0.int(0)).iso }
        try intruder.vault.close()
        #expect(known == ["2020-05-01"])
        #expect(try scratch.with("inspector") { try $0.check().isWhole })
    }

    @Test func `goes out with an export and comes in again, struck ones with it`() throws {
        let first = try #require(try supply(["station": .text("Weirside")]).first?.supplies.first?.event.id)
        _ = try scratch.with("officer") { try $0.correct(CorrectLine(event: first, reason: "The other station")) }
        try supply(["station": .text("Tarnside"), "grounds": .text("A fictional account")], known: "2020-04-01")
        var lines = ""
        _ = try scratch.with("inspector") { try $0.export { lines += $0 } }
        #expect(lines.contains(#"{"supply":"EV-ARREST0002","id":"\#(first)","#))
        let other = try Scratch()
        try other.found()
        let outcome = try other.take(lines, as: "inspector")
        #expect(outcome.faults.map(\.text) == [])
        let mine = try scratch.history("SUS-0002"), theirs = try other.history("SUS-0002")
        #expect(mine.map(\.event.fields) == theirs.map(\.event.fields))
        #expect(mine.flatMap(\.supplies).map(\.event.id) == theirs.flatMap(\.supplies).map(\.event.id))
        #expect(theirs.flatMap(\.supplies).map { $0.event.struck != nil } == [true, false])
        var again = ""
        _ = try other.with("inspector") { try $0.export { again += $0 } }
        #expect(again == lines)
        #expect(try other.with("inspector") { try $0.check().isWhole })
    }

    @Test func `a faulty line of a file is told, and what leans on it is not at fault`() throws {
        let outcome = try scratch.take(
            """
            {"supply":"EV-NOWHERE001","fields":{"station":"Weirside"}}
            {"supply":"EV-ARREST0002","fields":{"station":7}}
            {"supply":"EV-ARREST0002","fields":{}}
            {"supply":"EV-ARREST0002"}
            {"supply":"EV-ARREST0002","id":"EV-LOST000001","known":"2020-03-03","fields":{"colour":"red"}}
            {"correct":"EV-LOST000001","reason":"A mistake"}
            {"supply":"EV-ARREST0002","known":"2020-03-03","fields":{"station":"Weirside"}}

            """, as: "inspector", dryRun: true)
        #expect(outcome.faults.map(\.line) == [1, 2, 3, 4, 5])
    }
}
