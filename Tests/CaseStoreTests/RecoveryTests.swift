// Getting in with the recovery key: at every step a stop, and what everybody is told until there is a new one.
import CaseModel
import CaseStore
import Cryptography
import Foundation
import Lifecycle
import Testing

@Suite struct `Getting in with the recovery key` {
    private struct Stop: Error {}
    private let scratch: Scratch
    private let papers: [String]
    private static let other = SecretBytesText("eight quiet herons cross the weir")

    /// A passphrase as text, so that it can be used again and again.
    private struct SecretBytesText {
        let text: String
        init(_ text: String) { self.text = text }
        var secret: SecretBytes { SecretBytes(copying: Array(text.utf8)) }
    }

    init() throws {
        scratch = try Scratch()
        let (store, papers) = try CaseStore.found(
            at: scratch.path, name: "custodian", passphrase: Scratch.passphrase, recovery: .twoOfThree, cost: .least,
            clock: scratch.clock)
        try store.addUser(
            "officer", organisation: .police, roles: [.officer], passphrase: Scratch.passphrase, cost: .least)
        try store.close()
        self.papers = papers
    }

    private func recover(
        _ texts: [String], _ name: String, at path: String? = nil, watch: ((String) throws -> Void)? = nil
    ) throws {
        try CaseStore.recover(
            at: path ?? scratch.path, with: texts, name: name, passphrase: Self.other.secret, wait: 0, cost: .least,
            clock: scratch.clock, watch: watch)
    }

    private func open(_ user: String, at path: String? = nil) throws -> CaseStore {
        try CaseStore.open(
            at: path ?? scratch.path, user: user, passphrase: Self.other.secret, wait: 0, cost: .least,
            clock: scratch.clock)
    }

    @Test func `two shares make a custodian in the lost one's place, who is told to renew the key`() throws {
        try recover([papers[2], papers[1]], "custodian")
        #expect(try scratch.turnedAway { try scratch.open("custodian") }.kind == .notRecognised)
        let store = try open("custodian")
        #expect(store.notes.count == 1 && store.notes[0].contains("The recovery key was used on"))
        #expect(store.account.compartments.count == 4)
        #expect(try store.users().map(\.status).sorted() == ["active", "active", "revoked"])
        let (fresh, waiting) = try store.renewRecovery(.single)
        #expect(fresh.count == 1 && waiting == [])
        try store.close()
        let again = try open("custodian")
        #expect(again.notes == [])
        try again.close()
        #expect(try scratch.turnedAway { try recover(Array(papers[..<2]), "third") }.kind == .badData)
        try recover(fresh, "third")
        let officer = try scratch.with("officer") { $0.notes }
        #expect(officer == [])
    }

    @Test func `what will not do is refused with its own sentence, and nothing is changed`() throws {
        let before = try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/slots"))
        let foreign = try Scratch()
        let (store, others) = try CaseStore.found(
            at: foreign.path, name: "custodian", passphrase: Scratch.passphrase, recovery: .twoOfThree, cost: .least,
            clock: foreign.clock)
        try store.close()
        var mistyped = Array(papers[1])
        mistyped[8] = mistyped[8] == "7" ? "8" : "7"
        for (texts, name, words) in [
            ([papers[0]], "custodian", "This is share 1 of three"),
            ([papers[0], papers[0]], "custodian", "Both are share 1"),
            ([papers[0], String(mistyped)], "custodian", "Recovery share 2 is mistyped in group 2."),
            (Array(others[..<2]), "custodian", "Share 1 is not one of this store's"),
            (["", ""], "custodian", "not a recovery key"),
            ([], "custodian", "not a recovery key"),
            (Array(papers[..<2]), "officer", "already an account of that name"),
            (Array(papers[..<2]), "", "An account's name has 1 to 64 characters"),
        ] {
            let error = try scratch.turnedAway { try recover(texts, name) }
            #expect(error.kind == .badData && error.sentence.contains(words), "\(error.sentence)")
        }
        #expect(
            try scratch.turnedAway { try recover(Array(papers[..<2]), "x", at: scratch.path + "-none") }.kind
                == .missing)
        #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/slots")) == before)
        let notes = try scratch.with("custodian") { $0.notes }
        #expect(notes == [])
    }

    @Test func `stopped at any step the old way in or the new one opens`() throws {
        var step = 0
        while true {
            let copy = try Scratch()
            try FileManager.default.copyItem(atPath: scratch.path, toPath: copy.path)
            var reached = 0
            do {
                try recover(Array(papers[1...]), "custodian", at: copy.path) { _ in
                    defer { reached += 1 }
                    if reached == step { throw Stop() }
                }
                #expect(step >= 5)
                return
            } catch is Stop {}
            let old = try? CaseStore.open(
                at: copy.path, user: "custodian", passphrase: Scratch.passphrase, wait: 0, cost: .least,
                clock: copy.clock)
            if let old {
                try old.close()
                try recover(Array(papers[1...]), "custodian", at: copy.path)
            }
            let new = try open("custodian", at: copy.path)
            #expect(try new.check().findings.isEmpty, "step \(step)")
            try new.close()
            step += 1
        }
    }

    @Test func `a damaged or older slot file is put right on the way`() throws {
        try Data("nonsense".utf8).write(to: URL(fileURLWithPath: scratch.path + "/slots"))
        try recover([papers[0], papers[2]], "second")
        let notes = try scratch.with("custodian") { $0.notes }
        #expect(notes.count == 1)
    }

    @Test func `who stands in a restored or older store is not appointed twice`() throws {
        try recover([papers[0], papers[1]], "second")
        try recover([papers[0], papers[1]], "second")
        let store = try open("second")
        #expect(try store.users().count { $0.name == "second" && $0.status == "active" } == 1)
        try store.close()
    }
}
