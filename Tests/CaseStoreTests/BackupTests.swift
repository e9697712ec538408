// Backups: of one moment while others work, whole or not at all, and what an erasure does to them.
import Access
import CaseModel
import CaseStore
import Cryptography
import Foundation
import Interchange
import Lifecycle
import Synchronization
import Testing
import Vault

@Suite struct `A backup` {
    private func verified(_ scratch: Scratch, _ path: String, as user: String = "inspector") throws -> BackupVerdict {
        try CaseStore.verifyBackup(
            at: path, scratch: FileManager.default.temporaryDirectory.path, user: user,
            passphrase: Scratch.passphrase, clock: scratch.clock)
    }

    private func restored(_ scratch: Scratch, _ path: String, mishaps: Mishaps? = nil) throws -> RestoreOutcome {
        try CaseStore.restore(
            from: path, to: scratch.path, user: "custodian", passphrase: Scratch.passphrase, state: scratch.state,
            mishaps: mishaps, clock: scratch.clock)
    }

    private func countersigned(_ scratch: Scratch) throws {
        let store = try scratch.open("supervisor", for: .countersigning)
        try store.countersignRestore()
        try store.close()
    }

    @Test func `is of one moment while the case file is worked with on another thread`() throws {
        let scratch = try Scratch.withCasework()
        let path = scratch.path + "-backup"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let custodian = try scratch.open("custodian")
        let pending = try custodian.beginBackup(to: path)
        let sharing = Writing(pending)
        Thread.detachNewThread { sharing.write() }
        var added = 0
        while !sharing.isOver {
            _ = try custodian.add(AddLine(kind: .person, on: try #require(Day("2020-02-01"))))
            added += 1
        }
        let manifest = try #require(sharing.answer).get()
        try custodian.close()
        let verdict = try verified(scratch, path)
        #expect(verdict.faults == [])
        #expect(verdict.manifest == manifest)
        #expect(try scratch.with("inspector") { try $0.list(.person).count } == 3 + added)
        _ = try restored(scratch, path)
        try countersigned(scratch)
        #expect(try scratch.with("inspector") { try $0.list(.person).count } == 3)
    }

    @Test(arguments: [[Mishaps.Act.write], [.sync], [.rename], [.syncFolder], [.write, .sync, .rename, .syncFolder]])
    func `is whole or not there, wherever the disk fails`(_ acts: [Mishaps.Act]) throws {
        let scratch = try Scratch.withCasework()
        let path = scratch.path + "-backup"
        defer { try? FileManager.default.removeItem(atPath: path) }
        var after = 0
        while true {
            let mishaps = Mishaps()
            mishaps.fail(Set(acts), after: after, torn: true)
            let store = try scratch.open("custodian")
            defer { try? store.close() }
            do {
                _ = try store.backup(to: path, mishaps: mishaps)
                break
            } catch let error as StoreError {
                #expect(error.kind == .inputOutput)
                #expect(error.sentence.contains("full"))
                // Only the wait for the folder above comes after the name.
                #expect(!NewFolder.isAnything(path) || acts.contains(.syncFolder))
                try? FileManager.default.removeItem(atPath: path)
            }
            #expect(!NewFolder.isAnything(path + ".part"))
            after += isSoak ? 1 : 2
        }
        #expect(try verified(scratch, path).faults == [])
    }

    @Test func `is restored whole or not at all, wherever the disk fails`() throws {
        let scratch = try Scratch.withCasework()
        let path = scratch.path + "-backup"
        _ = try scratch.with("custodian") { try $0.backup(to: path) }
        var asides: [String] = []
        defer { for path in asides + [path] { try? FileManager.default.removeItem(atPath: path) } }
        var after = 0
        while true {
            let mishaps = Mishaps()
            mishaps.fail([.write, .sync, .rename, .syncFolder], after: after, with: EIO)
            do {
                let outcome = try restored(scratch, path, mishaps: mishaps)
                asides.append(try #require(outcome.aside))
                break
            } catch is StoreError {
                let store = try scratch.open("inspector", for: .inspection)
                #expect(try store.check().findings.allSatisfy { $0.sentence.contains("countersign") })
                try store.close()
            }
            after += 1
        }
        for number in 1...after {
            asides.append("\(scratch.path).before-restore-\(number)")
        }
        try countersigned(scratch)
        #expect(try scratch.with("inspector") { try $0.check().isWhole })
    }

    @Test func `does not bring back whoever was erased after it was made`() throws {
        let scratch = try Scratch.withCasework()
        let machine = Machine()
        scratch.state = machine.state
        let path = scratch.path + "-backup"
        defer { try? FileManager.default.removeItem(atPath: path) }
        defer { try? FileManager.default.removeItem(atPath: scratch.path + ".before-restore-1") }
        let suspect = try #require(Reference("PER-0002"))
        _ = try scratch.with("custodian") { try $0.backup(to: path) }
        #expect(try scratch.with("inspector") { try $0.show(suspect).title } == "Simon Fictitious")
        try scratch.with("custodian") { store in
            store.reason = Reason(.dataRights)
            try store.destroyKeys(of: suspect)
        }
        #expect(try scratch.with("inspector") { try $0.show(suspect).title } == nil)
        #expect(try scratch.with("inspector") { try $0.check().isWhole })
        #expect(try scratch.with("dpo") { try $0.verifyLog().faults } == [])
        #expect(try restored(scratch, path).erased == 1)
        try countersigned(scratch)
        #expect(try scratch.with("inspector") { try $0.show(suspect).title } == nil)
        #expect(
            try scratch.with("inspector") { try $0.show(Reference(kind: .person, number: 3)).title } == "Peter Madeup")
        #expect(try scratch.with("inspector") { try $0.check().findings } == [])
        // A backup made from now on says so itself, and a register that somebody altered counts for nothing.
        let second = path + "-2"
        defer { try? FileManager.default.removeItem(atPath: second) }
        defer { try? FileManager.default.removeItem(atPath: scratch.path + ".before-restore-2") }
        _ = try scratch.with("custodian") { try $0.backup(to: second) }
        #expect(try verified(scratch, second).faults == [])
        let register = URL(fileURLWithPath: try machine.folder() + "/erased")
        var bytes = try Data(contentsOf: register)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: register)
        #expect(try restored(scratch, second).erased == 0)
    }

    @Test func `says when it is overdue`() throws {
        let scratch = try Scratch.withCasework()
        let path = scratch.path + "-backup"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let error = try scratch.turnedAway { try scratch.with("custodian") { try $0.backup(to: path, keep: 0) } }
        #expect(error.kind == .badData)
        _ = try scratch.with("custodian") { try $0.backup(to: path, keep: 7) }
        #expect(try !verified(scratch, path).isOverdue)
        scratch.moment += 8 * 86_400_000
        let verdict = try verified(scratch, path)
        #expect(verdict.isOverdue && verdict.faults == [])
    }

    @Test func `opens with the account's own compartments and no others`() throws {
        let scratch = try Scratch.withCasework()
        let path = scratch.path + "-backup"
        defer { try? FileManager.default.removeItem(atPath: path) }
        _ = try scratch.with("custodian") { try $0.backup(to: path) }
        #expect(try scratch.turnedAway { try verified(scratch, path, as: "publisher") }.kind == .notPermitted)
        #expect(try scratch.turnedAway { try verified(scratch, path, as: "nobody") }.kind == .notRecognised)
        #expect(try !verified(scratch, path, as: "dpo").warnings.isEmpty)
    }
}

/// A backup that is written on another thread.
private final class Writing: Sendable {
    private let pending: Mutex<PendingBackup?>
    private let outcome = Mutex<Result<BackupManifest, any Error>?>(nil)

    init(_ pending: sending PendingBackup) { self.pending = Mutex(pending) }

    func write() {
        let answer = pending.withLock { pending in
            defer { pending = nil }
            return Result { () throws -> BackupManifest in
                guard let pending else { throw StoreError(.fault, "It was written already.") }
                return try pending.write()
            }
        }
        outcome.withLock { $0 = answer }
    }

    var answer: Result<BackupManifest, any Error>? { outcome.withLock { $0 } }
    var isOver: Bool { answer != nil }
}

/// Whether the full counts are wanted, which take minutes.
private let isSoak = ProcessInfo.processInfo.environment["DALESWAY_SOAK"] != nil
