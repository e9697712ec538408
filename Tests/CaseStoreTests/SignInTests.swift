// Signing in, and what lies beside the store: slots lost, altered, set back, left half written; a newer edition.
import AuditLog
import CaseStore
import Cryptography
import Foundation
import KeyRing
import Lifecycle
import SQLite
import Testing
import Vault

@Suite struct `The way into a store` {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.found()
    }

    private var slots: URL { URL(fileURLWithPath: scratch.path + "/slots") }
    private var next: URL { URL(fileURLWithPath: scratch.path + "/slots.new") }
    private var attempts: String { scratch.path + "/attempts" }

    private func refusal(_ user: String, _ words: String = Scratch.words) -> StoreError? {
        do {
            let store = try CaseStore.open(
                at: scratch.path, user: user, passphrase: .init(copying: Array(words.utf8)), wait: 0,
                clock: scratch.clock)
            try store.close()
            return nil
        } catch { return error as? StoreError }
    }

    private func verbs() throws -> [Verb] {
        let intruder = try Intruder(scratch, as: "dpo")
        let verbs = try intruder.verbs()
        try intruder.vault.close()
        return verbs
    }

    @Test func `a wrong passphrase and an unknown user sound alike, are counted, and become one leaf`() throws {
        let before = try verbs().count
        let wrong = try #require(refusal("officer", "eight quiet herons cross the weir"))
        #expect(wrong.kind == .notRecognised)
        #expect(refusal("nobody of that name") == wrong)
        #expect(refusal("officer", "") == wrong)
        #expect(refusal("officer\u{0}", "x") == wrong)
        let kept = String(decoding: try Data(contentsOf: URL(fileURLWithPath: attempts)), as: UTF8.self)
        #expect(!kept.contains("officer") && !kept.contains("nobody"))
        #expect(try verbs().count == before)

        #expect(refusal("dpo") == nil)
        #expect(try Array(verbs()[before...]) == [.denied, .signIn])
        #expect(!FileManager.default.fileExists(atPath: attempts))
        let store = try scratch.open("dpo")
        var filter = LogFilter()
        filter.verb = "denied"
        #expect(try store.log(filter).first?.detail == [#"{"act":"sign-in","count":4}"#])
        try store.close()
    }

    @Test func `a damaged count of failed sign-ins keeps nobody out`() throws {
        try Data("nonsense".utf8).write(to: URL(fileURLWithPath: attempts))
        #expect(refusal("nobody")?.kind == .notRecognised)
        #expect(refusal("dpo") == nil)
    }

    @Test func `an older slot file put back is refused`() throws {
        let old = try Data(contentsOf: slots)
        let store = try scratch.open("custodian")
        try store.revoke("publisher")
        try store.close()
        #expect(refusal("publisher")?.kind == .notRecognised)
        try old.write(to: slots)
        for user in ["publisher", "custodian"] {
            let error = refusal(user)
            #expect(error?.kind == .damaged)
            #expect(error?.sentence.contains("an older or altered one") == true)
        }
    }

    @Test func `a change of the slot file that a crash cut short is finished`() throws {
        let old = try Data(contentsOf: slots)
        let store = try scratch.open("custodian")
        try store.addUser(
            "newcomer", organisation: .police, roles: [.officer], passphrase: Scratch.passphrase, cost: .least)
        try store.close()
        let new = try Data(contentsOf: slots)
        try old.write(to: slots)
        try new.write(to: next)
        #expect(refusal("dpo") == nil)
        #expect(try Data(contentsOf: slots) == new)
        #expect(!FileManager.default.fileExists(atPath: next.path))
        #expect(refusal("newcomer") == nil)
    }

    @Test func `a change of the slot file that never reached the store is dropped`() throws {
        let whole = try Data(contentsOf: slots)
        for left in [whole.dropLast(7), Data("nonsense".utf8), Data()] {
            try left.write(to: next)
            #expect(refusal("dpo") == nil)
            #expect(try Data(contentsOf: slots) == whole)
            #expect(!FileManager.default.fileExists(atPath: next.path))
        }
    }

    @Test func `a slot file that is missing, cut, emptied or not one is refused with a sentence`() throws {
        let whole = try Data(contentsOf: slots)
        for bytes in [
            Data(), whole.dropLast(), whole.dropLast(whole.count / 2), Data(repeating: 0xFF, count: 4096),
            Data("{}\n".utf8), whole + whole, Data(repeating: 0x5B, count: 5 << 20),
        ] {
            try bytes.write(to: slots)
            let error = refusal("custodian")
            #expect(error?.kind == .damaged)
            #expect(error?.sentence.isEmpty == false)
        }
        try FileManager.default.removeItem(at: slots)
        #expect(refusal("custodian")?.kind == .damaged)
        try whole.write(to: slots)
        #expect(refusal("custodian") == nil)
    }

    @Test func `no slot file with a changed byte lets anybody in`() throws {
        let whole = try Data(contentsOf: slots)
        for place in stride(from: 3, to: whole.count, by: max(1, whole.count / 60)) {
            var bytes = whole
            bytes[place] ^= 1
            try bytes.write(to: slots)
            let error = refusal("custodian")
            #expect(error != nil, "byte \(place)")
            #expect(
                [.damaged, .notRecognised, .newer].contains(error?.kind), "byte \(place): \(String(describing: error))")
        }
    }

    @Test func `a link in place of the slot file is not followed`() throws {
        let elsewhere = scratch.path + "-slots"
        defer { try? FileManager.default.removeItem(atPath: elsewhere) }
        try FileManager.default.moveItem(atPath: slots.path, toPath: elsewhere)
        try FileManager.default.createSymbolicLink(atPath: slots.path, withDestinationPath: elsewhere)
        #expect(refusal("custodian") != nil)
    }

    @Test func `a store of a newer edition is refused as such`() throws {
        do {
            let intruder = try Intruder(scratch, as: "custodian")
            try intruder.vault.connection.transaction { try $0.setUserVersion(99) }
            try intruder.vault.close()
        }
        let error = refusal("custodian")
        #expect(error?.kind == .newer)
        #expect(error?.sentence.contains("newer program") == true)
    }

    @Test func `a store that somebody holds is refused, and the holder named`() throws {
        let store = try scratch.open("officer")
        let error = refusal("inspector")
        #expect(error?.kind == .busy)
        #expect(error?.sentence.contains("process \(ProcessInfo.processInfo.processIdentifier)") == true)
        try store.close()
        #expect(refusal("inspector") == nil)
    }

    @Test func `another store's slot file does not open this one`() throws {
        let other = try Scratch()
        try other.found()
        try Data(contentsOf: URL(fileURLWithPath: other.path + "/slots")).write(to: slots)
        #expect(refusal("custodian")?.kind == .damaged)
    }
}
