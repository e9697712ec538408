// That an alert of an emergency access outlives what happens to a store, and is missed where somebody took it away.
import Access
import AuditLog
import CaseModel
import Cryptography
import Foundation
import Interchange
import Lifecycle
import Rows
import SQLite
import Testing

@testable import CaseStore

@Suite struct `An alert of an emergency access` {
    let scratch: Scratch

    init() throws {
        scratch = try .withSupport()
        try scratch.breakGlass("SUS-0001", as: "care")
    }

    private func waiting() throws -> [Int] { try scratch.with("dpo") { try $0.emergencies() }.map(\.leaf) }

    private func checkpoint() throws -> Checkpoint {
        let note = try scratch.with("dpo") { try $0.checkpoint() }
        return try Checkpoint(reading: Note(reading: Array(note.utf8)).text)
    }

    @Test func `stands in every checkpoint from then on, with those after it`() throws {
        #expect(try checkpoint().extensions == ["break-glass 1"])
        try scratch.breakGlass("SUP-0001", as: "officer")
        #expect(try checkpoint().emergencyCount() == 2)
        #expect(try checkpoint().emergencyCount() == 2)
        #expect(try scratch.faults() == [])
    }

    @Test func `is in no checkpoint of a log without one`() throws {
        let quiet = try Scratch.withCasework()
        let note = try quiet.with("dpo") { try $0.checkpoint() }
        #expect(try Checkpoint(reading: Note(reading: Array(note.utf8)).text).extensions == [])
    }

    @Test func `comes back with a restore`() throws {
        let before = try waiting()
        let path = scratch.path + "-backup"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try scratch.with("custodian") { _ = try $0.beginBackup(to: path).write() }
        _ = try CaseStore.restore(
            from: path, to: scratch.path, user: "custodian", passphrase: Scratch.passphrase, clock: scratch.clock)
        let second = try scratch.open("supervisor", for: .countersigning)
        try second.countersignRestore()
        try second.close()
        #expect(try waiting() == before)
        #expect(try checkpoint().emergencyCount() == 1)
        #expect(try scratch.faults() == [])
    }

    @Test func `that a restore takes away is told to the custodian, the second person and the log`() throws {
        let path = scratch.path + "-backup"
        let folder = scratch.path + "-state"
        defer { for path in [path, folder] { try? FileManager.default.removeItem(atPath: path) } }
        scratch.state = StateFolder(path: folder) { _ in }
        _ = try scratch.with("custodian") { try $0.beginBackup(to: path).write() }
        try scratch.breakGlass("SUP-0001", as: "officer")
        try scratch.breakGlass("SUP-0001", as: "officer")
        let outcome = try CaseStore.restore(
            from: path, to: scratch.path, user: "custodian", passphrase: Scratch.passphrase, state: scratch.state,
            clock: scratch.clock)
        #expect(outcome.lostEmergencies == 2)
        let warning = try #require(outcome.warning)
        #expect(warning.hasPrefix("2 emergency accesses were made after the moment that was restored"))
        let second = try scratch.open("supervisor", for: .countersigning)
        #expect(second.notes.contains(warning))
        try second.countersignRestore()
        try second.close()
        #expect(try scratch.with("supervisor") { !$0.notes.contains(warning) })
        #expect(try scratch.with("dpo") { $0.notes }.contains { $0.hasPrefix("1 emergency access waits for review") })
        #expect(try scratch.faults() == [])
    }

    @Test func `stays when the keys are changed, with its reason for those who review`() throws {
        let before = try waiting()
        try scratch.with("custodian") { _ = try $0.rekey() }
        #expect(try waiting() == before)
        let seen = try scratch.with("care-lead") { try $0.emergencies() }
        #expect(seen.map(\.words) == [Scratch.emergency.text])
        #expect(try scratch.faults() == [])
    }

    @Test func `does not travel with an export`() throws {
        var lines = ""
        _ = try scratch.with("inspector") { try $0.export { lines += $0 } }
        let other = try Scratch()
        try other.found()
        try #require(other.take(lines, as: "inspector").faults.map(\.text) == [])
        #expect(try other.with("dpo") { try $0.emergencies(all: true) }.isEmpty)
        #expect(try other.faults() == [])
    }

    /// What somebody with the store's key and another program may do to it.
    enum Deed: String, CaseIterable {
        case listEmptied, listGone, countRaised, countGone, reviewInvented, reviewedByThemselves, listed, nonsense
    }

    @Test func `is missed where it was taken away past the program`() throws {
        let (list, log) = (try waiting(), try scratch.leaves())
        let names = [StoreFact.emergencies, StoreFact.emergencyCount, StoreFact.reviewed]
        let facts = try scratch.facts(names)
        for deed in Deed.allCases {
            let own = Emergency(
                leaf: list[0], actor: log[list[0]].actor, body: .council, at: 0, on: Day(number: 20_000),
                record: try #require(Reference("SUS-0001")), code: "safeguarding", act: "show", past: [.role])
            try scratch.intrude { try $0.take(deed, own, last: log.count - 1) }
            let found = try scratch.faults()
            #expect(found.count >= 1 && found.allSatisfy { !$0.contains("u-") }, "\(deed)")
            try scratch.intrude { transaction in
                for (name, bytes) in zip(names, facts) {
                    if let bytes {
                        try transaction.setStoreFact(name, bytes)
                    } else {
                        try transaction.removeStoreFact(name)
                    }
                }
            }
        }
        #expect(try scratch.faults() == [])
    }

    @Test func `is told of even where its list is damaged`() throws {
        try scratch.intrude { try $0.setStoreFact(StoreFact.emergencies, Array("{}".utf8)) }
        #expect(
            try scratch.with("care-lead") { $0.notes }.contains(
                "The list of emergency accesses is damaged: run ‘audit verify’."))
        #expect(try scratch.faults().contains { $0.hasPrefix("The list of emergency accesses is damaged.") })
    }
}

extension Transaction {
    /// Takes an alert away, or puts a false one there.
    fileprivate borrowing func take(
        _ deed: `An alert of an emergency access`.Deed, _ own: Emergency, last: Int
    ) throws {
        switch deed {
        case .listEmptied: try remember(Emergencies(.waiting))
        case .listGone: try removeStoreFact(StoreFact.emergencies)
        case .countRaised: try setStoreFact(StoreFact.emergencyCount, Array("7".utf8))
        case .countGone: try removeStoreFact(StoreFact.emergencyCount)
        case .reviewInvented, .reviewedByThemselves:
            var done = own
            let by = deed == .reviewInvented ? "u-nobody" : own.actor
            done.review = .init(leaf: last, by: by, at: 0, finding: .justified)
            try remember(Emergencies(.waiting))
            try remember(Emergencies(.reviewed, [done]))
        case .listed:
            let other = Emergency(
                leaf: 0, actor: own.actor, body: .council, at: 0, on: own.on, record: own.record, code: own.code,
                act: own.act, past: [])
            try remember(Emergencies(.waiting, [own, other]))
        case .nonsense: try setStoreFact(StoreFact.reviewed, Array("{}".utf8))
        }
    }
}

@Suite struct `A list of emergency accesses` {
    private static let one = Emergency(
        leaf: 7, actor: "u-1", body: .police, at: 1_780_000_000_000, on: Day(number: 20_602),
        record: Reference(kind: .support, number: 1), code: "safeguarding", act: "show", past: [.support, .allocation],
        words: [.init(compartment: "police", box: [1, 2, 3])])

    private var reviewed: Emergency {
        var done = Self.one
        done.words = []
        done.review = .init(leaf: 9, by: "u-2", at: 1_780_000_100_000, finding: .notJustified)
        return done
    }

    @Test func `is read as it was written, and in no other form`() throws {
        let list = Emergencies(.waiting, [Self.one])
        #expect(Emergencies(.waiting, reading: list.encoded) == list)
        #expect(Emergencies(.reviewed, reading: list.encoded) == nil)
        let done = Emergencies(.reviewed, [reviewed])
        #expect(Emergencies(.reviewed, reading: done.encoded) == done)
        #expect(Emergencies(.waiting, reading: Emergencies(.waiting).encoded) == Emergencies(.waiting))
        #expect(Emergencies(.reviewed, reading: Emergencies(.reviewed, [Self.one]).encoded) == nil)
        #expect(Emergencies(.waiting, reading: Emergencies(.waiting, [reviewed]).encoded) == nil)
        #expect(Emergencies(.waiting, reading: Emergencies(.waiting, [Self.one, Self.one]).encoded) == nil)
        let text = String(decoding: list.encoded, as: UTF8.self)
        for (from, to) in [
            ("\"v\":1", "\"v\":2"), ("\"v\":1", "\"v\": 1"), ("waiting", "Waiting"), ("SUP-0001", "SUP-X"),
            ("\"seq\":7", "\"seq\":-7"), ("\"past\"", "\"paste\""), ("support", "suport"), ("2026", "20x6"),
            ("West Yorkshire Police", "Nobody"), ("\"box\"", "\"bix\""),
        ] {
            let altered = text.replacing(from, with: to)
            #expect(altered != text, "\(from)")
            #expect(Emergencies(.waiting, reading: Array(altered.utf8)) == nil, "\(from)")
        }
        for bytes in [[], Array("[]".utf8), Array("{}".utf8), [0xFF]] as [[UInt8]] {
            #expect(Emergencies(.waiting, reading: bytes) == nil)
        }
    }
}
