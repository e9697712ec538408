// Signing in: who is not let in, what is counted of it, a newer edition, a store that somebody holds.
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

    private var attempts: String { scratch.path + "/attempts" }

    private func refusal(_ user: String, _ words: String = Scratch.words) -> StoreError? {
        do {
            let store = try CaseStore.open(
                at: scratch.path, user: user, passphrase: .init(copying: Array(words.utf8)), wait: 0, cost: .least,
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
}
