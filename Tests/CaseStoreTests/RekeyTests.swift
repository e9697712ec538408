// A change of keys through the door: what opens before, after, and after a stop at every step of it.
import Access
import AuditLog
import CaseModel
import CaseStore
import Cryptography
import Foundation
import Interchange
import KeyRing
import Lifecycle
import Rows
import SQLite
import Testing
import Vault

@Suite struct `New keys for a store` {
    private let scratch: Scratch
    private struct Stop: Error {}

    init() throws {
        scratch = try .withCasework()
        // A need that the inspector cannot read again: boxed to the compartment of social care.
        let line =
            #"{"add":"support","ref":"SUP-0001","victim":"VIC-0001","on":"2020-02-01","known":"2020-02-01","fields":{"type":"other","need":"A fictional need"}}"#
        try #require(scratch.take(line + "\n", as: "inspector").faults.map(\.text) == [])
        try #require(boxes() > 0)
    }

    /// How many values stand in boxes closed to a compartment's public key.
    private func boxes() throws -> Int {
        let intruder = try Intruder(scratch, as: "dpo")
        let count = try StandingBox.Table.allCases.reduce(0) { sum, table in
            try Team.compartments.reduce(sum) {
                try $0 + intruder.vault.connection.boxes(closedTo: $1, in: table, most: 1_000).count
            }
        }
        try intruder.vault.close()
        return count
    }

    private enum Team { static let compartments = ["police", "care", "shared", "rights"] }

    /// The epochs of the store's keys in the slot of an account, and of the compartments that it holds.
    private func epochs(_ user: String) throws -> (store: [Int64], pages: UInt32, compartments: [String]) {
        let intruder = try Intruder(scratch, as: user)
        let found = (
            intruder.keys.storeKeys.map(\.epoch), intruder.vault.epoch,
            intruder.keys.compartments.keys.map(\.description).sorted()
        )
        try intruder.vault.close()
        return found
    }

    /// That everybody still reads what is theirs, and that the store is whole.
    private func expectWhole(_ comment: Comment) throws {
        let need = try scratch.with("care") { try $0.show(#require(Reference("SUP-0001"))).fields["need"] }
        #expect(need == .text("A fictional need"), comment)
        let grounds = try scratch.with("officer") { try $0.show(#require(Reference("SUS-0001"))).fields["grounds"] }
        #expect(grounds == .text("Named in a fictional account"), comment)
        let findings = try scratch.with("custodian") { try $0.check().findings.map(\.sentence) }
        #expect(findings == [], comment)
    }

    private func rekey(_ user: String = "custodian", compartmentsOnly: Bool = false) throws -> RekeyOutcome {
        try scratch.with(user) { try $0.rekey(compartmentsOnly: compartmentsOnly) }
    }

    @Test func `everything opens under new keys, and nothing is left of the old ones`() throws {
        let outcome = try rekey()
        #expect(outcome.hasNewStoreKey && outcome.left.isEmpty)
        #expect(outcome.compartments == Team.compartments.sorted())
        try expectWhole("after rekey")
        let officer = try epochs("officer")
        #expect(officer.store == [2] && officer.pages == 2 && officer.compartments == ["police/2", "shared/2"])
        #expect(try epochs("custodian").compartments == ["care/2", "police/2", "rights/2", "shared/2"])
        #expect(try boxes() == 0)
        for turn in 3...4 {
            _ = try rekey()
            #expect(try epochs("care").store == [Int64(turn)])
        }
        try expectWhole("after three")
        let log = try scratch.with("dpo") { store in
            var filter = LogFilter()
            filter.verb = "upkeep"
            return try store.log(filter).flatMap(\.detail)
        }
        for act in ["rekey begun", "rekey wrapped", "rekey sealed", "rekey done", "old keys dropped"] {
            #expect(log.contains { $0.contains("\"\(act)\"") }, "\(act)")
        }
    }

    @Test func `stopped at any step the store opens, says so, and goes on to the end`() throws {
        var step = 0
        var stopped = true
        var isHalf = 0
        let soak = ProcessInfo.processInfo.environment["DALESWAY_SOAK"] != nil
        while stopped {
            let scratch = try Self.copy(of: scratch)
            let test = try `New keys for a store`(in: scratch)
            stopped = false
            var name = ""
            do {
                let store = try scratch.open("custodian")
                var reached = 0
                store.watch = { here in
                    defer { reached += 1 }
                    guard reached == step else { return }
                    name = here
                    throw Stop()
                }
                do {
                    _ = try store.rekey()
                    try store.close()
                } catch is Stop { stopped = true }
            }
            let comment: Comment = "stopped at step \(step), \(name)"
            if stopped {
                let notes = try scratch.with("officer") { $0.notes }
                if notes.contains(where: { $0.contains("half rekeyed") }) { isHalf += 1 }
                if soak || step % 8 == 0 { try test.expectWhole(comment) }
            }
            _ = try test.rekey()
            let after = try test.epochs("officer")
            #expect(after.store.count == 1 && UInt32(after.store[0]) == after.pages && after.pages >= 2, comment)
            #expect(after.compartments.count == 2, comment)
            #expect(try test.boxes() == 0, comment)
            let notes = try scratch.with("custodian") { $0.notes }
            #expect(notes == [], comment)
            if soak || !stopped { try test.expectWhole(comment) }
            step += soak ? 1 : 4
        }
        #expect(step > 30 && isHalf > (soak ? 15 : 3), "\(step) steps, \(isHalf) told of")
    }

    private init(in scratch: Scratch) throws { self.scratch = scratch }

    private static func copy(of scratch: Scratch) throws -> Scratch {
        let copy = try Scratch()
        copy.moment = scratch.moment
        try FileManager.default.copyItem(atPath: scratch.path, toPath: copy.path)
        return copy
    }

    @Test func `a revoked account's keys are due until they are changed, and open nothing after that`() throws {
        let kept = try Intruder(scratch, as: "supervisor")
        let old = kept.keys.storeKey
        try kept.vault.close()
        try scratch.with("custodian") { try $0.revoke("supervisor") }
        let (notes, warnings) = try scratch.with("custodian") { ($0.notes, try $0.check().warnings) }
        #expect(notes.contains { $0.contains("give it new keys with ‘rekey’") })
        #expect(warnings.contains { $0.contains("An account was revoked") })
        #expect(warnings.contains { $0.contains("compartment police") } && warnings.contains { $0.contains("shared") })
        _ = try rekey()
        let after = try scratch.with("custodian") { ($0.notes, try $0.check().warnings) }
        #expect(after.0 == [] && !after.1.contains { $0.contains("rotated") })
        let intruder = try Intruder(scratch, as: "dpo")
        let same = intruder.keys.storeKey.secret.equals(old.secret)
        #expect(!same && old.epoch == 1)
        try intruder.vault.close()
        try expectWhole("after revoke")
    }

    @Test func `a holder changes what the custodian does not hold, and the custodian drops the old keys`() throws {
        try scratch.with("custodian") { store in
            let (given, left) = try store.handOver()
            #expect(given == Team.compartments.sorted() && left == [])
        }
        let first = try rekey()
        #expect(first.hasNewStoreKey && first.compartments == [])
        #expect(first.left.map(\.name) == Team.compartments.sorted())
        #expect(first.left.first { $0.name == "rights" }?.holders == "dpo")
        let warned = try scratch.with("custodian") { try $0.check().warnings }
        #expect(warned.contains { $0.contains("the compartment care") && $0.contains("care and care-lead") })
        for user in ["care-lead", "inspector", "dpo"] {
            #expect(try !rekey(user, compartmentsOnly: true).hasNewStoreKey)
        }
        // `shared` was changed by the lead, and then by the inspector once more.
        #expect(try epochs("care").compartments == ["care/1", "care/2", "shared/1", "shared/2", "shared/3"])
        try expectWhole("before the custodian came")
        #expect(try epochs("care").compartments == ["care/2", "shared/3"])
        let still = try scratch.with("custodian") { try $0.check().warnings }
        #expect(!still.contains { $0.contains("rotated") })
        try expectWhole("after the custodian came")
    }

    @Test func `new keys are for custodians, and a compartment's for who holds one`() throws {
        for user in ["officer", "dpo", "publisher", "inspector"] {
            #expect(try scratch.turnedAway { try rekey(user) }.kind == .notPermitted)
        }
        #expect(try scratch.turnedAway { try rekey("publisher", compartmentsOnly: true) }.kind == .notPermitted)
        #expect(try epochs("officer").store == [1])
    }

    @Test func `a compartment is never taken from its last holder`() throws {
        try scratch.with("custodian") { _ = try $0.handOver() }
        for act in [{ try $0.revoke("dpo") }, { _ = try $0.withdraw(.rights, from: "dpo") }]
            as [(CaseStore) throws -> Void]
        {
            let error = try scratch.turnedAway { try scratch.with("custodian", act) }
            #expect(error.kind == .notPermitted && error.sentence.contains("Nobody else holds the compartment rights"))
        }
        #expect(try epochs("dpo").compartments == ["rights/1"])
    }

    @Test func `somebody who lost a compartment while keys were changing does not get the next ones`() throws {
        do {
            let store = try scratch.open("custodian")
            store.watch = { if $0 == "before rekey wrapped" { throw Stop() } }
            #expect(throws: Stop.self) { _ = try store.rekey() }
        }
        try scratch.with("custodian") { _ = try $0.withdraw(.police, from: "officer") }
        _ = try rekey()
        let inspector = try epochs("inspector")
        #expect(inspector.compartments == ["police/3", "shared/2"] && inspector.store == [2])
        #expect(try epochs("officer").compartments == ["shared/2"])
        #expect(try scratch.with("custodian") { $0.notes } == [])
    }

    @Test func `a suspended account is let in again after new keys`() throws {
        try scratch.with("custodian") { try $0.suspend("officer") }
        #expect(try scratch.turnedAway { try scratch.open("officer") }.kind == .notRecognised)
        _ = try rekey()
        try scratch.with("custodian") { try $0.reinstate("officer") }
        try expectWhole("after reinstating")
    }

    @Test func `two custodians can close each other's accounts once both are trusted`() throws {
        _ = try scratch.with("custodian") {
            try $0.addUser(
                "second", organisation: .police, roles: [.custodian], passphrase: Scratch.passphrase, cost: .least)
        }
        #expect(
            try scratch.turnedAway { try scratch.with("second") { try $0.revoke("custodian") } }.kind == .notPermitted)
        try scratch.with("custodian") { try $0.trust("second") }
        #expect(try scratch.turnedAway { try scratch.with("custodian") { try $0.trust("second") } }.kind == .badData)
        #expect(try scratch.turnedAway { try scratch.with("custodian") { try $0.trust("officer") } }.kind == .badData)
        // Everybody's slot learns of it when they next sign in.
        let told = try scratch.with("officer") { $0.notes }
        #expect(told == [])
        try scratch.with("custodian") { try $0.grant(.rights, to: "second") }
        for compartment in [Compartment.police, .care, .shared] {
            try scratch.with("custodian") { try $0.grant(compartment, to: "second") }
        }
        try scratch.with("second") { try $0.revoke("custodian") }
        #expect(try scratch.turnedAway { try scratch.open("custodian") }.kind == .notRecognised)
        _ = try rekey("second")
        #expect(try epochs("officer").compartments == ["police/2", "shared/2"])
    }
}
