// A witness's signature comes home: whose counts, over what, who may take it, and that a false one condemns.
import AuditLog
import CaseStore
import Cryptography
import Foundation
import Rows
import SQLite
import Testing
import Vault

@Suite struct `A witness of the log` {
    private func witness(_ name: String = "witness.example/care") throws -> NoteKey {
        try NoteKey(
            name: name, kind: .witness, key: SigningKey(seed: SecretBytes(copying: [UInt8](repeating: 9, count: 32))))
    }

    /// What the witness would send back for that checkpoint.
    private func line(_ checkpoint: String, at seconds: UInt64 = 1_780_000_000) throws -> Cosignatures {
        let note = try Note(reading: Array(checkpoint.utf8))
        let signed = try Note(text: note.text).signed(by: witness(), at: seconds).signatures[0]
        return try Cosignatures(reading: Array((signed.line + "\n").utf8))
    }

    private func refused(_ body: () throws -> Void) throws -> StoreError {
        let error = #expect(throws: StoreError.self) { try body() }
        return try #require(error)
    }

    private func text(_ kept: [(size: Int, note: String)], _ size: Int) throws -> String {
        try #require(kept.first { $0.size == size }).note
    }

    @Test func `is taken under its checkpoint once its key is trusted, and goes into the export`() throws {
        let scratch = try Scratch()
        try scratch.found()
        let checkpoint = try scratch.with("dpo") { try $0.checkpoint() }
        let answer = try line(checkpoint)
        let verifier = try witness().verifier
        let untrusted = try refused { _ = try scratch.with("dpo") { try $0.take(answer, trusting: nil) } }
        #expect(untrusted.kind == .badData && untrusted.sentence.contains("--key"))
        let taken = try scratch.with("supervisor") { try $0.take(answer, trusting: verifier) }
        let size = try Checkpoint(reading: Note(reading: Array(checkpoint.utf8)).text).size
        #expect(taken.map(\.size) == [size])
        #expect(taken.map(\.witness) == ["witness.example/care"])
        #expect(taken.map(\.isKnown) == [false])
        // The log says who took it and whose key is trusted; the text of the checkpoint is what it was.
        #expect(taken[0].note.hasPrefix(checkpoint))
        #expect(try scratch.with("inspector") { try $0.take(answer, trusting: nil) }.map(\.isKnown) == [true])
        var exported: [String: String] = [:]
        let verdict = try scratch.with("dpo") { store in
            _ = try store.exportLog { exported[$0, default: ""] += $1 }
            return try store.verifyLog()
        }
        #expect(exported["checkpoint.\(size)"] == taken[0].note)
        #expect(verdict.faults == [])
        #expect(verdict.witnessed.map(\.size) == [size])
        #expect(verdict.witnessed.map(\.seconds) == [1_780_000_000])
        // A newer line by the same key takes the older one's place.
        let later = try scratch.with("dpo") { try $0.take(line(checkpoint, at: 1_780_000_500), trusting: nil) }
        #expect(try Note(reading: Array(later[0].note.utf8)).signatures.count == 2)
        #expect(try scratch.with("dpo") { try $0.verifyLog() }.witnessed.map(\.seconds) == [1_780_000_500])
    }

    @Test func `is refused where it is false, over another log, a log's own key, or by whom nobody named`() throws {
        let scratch = try Scratch()
        try scratch.found()
        let checkpoint = try scratch.with("dpo") { try $0.checkpoint() }
        let verifier = try witness().verifier
        let other = checkpoint.replacing("dalesway.invalid", with: "elsewhere.invalid")
        let error = try refused { _ = try scratch.with("dpo") { try $0.take(line(other), trusting: verifier) } }
        #expect(error.kind == .badData && error.sentence.contains("no checkpoint that this store keeps"))
        // What is refused trusts nobody either.
        #expect(
            try refused { _ = try scratch.with("dpo") { try $0.take(line(checkpoint), trusting: nil) } }.kind
                == .badData)
        let log = try NoteVerifier(name: "x.example", kind: .log, key: verifier.key)
        let asLog = try refused { _ = try scratch.with("dpo") { try $0.take(line(checkpoint), trusting: log) } }
        #expect(asLog.sentence.contains("a log's, not a witness's"))
        // The log's own key as its witness.
        let intruder = try Intruder(scratch, as: "dpo")
        let kept = try intruder.vault.connection.storeFact("log.seed")
        let seed = try #require(kept)
        try intruder.vault.close()
        let own = try NoteVerifier(
            name: "witness.example/own", kind: .witness, key: SigningKey(seed: SecretBytes(copying: seed)).publicKey)
        let itself = try refused { _ = try scratch.with("dpo") { try $0.take(line(checkpoint), trusting: own) } }
        #expect(itself.sentence.contains("this log's own"))
    }

    @Test func `is trusted until somebody trusts it no longer, and a proof stands under its newest line`() throws {
        let scratch = try Scratch()
        try scratch.found()
        let checkpoint = try scratch.with("dpo") { try $0.checkpoint() }
        let size = try scratch.with("dpo") { try $0.take(line(checkpoint), trusting: witness().verifier) }[0].size
        #expect(try scratch.with("dpo") { try $0.prove(leaf: 0) }.size == size)
        let unknown = try refused { try scratch.with("dpo") { try $0.distrust("witness.example/nobody") } }
        #expect(unknown.kind == .badData && unknown.sentence.contains("witness.example/care"))
        try scratch.with("supervisor") { try $0.distrust("witness.example/care") }
        let verdict = try scratch.with("dpo") { try $0.verifyLog() }
        #expect(verdict.faults == [] && verdict.witnessed == [])
        #expect(try scratch.with("dpo") { try $0.prove(leaf: 0) }.size > size)
        let again = try refused { _ = try scratch.with("dpo") { try $0.take(line(checkpoint), trusting: nil) } }
        #expect(again.kind == .badData)
        #expect(
            try refused { try scratch.with("officer") { try $0.distrust("witness.example/care") } }.kind
                == .notPermitted)
        #expect(
            try scratch.with("dpo") { try $0.take(line(checkpoint), trusting: witness().verifier) }.map(\.isKnown) == [
                true
            ])
        #expect(try scratch.with("dpo") { try $0.verifyLog() }.witnessed.map(\.size) == [size])
    }

    @Test(arguments: ["officer", "care", "care-lead", "publisher"])
    func `may be taken by nobody who may not prove the log, and the attempt is logged`(user: String) throws {
        let scratch = try Scratch()
        try scratch.found()
        let checkpoint = try scratch.with("dpo") { try $0.checkpoint() }
        let before = try scratch.with("dpo") { try $0.verifyLog() }.size
        let error = try refused {
            _ = try scratch.with(user) { try $0.take(line(checkpoint), trusting: witness().verifier) }
        }
        #expect(error.kind == .notPermitted)
        // The attempt's sign-in and refusal, and the look's own sign-in.
        #expect(try scratch.with("dpo") { try $0.verifyLog() }.size > before + 1)
    }

    @Test func `whose line was altered in the store is told by every check of the log`() throws {
        let scratch = try Scratch()
        try scratch.found()
        let checkpoint = try scratch.with("dpo") { try $0.checkpoint() }
        let taken = try scratch.with("dpo") { try $0.take(line(checkpoint), trusting: witness().verifier) }
        let altered = try line(checkpoint, at: 5).lines[0]
        var note = try Note(reading: Array(taken[0].note.utf8))
        // Another's signature under the true line's name: the time is another one.
        let words = note.signatures[1].line.split(separator: " ")
        var bytes = try #require(Base64.bytes(words[2]))
        bytes.replaceSubrange(4..<12, with: altered.bytes.prefix(8))
        let forged = "\u{2014} \(words[1]) \(Base64.text(bytes))\n"
        note.signatures.removeLast()
        let text = note.encoded + forged
        let size = taken[0].size
        let intruder = try Intruder(scratch, as: "dpo")
        try intruder.vault.connection.transaction { transaction in
            _ = try transaction.cosign(checkpoint: size, with: text)
        }
        try intruder.vault.close()
        let faults = try scratch.with("dpo") { try $0.verifyLog() }.faults
        #expect(faults.count == 1)
        #expect(faults.first?.contains("witness.example/care") == true)
        #expect(faults.first?.contains("size \(size)") == true)
    }

    @Test(arguments: ["", "\n", "line\n", "\u{2014} n AAAA\n", "\u{2014} n AAAAAAA=", "\u{2014} n AAAAAAA=\n\n"])
    func `sends lines and nothing else`(text: String) {
        #expect(throws: AuditError.malformedNote) { _ = try Cosignatures(reading: Array(text.utf8)) }
    }
}
