// Proofs out of a store, and checkpoints that somebody holds of it, through restores too.
import AuditLog
import Cryptography
import Foundation
import Lifecycle
import Rows
import SQLite
import Testing

@testable import CaseStore

@Suite struct ProveTests {
    private func note(_ text: String) throws -> Note { try Note(reading: Array(text.utf8)) }

    @Test func `every entry is proven to whoever holds the key, with and without its bytes`() throws {
        let scratch = try Scratch.withCasework()
        let store = try scratch.open("dpo")
        let key = try store.logIdentity().key.verifier
        for index in 0..<(try store.connection.logSize()) {
            let proof = try store.prove(leaf: index, withLeaf: index.isMultiple(of: 2))
            let file = try ProofFile(reading: Array(proof.file.utf8))
            #expect((file.leaf != nil) == index.isMultiple(of: 2))
            var leaf: [UInt8]?
            try store.connection.leaves(index..<index + 1) { _, bytes, _ in leaf = bytes }
            #expect(try file.verify(#require(leaf), log: key).size == proof.size)
            #expect(try file.entry(#require(leaf), in: "proof", log: key).seq == index)
        }
        let size = try store.connection.logSize()
        #expect { try store.prove(leaf: size + 5) } throws: { ($0 as? StoreError)?.kind == .badData }
        #expect { try store.prove(leaf: -1) } throws: { ($0 as? StoreError)?.kind == .badData }
        #expect(try store.verifyLog().faults == [])
        try store.close()
        #expect { try scratch.with("officer") { try $0.prove(leaf: 0) } } throws: {
            ($0 as? StoreError)?.kind == .notPermitted
        }
    }

    @Test func `an entry of which the hash alone is left is proven, and not handed out`() throws {
        let scratch = try Scratch.withCasework()
        let store = try scratch.open("dpo")
        _ = try store.connection.change { transaction in
            try transaction.run("UPDATE audit_leaf SET leaf = NULL WHERE seq = 3")
            return Logged((), Entry(actor: "u", verb: .upkeep, at: scratch.moment + 5))
        }
        #expect(try store.prove(leaf: 3).from == 3)
        #expect { try store.prove(leaf: 3, withLeaf: true) } throws: { ($0 as? StoreError)?.kind == .badData }
        try store.close()
    }

    @Test func `a proof stands under what a witness signed, where that covers the entry`() throws {
        let scratch = try Scratch.withCasework()
        let store = try scratch.open("dpo")
        let witness = try NoteKey(
            name: "witness.example/dpo", kind: .witness,
            key: SigningKey(seed: SecretBytes(copying: Array(repeating: 9, count: 32))))
        let plain = try note(store.checkpoint())
        let size = try Checkpoint(reading: plain.text).size
        let cosigned = try plain.signed(by: witness, at: 5).encoded
        _ = try store.take(Cosignatures(reading: Array(cosigned.utf8)), trusting: witness.verifier)
        #expect(try store.prove(leaf: 1).note == cosigned)
        #expect(try store.prove(leaf: size - 1).note == cosigned)
        let later = try store.prove(leaf: size)
        #expect(later.size > size && later.note != cosigned)
        try store.close()
    }

    @Test func `growth is proven since every size, and to a witness who holds nothing`() throws {
        let scratch = try Scratch.withCasework()
        let store = try scratch.open("dpo")
        let key = try store.logIdentity().key.verifier
        let size = try store.connection.logSize()
        for old in stride(from: 1, through: size, by: 3) {
            var reader = try store.connection.treeReader()
            let root = try reader.root(at: old)
            let held = try Checkpoint(origin: key.name, size: old, root: root)
                .signed(by: store.logIdentity().key).encoded
            let proof = try store.prove(since: Array(held.utf8), in: "held")
            let request = try AddCheckpoint(reading: Array(proof.file.utf8))
            #expect(request.old == old && proof.from == old)
            #expect(try request.verify(since: root, log: key).size == proof.size)
        }
        let first = try AddCheckpoint(reading: Array(store.prove(since: nil).file.utf8))
        #expect(first.old == 0 && first.path.isEmpty)
        let other = try NoteKey(
            name: "other.example", key: SigningKey(seed: SecretBytes(copying: Array(repeating: 1, count: 32))))
        let foreign = try Checkpoint(origin: "other.example", size: 3, root: someDigest()).signed(by: other).encoded
        let forked = try Checkpoint(origin: key.name, size: 3, root: someDigest()).signed(by: store.logIdentity().key)
        let longer = try Checkpoint(origin: key.name, size: 99_999, root: someDigest()).signed(
            by: store.logIdentity().key)
        for (held, kind) in [
            (foreign, StoreError.Kind.badData), ("nonsense\n", .badData), (forked.encoded, .outdated),
            (longer.encoded, .outdated),
        ] {
            #expect { try store.prove(since: Array(held.utf8), in: "held") } throws: {
                ($0 as? StoreError)?.kind == kind && ($0 as? StoreError)?.sentence.hasPrefix("held: ") == true
            }
        }
        let verdict = try store.verifyLog(
            against: [("a", Array(foreign.utf8)), ("b", Array(forked.encoded.utf8)), ("c", Array(longer.encoded.utf8))])
        #expect(verdict.outside.map(\.kind) == [.foreignCheckpoint, .forked, .rolledBack])
        #expect(verdict.outside.map(\.file) == ["a", "b", "c"] && verdict.held == 0)
        try store.close()
    }

    private func someDigest() throws -> Digest { try #require(Digest(Array(repeating: UInt8(5), count: 32))) }

    @Test func `checkpoints of former names hold, and what a restore put away is told from a forgery`() throws {
        let machine = Machine()
        let scratch = try Scratch()
        scratch.state = machine.state
        try scratch.found()
        let early = try scratch.with("dpo") { try $0.checkpoint() }
        let copy = try scratch.copied("copy")
        defer { try? FileManager.default.removeItem(atPath: copy) }
        let late = try scratch.with("dpo") { try $0.checkpoint() }
        let original = try scratch.copied("original")
        defer { try? FileManager.default.removeItem(atPath: original) }
        try scratch.putBack(copy)
        let custodian = try scratch.open("custodian", for: .restoring)
        _ = try custodian.restoreAsIs()
        try custodian.close()
        let supervisor = try scratch.open("supervisor", for: .countersigning)
        try supervisor.countersignRestore()
        try supervisor.close()
        let renamed = try scratch.with("dpo") { store in
            let note = try store.checkpoint()
            #expect(try store.prove(since: Array(early.utf8), in: "early").from > 0)
            #expect { try store.prove(since: Array(late.utf8), in: "late") } throws: {
                ($0 as? StoreError)?.kind == .outdated
            }
            let verdict = try store.verifyLog(against: [("early", Array(early.utf8)), ("late", Array(late.utf8))])
            #expect(verdict.held == 1 && verdict.outside.map(\.kind) == [.putAway])
            // The last checkpoint of the former name stays, whatever is kept after it.
            #expect(verdict.findings == [])
            return note
        }
        try scratch.putBack(original)
        scratch.state = Machine().state
        let verdict = try scratch.with("dpo") { try $0.verifyLog(against: [("renamed", Array(renamed.utf8))]) }
        #expect(verdict.outside.map(\.kind) == [.laterRestore])
    }
}
