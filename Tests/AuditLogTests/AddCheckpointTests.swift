// Requests to a witness: the one form that they have, what they prove, and proof files that carry their leaf.
import AuditLog
import Cryptography
import Testing

@Suite struct AddCheckpointTests {
    private let origin = "casefile.example/audit/2f6c"

    private func note(_ hashes: [Digest], _ key: borrowing NoteKey) throws -> Note {
        var reader = try TreeReader(hashes)
        let root = try reader.root(at: hashes.count)
        return try Checkpoint(origin: origin, size: hashes.count, root: root).signed(by: key)
    }

    private func key() throws -> NoteKey {
        try NoteKey(name: origin, key: SigningKey(seed: SecretBytes(copying: Array(0..<32))))
    }

    @Test func `a request leads from every older root to the newest`() throws {
        let key = try key()
        let hashes = try someHashes(20)
        let note = try note(hashes, key)
        var reader = try TreeReader(hashes)
        for old in 1...20 {
            let made = try AddCheckpoint(reader.consistency(from: old, to: 20), under: note)
            #expect(made.encoded.hasPrefix("old \(old)\n"))
            let read = try AddCheckpoint(reading: Array(made.encoded.utf8))
            #expect(read == made)
            let checkpoint = try read.verify(since: reader.root(at: old), log: key.verifier)
            #expect(checkpoint.size == 20)
            #expect(throws: AuditError.proofFails) {
                _ = try read.verify(since: hashes[0] == reader.root(at: old) ? hashes[1] : hashes[0], log: key.verifier)
            }
            #expect(throws: AuditError.proofFails) { _ = try read.verify(since: nil, log: key.verifier) }
        }
        let other = try NoteKey(name: "other.example", key: SigningKey(seed: SecretBytes(copying: Array(0..<32))))
        let first = try AddCheckpoint(first: note)
        #expect(first.encoded.hasPrefix("old 0\n\n\(origin)\n"))
        #expect(try AddCheckpoint(reading: Array(first.encoded.utf8)) == first)
        #expect(try first.verify(since: nil, log: key.verifier).size == 20)
        #expect(throws: AuditError.foreignCheckpoint(origin)) {
            _ = try first.verify(since: nil, log: other.verifier)
        }
    }

    @Test(arguments: [
        "", "\n", "old 3\n", "old 3\n\n", "old 03\nH\n\nN", "old -3\nH\n\nN", "Old 3\nH\n\nN", "old 3 \nH\n\nN",
        "old  3\nH\n\nN",
        "old\nH\n\nN", "\nold 3\nH\n\nN", "old 3\nH\nN", "old 3\nH\n\n\nN", "old 3\nH=\n\nN", "old 3\nAAAA\n\nN",
        "old 21\n\nN", "old 0\nH\n\nN", "old 20\nH\n\nN", "old 99999999999999999999\n\nN", "index 3\nH\n\nN",
        "old 3\nH\n\nN\n",
        "old 3\r\nH\r\n\r\nN",
    ])
    func `nothing else is a request`(_ text: String) throws {
        let key = try key()
        let hashes = try someHashes(20)
        let note = try note(hashes, key).encoded
        let hash = Base64.text(hashes[0].bytes)
        let bytes = Array(text.replacing("H", with: hash).replacing("N", with: note).utf8)
        #expect(throws: AuditError.malformedRequest) { _ = try AddCheckpoint(reading: bytes) }
    }

    @Test func `a request has at most 63 hashes`() throws {
        let key = try key()
        let hashes = try someHashes(20)
        let note = try note(hashes, key).encoded
        for count in [63, 64] {
            let lines = String(repeating: Base64.text(hashes[0].bytes) + "\n", count: count)
            let bytes = Array("old 3\n\(lines)\n\(note)".utf8)
            #expect(((try? AddCheckpoint(reading: bytes)) != nil) == (count == 63))
        }
    }

    @Test func `a proof file that carries its leaf proves no other, and is believed no more for it`() throws {
        var hash = try TreeHash()
        let leaves = (0..<5).map { Array("leaf \($0)".utf8) }
        var hashes: [Digest] = []
        for leaf in leaves { hashes.append(try hash.leaf(leaf)) }
        let key = try key()
        let note = try note(hashes, key)
        var reader = try TreeReader(hashes)
        let proof = try reader.inclusion(of: 3, at: 5)
        let file = ProofFile(proof, under: note, with: leaves[3])
        #expect(
            file.encoded.hasPrefix("c2sp.org/tlog-proof@v1\nextra \(Base64.text(leaves[3]))\nindex 3\n"))
        let read = try ProofFile(reading: Array(file.encoded.utf8))
        #expect(read == file && read.leaf == leaves[3])
        #expect(try read.verify(leaves[3], log: key.verifier).size == 5)
        #expect(throws: AuditError.otherLeaf) { _ = try read.verify(leaves[2], log: key.verifier) }
        let lying = ProofFile(proof, under: note, with: leaves[2])
        #expect(throws: AuditError.otherLeaf) { _ = try lying.verify(leaves[3], log: key.verifier) }
        #expect(throws: AuditError.proofFails) { _ = try lying.verify(leaves[2], log: key.verifier) }
        for (from, to) in [
            ("extra ", "extra  "), ("extra ", "extra\n"), ("extra ", "Extra "), ("\nindex", "\nextra AA==\nindex"),
        ] {
            let bytes = Array(file.encoded.replacing(from, with: to).utf8)
            #expect(throws: AuditError.malformedProof) { _ = try ProofFile(reading: bytes) }
        }
    }
}
