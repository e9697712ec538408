// Acting ranks, roles for a time and cover through the door: what they let somebody do, on which days, and who is told.
import Access
import CaseModel
import CaseStore
import Interchange
import Lifecycle
import Testing

@Suite struct `Ranks, roles and cover` {
    let scratch: Scratch

    init() throws { scratch = try .withCasework() }

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func appoint(_ name: String, _ post: Appointment.Post, _ from: String, _ until: String?) throws {
        _ = try scratch.with("custodian") { try $0.appoint(name, post, from: day(from), until: until.map(day)) }
    }

    private func bail(on day: String) throws {
        try scratch.record("bail", "CUS-0001", on: day, as: "officer", ["return_on": .text("2020-05-20")])
    }

    @Test func `a decision is weighed by the rank in force on its own day`() throws {
        _ = try scratch.refused { try bail(on: "2020-03-02") }
        try appoint("officer", .acting("detective sergeant"), "2020-03-02", "2020-03-31")
        _ = try scratch.refused { try bail(on: "2020-04-01") }
        try bail(on: "2020-03-31")
        let event = try #require(try scratch.history("CUS-0001").last?.event)
        #expect(event.decider?.rank == "detective sergeant" && event.decider?.name == "officer")
    }

    @Test func `a promotion counts from its day, and a later one from its own`() throws {
        try appoint("officer", .rank("detective sergeant"), "2020-04-01", nil)
        _ = try scratch.refused { try bail(on: "2020-03-31") }
        try bail(on: "2020-04-01")
        let account = try #require(try scratch.with("custodian") { try $0.users() }.first { $0.name == "officer" })
        #expect(account.rank == "detective sergeant" && account.appointments.map(\.by) == ["custodian"])
    }

    @Test func `what was decided under a rank stands when the rank is taken back`() throws {
        try appoint("officer", .acting("detective sergeant"), "2020-03-01", "2020-03-31")
        try bail(on: "2020-03-02")
        try scratch.with("custodian") {
            try $0.takeBack(.acting("detective sergeant"), of: "officer", from: day("2020-03-01"))
        }
        #expect(try scratch.history("CUS-0001").last?.event.decider?.rank == "detective sergeant")
        #expect(try scratch.with("inspector") { try $0.check().isWhole })
        let error = try scratch.turnedAway {
            try scratch.with("custodian") { try $0.takeBack(.acting("detective sergeant"), of: "officer", from: nil) }
        }
        #expect(error.kind == .badData && error.sentence == "There is nothing such to take back.")
    }

    @Test func `cover gives the other's roles in its days, and no compartment`() throws {
        let line = AddLine(
            kind: .investigation, ref: nil, links: [:], on: try day("2020-01-06"), known: nil, fields: [:])
        _ = try scratch.refused { try scratch.with("officer") { try $0.add(line) } }
        try appoint("officer", .cover(for: "supervisor"), "2026-05-01", "2026-06-30")
        _ = try scratch.with("officer") { try $0.add(line) }
        let account = try scratch.with("officer") { $0.account }
        #expect(account.roles == [.officer, .supervisor] && account.ownRoles == [.officer])
        #expect(account.covered.count == 1 && account.compartments == [.police, .shared])
        try appoint("publisher", .cover(for: "inspector"), "2026-05-01", "2026-06-30")
        let opened = try scratch.with("publisher") { try $0.show(#require(Reference("SUS-0001"))) }
        #expect(opened.title == nil && opened.sealed == ["grounds"])
        scratch.moment += 60 * 86_400_000
        _ = try scratch.refused { try scratch.with("officer") { try $0.add(line) } }
        _ = try scratch.turnedAway { try scratch.with("publisher") { try $0.show(#require(Reference("SUS-0001"))) } }
    }

    @Test func `an open session loses its cover with the day`() throws {
        try appoint("publisher", .cover(for: "inspector"), "2026-05-01", "2026-06-30")
        let reference = try #require(Reference("SUS-0001"))
        try scratch.with("publisher") { store in
            _ = try store.show(reference)
            scratch.moment += 60 * 86_400_000
            let error = #expect(throws: StoreError.self) { _ = try store.show(reference) }
            #expect(error?.kind == .notPermitted)
        }
    }

    @Test func `a role for a time is had in its days`() throws {
        try appoint("officer", .role(.dpo), "2026-05-01", "2026-06-30")
        _ = try scratch.with("officer") { try $0.log(LogFilter()) }
        scratch.moment += 60 * 86_400_000
        _ = try scratch.turnedAway { try scratch.with("officer") { try $0.log(LogFilter()) } }
    }

    @Test(arguments: ["officer", "inspector", "dpo"])
    func `only a custodian appoints, and the attempt is in the log`(_ user: String) throws {
        let error = try scratch.turnedAway {
            try scratch.with(user) {
                try $0.appoint(
                    user, .acting("detective superintendent"), from: day("2026-05-01"), until: day("2026-06-01"))
            }
        }
        #expect(error.kind == .notPermitted)
        let log = try scratch.with("dpo") { try $0.log(LogFilter(actor: user, verb: "denied")) }
        #expect(log.contains { $0.words == "was refused to manage accounts" })
    }

    @Test func `every appointment is in the log, and one's own is told as such`() throws {
        try appoint("officer", .acting("detective sergeant"), "2026-05-01", "2026-05-31")
        try appoint("custodian", .rank("chief constable"), "2026-05-01", nil)
        try appoint("officer", .cover(for: "supervisor"), "2026-05-01", "2026-05-31")
        try scratch.with("custodian") { try $0.takeBack(.cover(for: "supervisor"), of: "officer", from: nil) }
        let log = try scratch.with("dpo") { try $0.log(LogFilter(verb: "grant")) }
        #expect(
            log.map(\.words).suffix(4) == [
                "acting of officer: detective sergeant from 2026-05-01 until 2026-05-31",
                "rank of themselves: chief constable from 2026-05-01",
                "cover of officer: for supervisor from 2026-05-01 until 2026-05-31",
                "cover taken back of officer: for supervisor",
            ])
        let own = try scratch.with("custodian") { try $0.users() }.flatMap(\.appointments).filter(\.isOwn)
        #expect(own.map(\.post) == [.rank("chief constable")])
    }
}
