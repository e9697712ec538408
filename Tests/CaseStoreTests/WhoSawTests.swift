// Who looked at this person, and why? What counts, for whom it was work, and what is left when the person is erased.
import Access
import AuditLog
import CaseModel
import Cryptography
import Interchange
import KeyRing
import Lifecycle
import Rows
import SQLite
import Testing

@testable import CaseStore

@Suite struct `Who saw a person` {
    let scratch: Scratch
    private let person = Reference(kind: .person, number: 2)
    private let suspect = Reference(kind: .suspect, number: 1)

    init() throws { scratch = try .withCasework() }

    private func saw(_ reference: Reference? = nil) throws -> WhoSaw {
        try scratch.with("dpo") { try $0.whoSaw(reference ?? person, for: .lawfulness) }
    }

    private func account(_ name: String, _ reference: Reference? = nil) throws -> Looker? {
        try saw(reference).accounts.first { $0.name == name }
    }

    @Test func `counts what was opened, listed, written out and taken in, of any record of the person, and no figures`()
        throws
    {
        _ = try scratch.with("officer") { store in
            _ = try store.show(person)
            _ = try store.show(suspect)
            _ = try store.history(suspect)
            _ = try store.list(.suspect)
            _ = try store.figures(asAt: try #require(Day("2020-03-01")))
            return try store.show(Reference(kind: .person, number: 3))
        }
        _ = try scratch.with("inspector") { try $0.export { _ in } }
        for asked in [person, suspect] {
            let found = try saw(asked)
            #expect(found.records.map(\.text) == ["PER-0002", "SUS-0001"] && found.shut == 0 && found.erased == nil)
            let officer = try #require(found.accounts.first { $0.name == "officer" })
            #expect(
                officer.deeds.map(\.deed) == [.opened, .history, .listed] && officer.deeds.map(\.times) == [2, 1, 1])
            #expect(officer.looks == 4 && officer.refusals == 0 && officer.entries.count == 4)
            #expect(officer.entries == officer.entries.sorted() && officer.first < officer.last)
            #expect(officer.roles == [.officer] && officer.organisation == .police)
            #expect(officer.deeds[0].records == [person, suspect])
            let inspector = try #require(found.accounts.first { $0.name == "inspector" })
            #expect(inspector.deeds.map(\.deed) == [.takenOut, .takenIn])
            #expect(
                inspector.recipients.map(\.name).allSatisfy { $0.contains("inspector") }
                    && inspector.recipients.count == 1)
        }
    }

    @Test func `agrees with the log line by line`() throws {
        for user in ["officer", "supervisor", "officer"] { _ = try scratch.with(user) { try $0.history(suspect) } }
        let found = try saw()
        let views = try scratch.with("dpo") { try $0.log(LogFilter(about: person)) }.filter { $0.seq < found.size - 1 }
        let entries = found.accounts.flatMap(\.entries).filter { $0 < found.size - 1 }.sorted()
        #expect(entries == views.map(\.seq) && found.entries == entries.count + 1)
        for account in found.accounts {
            #expect(account.entries.count == account.deeds.reduce(0) { $0 + $1.times })
            #expect(account.reasons.values.reduce(0, +) == account.entries.count)
            #expect(account.own + account.others + account.nobody + account.refusals == account.entries.count)
        }
    }

    @Test func `says whose work the person was on the day, and for whom somebody stood in`() throws {
        _ = try scratch.with("officer") { try $0.show(person) }
        _ = try scratch.with("supervisor") { store in
            try store.add(
                AddLine(
                    kind: .allocation, links: [.suspect: suspect], on: try #require(Day("2026-05-28")),
                    fields: ["to": .text("officer")]))
        }
        scratch.moment += 86_400_000
        for user in ["officer", "supervisor"] { _ = try scratch.with(user) { try $0.show(person) } }
        let officer = try #require(try account("officer")), supervisor = try #require(try account("supervisor"))
        #expect((officer.own, officer.others) == (1, 0) || (officer.own, officer.nobody) == (2, 0))
        #expect(supervisor.others >= 1 && supervisor.holders == ["officer"])
    }

    @Test func `of a record about nobody tells of that record alone`() throws {
        let crime = Reference(kind: .crime, number: 1)
        _ = try scratch.with("officer") { store in
            _ = try store.show(Reference(kind: .investigation, number: 1))
            return try store.show(crime)
        }
        let officer = try #require(try account("officer", crime))
        #expect(officer.looks == 1 && officer.deeds.first?.records == [crime])
    }

    @Test func `names nobody for somebody at whom nobody looked but who asks, and is asked of every account's role`()
        throws
    {
        let found = try saw(Reference(kind: .person, number: 3))
        #expect(found.accounts.map(\.name) == ["inspector", "dpo"])
        #expect(found.accounts.last?.deeds.map(\.deed) == [.log])
    }

    @Test func `says of an erased person what can still be said, and ties nothing new to them`() throws {
        _ = try scratch.with("officer") { try $0.show(suspect) }
        try scratch.with("custodian") { store in
            store.reason = Reason(.dataRights)
            _ = try store.destroyKeys(of: person)
        }
        let before = try scratch.with("dpo") { try $0.connection.leaves(about: $0.row(person).subject) }
        let found = try saw()
        let erased = try #require(found.erased)
        #expect(erased.acts.map(\.actor) == ["custodian"] && erased.lost >= 2)
        #expect(erased.actors.map(\.name).contains("officer") && !erased.actors.map(\.name).contains("care"))
        #expect(erased.actors.reduce(0) { $0 + $1.entries } == erased.lost)
        #expect(found.accounts.isEmpty)
        #expect(try scratch.with("dpo") { try $0.connection.leaves(about: $0.row(person).subject) } == before)
        let log = try scratch.with("dpo") { try $0.log(LogFilter(actor: "officer")) }
        #expect(log.contains { $0.words == ActWords.lost })
    }

    @Test func `and what an account did is told day by day, with what is worth a question`() throws {
        _ = try scratch.with("supervisor") { store in
            try store.add(
                AddLine(
                    kind: .allocation, links: [.suspect: suspect], on: try #require(Day("2026-05-28")),
                    fields: ["to": .text("supervisor")]))
        }
        // A Tuesday's noon, and the night after it.
        scratch.moment = try #require(LondonSpan("2026-06-02 12:00")).first
        _ = try scratch.with("inspector") { try $0.show(suspect) }
        scratch.moment = try #require(LondonSpan("2026-06-02 23:30")).first
        _ = try scratch.with("inspector") { try $0.list(.suspect) }
        let acts = try scratch.with("dpo") { try $0.acts(by: "inspector", for: .selfMonitoring) }
        let day = try #require(acts.days.last)
        #expect(day.day.iso == "2026-06-02" && day.deeds[.opened] == 1 && day.deeds[.listed] == 1)
        #expect(day.records == [suspect] && acts.name == "inspector" && acts.roles == [.inspector])
        let patterns = acts.unusual.findings.filter { $0.day == day.day }.map(\.pattern)
        #expect(patterns == [.outOfHours])
        let all = try scratch.with("dpo") { try $0.unusualAccess(for: .selfMonitoring) }
        #expect(all.findings.filter { $0.account == "inspector" } == acts.unusual.findings)
        let may = try #require(Day("2026-05-01"))...(try #require(Day("2026-05-27")))
        #expect(try scratch.with("dpo") { try $0.unusualAccess(may, for: .selfMonitoring) }.findings.isEmpty)
    }
}
