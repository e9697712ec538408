// A disk that is full, torn or fails at each single act of a look: what was answered has its leaf on the disk.
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

@Suite struct `Looking on a disk that fails at some act` {
    private let scratch: Scratch
    private let reference: Reference
    private static let isSoak = ProcessInfo.processInfo.environment["DALESWAY_SOAK"] != nil

    init() throws {
        scratch = try Scratch()
        try scratch.found()
        let store = try scratch.open("inspector")
        reference = try store.add(
            AddLine(kind: .person, on: #require(Day("2016-01-04")), fields: ["name": .text("Merle Fictional")]))
        try store.close()
    }

    /// How the disk fails.
    enum Failure: String, CaseIterable, CustomTestStringConvertible {
        case full, fullForOnce, fullTorn, writeError, syncError, readError, anything

        var testDescription: String { rawValue }

        func begin(_ disk: Mishaps, after count: Int) {
            switch self {
            case .full: disk.fail([.write, .truncate], after: count)
            case .fullForOnce: disk.fail([.write], after: count, times: 1)
            case .fullTorn: disk.fail([.write], after: count, torn: true)
            case .writeError: disk.fail([.write, .truncate], after: count, with: EIO, torn: true)
            case .syncError: disk.fail([.sync, .syncFolder], after: count, with: EIO)
            case .readError: disk.fail([.read], after: count, with: EIO)
            case .anything: disk.fail(Set(Mishaps.Act.allCases), after: count, with: EIO)
            }
        }
    }

    /// What a failing sitting came to.
    private struct Sitting {
        /// The verbs of what was answered, in order: the sign-in, then each look.
        var answered: [Verb] = []
        /// Whether nothing at all failed.
        var isOver = false
    }

    /// Signs in, looks three times in different ways and lets go.
    private func sit(_ disk: Mishaps) -> Sitting {
        var sitting = Sitting()
        guard
            let store = try? CaseStore.open(
                at: scratch.path, user: "inspector", passphrase: Scratch.passphrase, cost: .least, mishaps: disk,
                clock: scratch.clock)
        else { return sitting }
        sitting.answered.append(.signIn)
        var failed = 0
        for look in 0..<3 {
            do {
                switch look {
                case 0: #expect(try store.show(reference).title == "Merle Fictional")
                case 1: #expect(try store.list(.person).count == 1)
                default: _ = try store.history(reference)
                }
                sitting.answered.append(.consultation)
            } catch { failed += 1 }
        }
        do { try store.close() } catch { failed += 1 }
        sitting.isOver = failed == 0
        return sitting
    }

    /// The verbs of the leaves after `size`, read from a copy of the files as a crash at this moment would leave them.
    private func leaves(after size: Int) throws -> [Verb] {
        let copy = try Scratch()
        try FileManager.default.createDirectory(atPath: copy.path, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: scratch.path) where name != "reserve" {
            try FileManager.default.copyItem(atPath: "\(scratch.path)/\(name)", toPath: "\(copy.path)/\(name)")
        }
        copy.moment = scratch.moment
        let store = try copy.open("inspector")
        var verbs: [Verb] = []
        try store.connection.leaves(size..<store.connection.logSize() - 1) { seq, bytes, _ in
            if let bytes { verbs.append(try Leaf(reading: bytes, at: seq).verb) }
        }
        #expect(try store.verifyLog().faults == [])
        try store.close()
        return verbs
    }

    @Test(arguments: Failure.allCases) func `answers nothing whose leaf is not on the disk`(failure: Failure) throws {
        var (acts, sittings, refused) = (0, 0, 0)
        var random = SystemRandomNumberGenerator()
        while true {
            let before = try leaves(after: 0).count
            let disk = Mishaps()
            failure.begin(disk, after: acts)
            let sitting = sit(disk)
            let failures = disk.failures
            disk.stop()
            sittings += 1
            refused += 4 - sitting.answered.count
            let left = try leaves(after: before)
            // In order, each answer has its leaf; what was refused may have one too, but nothing beside them has.
            var wanted = sitting.answered[...]
            for verb in left where wanted.first == verb { wanted.removeFirst() }
            #expect(wanted.isEmpty, "\(failure) after \(acts) acts: \(sitting.answered) answered, \(left) on the disk")
            #expect(left.count <= 4 && left.allSatisfy { [.signIn, .consultation].contains($0) })
            if failures == 0 {
                #expect(sitting.isOver && sitting.answered.count == 4)
                break
            }
            // A sitting writes some dozens of times, and reads hundreds of times where one before it left a long log.
            let readsMuch = [.readError, .anything].contains(failure) && sittings > 4
            let step = readsMuch ? 40...120 : failure == .syncError ? 1...3 : 3...9
            acts += Self.isSoak ? 1 : Int.random(in: step, using: &random)
        }
        print("failing look: \(failure): \(sittings) sittings, \(refused) answers refused")
        #expect(sittings > 2)
    }
}
