// A clock that was set back, or years ahead and back again: the log goes on, says so, and stays whole.
import AuditLog
import CaseModel
import Cryptography
import Interchange
import Lifecycle
import Rows
import SQLite
import Testing

@testable import CaseStore

@Suite struct `A clock that is set back` {
    private let scratch: Scratch

    init() throws { scratch = try Scratch.withCasework() }

    private static let hour: Int64 = 3_600_000
    private static let year: Int64 = 365 * 86_400_000

    private func leaves(_ store: CaseStore) throws -> [Leaf] {
        var leaves: [Leaf] = []
        try store.connection.leaves(0..<store.connection.logSize()) { seq, bytes, _ in
            leaves.append(try Leaf(reading: try #require(bytes), at: seq))
        }
        return leaves
    }

    private func expectWhole() throws {
        let store = try scratch.open("inspector")
        #expect(try store.verifyLog().faults == [])
        #expect(try store.check().findings == [])
        try store.close()
    }

    @Test func `by less than two seconds lets the log's time stand still`() throws {
        let store = try scratch.open("inspector")
        let before = try leaves(store)
        scratch.moment -= 1_500
        _ = try store.show(try #require(Reference("SUS-0001")))
        let after = try leaves(store)
        #expect(after.count == before.count + 1 && after.last?.at == before.last?.at && after.last?.why == nil)
        try store.close()
        try expectWhole()
    }

    @Test(arguments: [hour, year]) func `by more is a leaf of its own, once, with the true time`(step: Int64) throws {
        let store = try scratch.open("inspector")
        let size = try leaves(store).count
        scratch.moment -= step
        let now = scratch.moment
        for _ in 0..<3 { _ = try store.show(try #require(Reference("SUS-0001"))) }
        let told = try leaves(store).dropFirst(size)
        #expect(told.map(\.verb) == [.upkeep, .consultation, .consultation, .consultation])
        #expect(told.map(\.why) == ["clock-set-back", nil, nil, nil])
        #expect(told.allSatisfy { $0.at >= now && $0.at < now + 100 })
        try store.close()
        try expectWhole()
    }

    @Test func `does not freeze the log after a wrong day years ahead, nor what was recorded on it`() throws {
        scratch.moment += 9 * Self.year
        try scratch.record("identify", "SUS-0001", on: "2026-01-05", as: "inspector")
        _ = try scratch.take(
            """
            {"add":"person","ref":"PER-0009","on":"2029-01-06","known":"2029-01-06","fields":{"name":"Wren Fictional"}}
            {"add":"suspect","ref":"SUS-0009","investigation":"INV-0001","person":"PER-0009","on":"2029-01-06","known":"2029-01-06"}
            {"record":"identify","ref":"SUS-0009","id":"EV-AHEAD00001","on":"2030-02-01","known":"2030-02-01"}

            """, as: "inspector")
        scratch.moment -= 9 * Self.year
        let before = try scratch.with("inspector") { try leaves($0).count }
        // What was recorded on a day that has not come yet is looked at, struck and followed by more.
        #expect(try scratch.history("SUS-0009").count == 1)
        let id = try #require(try scratch.history("SUS-0001").last?.event.id)
        _ = try scratch.with("inspector") { try $0.correct(CorrectLine(event: id, reason: "The clock was wrong")) }
        try scratch.record("identify", "SUS-0001", on: "2026-01-05", as: "inspector")
        _ = try scratch.take(
            #"{"add":"person","ref":"PER-0010","on":"2020-01-06","known":"2020-01-06","fields":{"name":"Avocet Fictional"}}"#
                + "\n", as: "inspector")
        let store = try scratch.open("inspector")
        let all = try leaves(store)
        #expect(all.filter { $0.why == Leaf.clockSetBack }.count == 1)
        #expect(all.dropFirst(before).allSatisfy { $0.at < scratch.moment + 1_000 })
        try store.close()
        try expectWhole()
        // And a second time.
        scratch.moment += Self.year
        _ = try scratch.history("SUS-0001")
        scratch.moment -= Self.year
        try expectWhole()
        let told = try scratch.with("dpo") { try leaves($0).filter { $0.why == Leaf.clockSetBack }.count }
        #expect(told == 2)
    }

    @Test func `is told of in the log of a store whose last leaf is of the far future`() throws {
        scratch.moment += 30 * Self.year
        try scratch.with("custodian") { _ in }
        scratch.moment -= 30 * Self.year
        try scratch.with("officer") { store in
            let all = try leaves(store).suffix(2)
            #expect(all.map(\.verb) == [.upkeep, .signIn])
            #expect(all.first?.why == Leaf.clockSetBack && all.map(\.actor).allSatisfy { $0 == all.last?.actor })
        }
        try expectWhole()
    }
}
