// When the log is signed, which signatures are kept, and that each of them is true.
import Access
import AuditLog
import CaseModel
import Cryptography
import Foundation
import Interchange
import Lifecycle
import Rows
import Testing
import Vault

@testable import CaseStore

@Suite struct CheckpointTests {
    private static let isSoak = ProcessInfo.processInfo.environment["DALESWAY_SOAK"] != nil

    // MARK: The count alone.

    @Test func `a thousand leaves or a quarter of an hour, and no time while everything is signed`() {
        var pace = CheckpointPace(limits: .init(), firm: 0, used: 0, at: 0)
        #expect(pace.due(at: 999, now: 0) == nil)
        #expect(pace.due(at: 1000, now: 0) == .leaves)
        pace.signed(at: 1000)
        // A night in which nothing is uncovered.
        #expect(pace.due(at: 1000, now: 40_000_000) == nil)
        #expect(pace.due(at: 1001, now: 40_000_000) == nil)
        #expect(pace.due(at: 1002, now: 40_899_999) == nil)
        #expect(pace.due(at: 1003, now: 40_900_000) == .time)
        // It stays due until it is signed, whatever the clock does.
        #expect(pace.due(at: 1004, now: -5) == .time)
        pace.signed(at: 1004)
        #expect(pace.due(at: 1004, now: 10) == nil)
        pace.hasLostCount()
        #expect(pace.due(at: 1004, now: 11) == nil)
        #expect(pace.due(at: 1005, now: 11) == .time)
    }

    @Test(arguments: 0..<8) func `no clock, however it jumps, hides a quarter of an hour`(seed: UInt64) {
        var random = Seeded(state: seed)
        let limits = CheckpointPace.Limits(leaves: 50, time: 1_000)
        var pace = CheckpointPace(limits: limits, firm: 0, used: 0, at: 0)
        var (size, firm, now, used) = (0, 0, Int64(0), Int64(0))
        for _ in 0..<5_000 {
            // Now and then a clock that is wrong by thousands of years.
            let isLost = Int.random(in: 0..<500, using: &random) == 0
            let next =
                isLost
                ? Int64.random(in: -1_000_000_000_000_000...1_000_000_000_000_000, using: &random)
                : now + Int64.random(in: -300...300, using: &random)
            size += Int.random(in: 0...4, using: &random)
            if size > firm { used += min(max(0, next - now), 1_000) }
            now = next
            let due = pace.due(at: size, now: now)
            #expect((due != nil) == (size > firm && (size - firm >= 50 || used >= 1_000)))
            guard due != nil, Bool.random(using: &random) else { continue }
            pace.signed(at: size)
            (firm, used) = (size, 0)
        }
    }

    // MARK: The store.

    /// A store with small limits, and what the test knows of it.
    private final class Sitting {
        let scratch: Scratch
        var store: CaseStore
        var given: Set<Int> = []
        let limits = CheckpointPace.Limits(leaves: 12, time: 60_000)

        init() throws {
            scratch = try Scratch()
            try scratch.found()
            store = try scratch.open("supervisor")
            setLimits()
        }

        func setLimits() {
            store.paceLimits = limits
            store.pace?.limits = limits
            // The sign-in was counted against the limits of every day.
            if let size = try? store.connection.logSize() { store.checkpointIfDue(size) }
        }

        func reopen(_ user: String) throws {
            store = try scratch.open(user)
            setLimits()
        }

        func size(of note: String) throws -> Int {
            try Checkpoint(reading: Note(reading: Array(note.utf8)).text).size
        }

        /// Holds everything that is kept against the log, and against what was promised of it.
        func prove() throws {
            let connection = store.connection
            let size = try connection.logSize()
            let kept = try connection.checkpoints()
            var reader = try TreeReader(connection.leafHashes(0..<size))
            for (at, note) in kept {
                let note = try Note(reading: Array(note.utf8))
                let origin = try Checkpoint(reading: note.text).origin
                let verifier = try #require(try store.logIdentity().verifier(of: origin))
                let checkpoint = try Checkpoint(note, of: verifier)
                #expect(checkpoint.size == at)
                #expect(try checkpoint.root == reader.root(at: at))
            }
            #expect(given.isSubset(of: kept.map(\.size)))
            let resting = try connection.storeFact(StoreFact.logResting).flatMap { CanonicalValue($0)?["size"]?.number }
            let firm = kept.map(\.size).filter { Int64($0) != resting }.max() ?? 0
            #expect(size - firm < limits.leaves)
            #expect(try #require(store.pace).used < limits.time)
            #expect(store.pace?.firm == firm)
        }
    }

    @Test(arguments: isSoak ? Array(0..<20) : [1, 2]) func `over any acts and clocks all that is kept is true`(
        seed: UInt64
    ) throws {
        var random = Seeded(state: seed)
        let sitting = try Sitting()
        let person = AddLine(kind: .person, on: try #require(Day("2020-01-06")), fields: ["name": .text("A Fictional")])
        for _ in 0..<(Self.isSoak ? 400 : 40) {
            let scratch = sitting.scratch
            switch Int.random(in: 0..<12, using: &random) {
            case 0: scratch.moment += Int64.random(in: 0...100_000, using: &random)
            case 1: scratch.moment -= Int64.random(in: 0...3_600_000, using: &random)
            case 2: _ = try sitting.store.add(person)
            case 3:
                let note = try? sitting.store.checkpoint()
                if let note { sitting.given.insert(try sitting.size(of: note)) }
            case 4:
                _ = try? sitting.store.export { _ in }
                if let note = sitting.store.disclosed { sitting.given.insert(try sitting.size(of: note)) }
            case 5: try sitting.store.rest()
            case 6:
                try sitting.store.close()
                try sitting.reopen(["supervisor", "dpo", "inspector"].randomElement(using: &random) ?? "dpo")
            case 7:
                // As a crash leaves it: nothing is signed at the end.
                if !sitting.store.isResting { try sitting.store.vault.close() }
                try sitting.reopen("supervisor")
            case 8: _ = try? sitting.store.users()
            default: _ = try? sitting.store.list(.person)
            }
            if sitting.store.isResting { try sitting.store.takeUp() }
            // A sitting of another account may not be allowed what the next step wants: the refusal is a leaf too.
            try sitting.prove()
            if sitting.store.account.name != "supervisor" {
                try sitting.store.close()
                try sitting.reopen("supervisor")
            }
        }
        try sitting.store.close()
    }

    @Test func `the one of a letting go gives way, and does not if it was given`() throws {
        let scratch = try Scratch()
        try scratch.found()
        func kept() throws -> [Int] {
            let store = try Intruder(scratch, as: "dpo")
            defer { try? store.vault.close() }
            return try store.vault.connection.checkpoints().map(\.size)
        }
        let before = try kept()
        let resting = try #require(before.last)
        try scratch.with("dpo") { _ = try $0.list(.person) }
        let after = try kept()
        #expect(!after.contains(resting) && after.count == before.count)
        // Asked for where nothing was logged since: it is the same one, and now it stays.
        let store = try scratch.open("dpo")
        try store.rest()
        try store.takeUp()
        let note = try store.checkpoint()
        #expect(note.contains("\n\(try store.connection.logSize())\n"))
        let given = try store.connection.logSize()
        _ = try store.users()
        try store.close()
        #expect(try kept().contains(given))
        #expect(try scratch.with("dpo") { try $0.verifyLog().faults } == [])
    }

    @Test func `what cannot be signed holds nothing up, and is signed later`() throws {
        let scratch = try Scratch()
        try scratch.found()
        let store = try scratch.open("dpo")
        store.paceLimits = .init(leaves: 1, time: 1)
        store.pace?.limits = store.paceLimits
        let seed = try #require(try store.connection.storeFact(StoreFact.logSeed))
        // A log without its key.
        func put(_ bytes: [UInt8]) throws {
            store.identity = nil
            _ = try store.connection.change { transaction in
                try transaction.setStoreFact(StoreFact.logSeed, bytes)
                return Logged((), Entry(actor: "u", verb: .upkeep, at: scratch.moment + 10))
            }
        }
        try put([])
        let size = try store.connection.logSize()
        let kept = try store.connection.checkpoints().count
        _ = try store.users()
        #expect(try store.connection.logSize() > size)
        #expect(try store.connection.checkpoints().count == kept)
        try put(seed)
        _ = try store.users()
        #expect(try store.connection.checkpoints().last?.size == store.connection.logSize())
        try store.close()
    }

    @Test func `two pasts are never signed`() throws {
        let scratch = try Scratch()
        try scratch.found()
        let store = try scratch.open("dpo")
        let size = try store.connection.logSize()
        let note = try store.checkpoint()
        try store.connection.keep(checkpoint: note, size: size + 3, at: 0, fact: (StoreFact.logResting, nil))
        #expect { try store.checkpoint() } throws: { ($0 as? StoreError)?.kind == .damaged }
        #expect(try store.verifyLog().faults.count >= 1)
        // Looks go on, and nothing more is signed, until the log has as many entries as that claims; then it differs.
        for _ in 0..<3 { _ = try store.users() }
        #expect { try store.checkpoint() } throws: { ($0 as? StoreError)?.kind == .damaged }
        try store.close()
    }
}

/// SplitMix64: the same numbers for the same seed, on every machine.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
