// What is due, and to whom: asked of a case file.
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

@Suite struct `What is due` {
    private let scratch: Scratch
    private let today: Day

    init() throws {
        scratch = try Scratch()
        try scratch.found()
        today = scratch.clock().today
        let outcome = try scratch.take(
            """
            {"add":"investigation","ref":"INV-0001","on":"2026-01-05","fields":{"title":"Inquiry Heron"}}
            {"add":"person","ref":"PER-0001","on":"2026-01-05","fields":{"name":"Merle Fictional"}}
            {"add":"person","ref":"PER-0002","on":"2026-01-05","fields":{"name":"Wren Testcase"}}
            {"add":"suspect","ref":"SUS-0001","investigation":"INV-0001","person":"PER-0001","on":"2026-01-05"}
            {"add":"suspect","ref":"SUS-0002","investigation":"INV-0001","person":"PER-0001","on":"2026-01-05"}
            {"add":"victim","ref":"VIC-0001","investigation":"INV-0001","person":"PER-0002","on":"2026-01-05"}
            {"add":"custody","ref":"CUS-0001","suspect":"SUS-0001","on":"2026-01-06"}
            {"add":"custody","ref":"CUS-0002","suspect":"SUS-0002","on":"2026-01-06"}
            {"add":"support","ref":"SUP-0001","victim":"VIC-0001","on":"2026-01-06"}
            {"add":"allocation","ref":"ALC-0001","suspect":"SUS-0001","on":"2026-01-07","fields":{"to":"officer"}}
            {"add":"allocation","ref":"ALC-0002","victim":"VIC-0001","on":"2026-01-07","fields":{"to":"care"}}

            """, as: "inspector")
        #expect(outcome.faults.map(\.text) == [])
        // Spans of our own making, so that nothing here hangs on how long a clock runs.
        try plant(
            "CUS-0001", "B2.abp", due: -2)
        try plant("CUS-0002", "B2.return", due: 3)
        try plant("SUS-0001", "B1.review", due: -1)
        try plant("VIC-0001", "C1.offer", due: 20)
        try plant("SUP-0001", "C2.review", due: 5)
    }

    /// Puts a deadline in for a record, as if its life had told it: so many days from today.
    private func plant(_ reference: String, _ clock: String, due days: Int, from: Day? = nil) throws {
        try scratch.with("inspector") { store in
            let named = try #require(Reference(reference))
            let record = try #require(try store.connection.record(named))
            let docket = Docket(nextSeq: { 0 }, newID: { "" })
            docket.take(try store.connection.dossiers(with: record))
            let dossier = try #require(docket.dossier(record.reference))
            let old = try store.connection.spans(ofRecord: record.id)
            let begun = from ?? dossier.begun
            let span = Span(
                "due/\(clock)", from: begun, knownFrom: begun, windowFrom: begun, windowTo: today.adding(days: days))
            let entry = try store.entry(.upkeep, [Part(.object(["act": .text("test")]), for: store.storeSubject())])
            _ = try store.change { transaction in
                var codes = try SpanCodes(store.connection)
                let kept = old.keys.filter { !$0.isDeadline }
                try transaction.put(kept + [span], of: dossier, in: old, &codes)
                return Logged((), entry)
            }
        }
    }

    private func due(
        _ user: String, _ scope: WorkQuestion.Scope = .mine, _ change: (inout WorkQuestion) -> Void = { _ in }
    ) throws -> Worklist {
        var question = WorkQuestion(scope, asAt: today)
        change(&question)
        return try scratch.with(user) { try $0.due(question) }
    }

    private func lines(_ list: Worklist) -> [String] {
        list.items.map { "\($0.reference.text) \($0.clock) \($0.left)" }
    }

    @Test func `is mine by the nearest allocation, a supervisor's by the role, and to be seen by all as everybody's`()
        throws
    {
        #expect(try lines(due("officer")) == ["CUS-0001 B2.abp -2", "SUS-0001 B1.review -1"])
        #expect(try lines(due("care")) == ["SUP-0001 C2.review 5", "VIC-0001 C1.offer 20"])
        #expect(try lines(due("supervisor")) == ["CUS-0001 B2.abp -2", "SUS-0001 B1.review -1"])
        #expect(try due("officer").items.map(\.band) == [.critical, .overdue])
        #expect(try due("supervisor").unallocated == 1 && due("officer").unallocated == 0)
        let team = try due("supervisor", .team)
        #expect(
            lines(team) == [
                "CUS-0001 B2.abp -2", "SUS-0001 B1.review -1", "CUS-0002 B2.return 3", "VIC-0001 C1.offer 20",
            ])
        #expect(team.items.map(\.bearer.words).contains("nobody: it is not allocated"))
        #expect(team.counts == [.critical: 1, .overdue: 1, .dueSoon: 1, .later: 1])
    }

    @Test func `of another account is what that account would be shown, as far as the reader may see it`() throws {
        #expect(try lines(due("supervisor", .of("officer"))) == lines(due("officer")))
        // The police see nothing of when support is reviewed, and social care nothing of suspects.
        #expect(try lines(due("supervisor", .of("care"))) == ["VIC-0001 C1.offer 20"])
        #expect(try lines(due("care", .of("officer"))) == [])
        let error = try scratch.turnedAway { try due("officer", .of("nobody")) }
        #expect(error.kind == .badData)
    }

    @Test(arguments: [
        ("officer", false), ("supervisor", false), ("inspector", false), ("dpo", false), ("care", true),
        ("care-lead", true),
    ]) func `of support is shown to social care alone`(user: String, isShown: Bool) throws {
        let kinds = Set(try due(user, .team).items.map(\.reference.kind))
        #expect(kinds.contains(.support) == isShown)
        #expect(kinds.contains(.custody) == !isShown)
    }

    @Test func `to a publisher is not told`() throws {
        let error = try scratch.turnedAway { try due("publisher", .team) }
        #expect(error.kind == .notPermitted)
    }

    @Test func `carries a title as far as the reader's compartments open it`() throws {
        let titles = try due("officer").items.map(\.title)
        #expect(titles == ["Merle Fictional", "Merle Fictional"])
        #expect(try due("dpo", .team).items.allSatisfy { $0.title == nil })
    }

    @Test func `can be asked for one record and what leans on it`() throws {
        let suspect = try #require(Reference("SUS-0001")), whole = try #require(Reference("INV-0001"))
        #expect(
            try lines(due("officer", .team) { $0.record = suspect }) == ["CUS-0001 B2.abp -2", "SUS-0001 B1.review -1"])
        #expect(try due("officer", .team) { $0.record = whole }.items.count == 4)
        #expect(throws: StoreError(.badData, "There is no SUS-0009 in this case file.")) {
            try due("officer", .team) { $0.record = Reference("SUS-0009") }
        }
        let error = try scratch.turnedAway { try due("care", .team) { $0.record = suspect } }
        #expect(error.kind == .notPermitted)
    }

    @Test func `is asked for within days, and shown up to a number`() throws {
        #expect(try due("officer", .team) { $0.within = 3 }.items.count == 3)
        #expect(try due("officer", .team) { $0.within = 0 }.items.count == 2)
        let short = try due("officer", .team) { $0.limit = 1 }
        #expect(lines(short) == ["CUS-0001 B2.abp -2"] && short.hidden == 2)
        #expect(try due("officer", .team) { $0.limit = 4 }.hidden == 0)
    }

    @Test func `leaves out what the team's own choice left undone before the store went live, and says how much`()
        throws
    {
        // The store went live today; the bail period is the law's, and stays.
        let list = try due("officer", .team) { $0.limit = 50 }
        #expect(lines(list) == ["CUS-0001 B2.abp -2", "CUS-0002 B2.return 3", "VIC-0001 C1.offer 20"])
        #expect(list.bygone == Worklist.Bygone(count: 1, goLive: today))
        #expect(list.hidden == 0)
        #expect(try due("officer", .team).bygone == nil)
        #expect(try due("officer", .team) { ($0.limit, $0.record) = (50, Reference("SUS-0001")) }.bygone == nil)
        #expect(try due("officer", .team) { ($0.limit, $0.asAt) = (50, today.adding(days: -1)) }.bygone == nil)
    }

    @Test func `was another thing on another day`() throws {
        let earlier = today.adding(days: -3)
        #expect(
            try lines(due("officer") { $0.asAt = earlier }) == ["CUS-0001 B2.abp 1", "SUS-0001 B1.review 2"])
        #expect(try due("officer") { $0.asAt = earlier }.items.map(\.band) == [.critical, .dueSoon])
        #expect(try due("officer") { $0.asAt = Day("2026-01-05") }.items.isEmpty)
        #expect(try due("officer") { $0.knownAt = Day("2026-01-01") }.items.isEmpty)
        // Of whom the record was before it was allocated: nobody's.
        #expect(
            try due("officer", .team) { $0.asAt = Day("2026-01-06") }.items.allSatisfy { $0.bearer.accounts.isEmpty })
    }

    @Test func `is also that of those for whom I stand in`() throws {
        _ = try scratch.with("custodian") { store in
            try store.appoint("supervisor", .cover(for: "officer"), from: today.adding(days: -1), until: today)
        }
        _ = try scratch.take(
            """
            {"add":"allocation","ref":"ALC-0003","suspect":"SUS-0002","on":"2026-01-07","fields":{"to":"officer"}}

            """, as: "inspector")
        #expect(try lines(due("supervisor")).contains("CUS-0002 B2.return 3"))
        #expect(try !lines(due("inspector")).contains("CUS-0002 B2.return 3"))
        #expect(
            try lines(due("supervisor") { $0.asAt = today.adding(days: 1) }).contains("CUS-0002 B2.return 2") == false)
    }

    @Test func `that was an account's which is closed is nobody's`() throws {
        try scratch.with("custodian") { try $0.suspend("officer") }
        let list = try due("supervisor", .team) { $0.record = Reference("SUS-0001") }
        #expect(list.items.allSatisfy { $0.bearer.accounts.isEmpty && $0.bearer.roles == [.supervisor, .inspector] })
    }

    @Test func `leaves one leaf, with a part for each subject that was shown`() throws {
        let store = try scratch.open("officer")
        let before = try store.connection.logSize()
        _ = try store.due(WorkQuestion(.team, asAt: today, limit: 1))
        #expect(try store.connection.logSize() == before + 1)
        _ = try store.due(WorkQuestion(.mine, asAt: Day("2026-01-01")))
        #expect(try store.connection.logSize() == before + 2)
        try store.close()
    }

    @Test func `on a record is told beside it`() throws {
        let reference = try #require(Reference("CUS-0001"))
        let shown = try scratch.with("officer") { try $0.show(reference) }
        #expect(shown.deadlines?.map(\.clock) == ["B2.abp"])
        let next = try scratch.with("officer") { try $0.next(reference) }
        #expect(next.deadlines.map(\.bearer.words) == ["officer, or any supervisor or inspector"])
        // Another's work: the officer says why it is opened.
        let support = try #require(Reference("SUP-0001"))
        let (seen, told) = try scratch.with("officer") { store in
            store.reason = Reason(.investigation)
            return (try store.show(support), try store.next(support))
        }
        #expect(seen.deadlines?.isEmpty == true && told.deadlines.isEmpty)
        #expect(try scratch.with("care") { try $0.show(support).deadlines?.map(\.clock) } == ["C2.review"])
    }
}
