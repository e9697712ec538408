// Notes, checkpoints and proof files: other people's bytes are read, ours are theirs, false ones are refused.
import AuditLog
import Cryptography
import Testing

@Suite struct NoteTests {
    static func log() throws -> NoteVerifier { try NoteVerifier(reading: Vectors.logKey) }
    static func witness() throws -> NoteVerifier { try NoteVerifier(reading: Vectors.witnessKey) }

    @Test func `names keys as others do`() throws {
        let log = try NoteKey(name: Vectors.origin, key: SigningKey(seed: secret(Vectors.logSeed)))
        let witness = try NoteKey(
            name: Vectors.witnessName, kind: .witness, key: SigningKey(seed: secret(Vectors.witnessSeed)))
        let names = (log.verifier.encoded, witness.verifier.encoded)
        #expect(names.0 == Vectors.logKey)
        #expect(names.1 == Vectors.witnessKey)
        #expect(try Self.log().encoded == Vectors.logKey)
        #expect(try Self.witness().kind == .witness)
    }

    @Test(arguments: [0, 1, 2, 3])
    func `reads and writes checkpoints byte for byte`(size: Int) throws {
        let text = try #require(Vectors.checkpoints[size])
        let note = try Note(reading: Array(text.utf8))
        #expect(note.encoded == text)
        let checkpoint = try Checkpoint(note, of: Self.log())
        #expect(checkpoint.size == size)
        #expect(try checkpoint.root == digest(#require(Vectors.roots[size])))

        let log = try NoteKey(name: Vectors.origin, key: SigningKey(seed: secret(Vectors.logSeed)))
        var own = try Checkpoint(origin: Vectors.origin, size: size, root: checkpoint.root).signed(by: log)
        if size == 3 {
            let witness = try NoteKey(
                name: Vectors.witnessName, kind: .witness, key: SigningKey(seed: secret(Vectors.witnessSeed)))
            own = try own.signed(by: witness, at: Vectors.witnessTime)
        }
        #expect(own.encoded == text)
    }

    @Test func `says who signed and when a witness saw it`() throws {
        let note = try Note(reading: Array(#require(Vectors.checkpoints[3]).utf8))
        let signers = try note.signers(among: [Self.log(), Self.witness()])
        #expect(signers.map(\.key.name) == [Vectors.origin, Vectors.witnessName])
        #expect(signers.map(\.seconds) == [nil, Vectors.witnessTime])
        // A key that nobody knows says nothing.
        #expect(try note.signers(among: []).isEmpty)
        let other = try NoteVerifier(name: Vectors.origin, kind: .log, key: SigningKey().publicKey)
        #expect(throws: AuditError.notSigned(Vectors.origin)) { _ = try Checkpoint(note, of: other) }
        let stranger = try NoteVerifier(name: "elsewhere.example/log", kind: .log, key: SigningKey().publicKey)
        #expect(throws: AuditError.foreignCheckpoint(Vectors.origin)) { _ = try Checkpoint(note, of: stranger) }
    }

    @Test func `a known key's false signature condemns the note`() throws {
        let text = try #require(Vectors.checkpoints[3])
        let edited = text.replacing("\n3\n", with: "\n4\n")
        #expect(throws: AuditError.falseSignature(Vectors.origin)) {
            _ = try Checkpoint(Note(reading: Array(edited.utf8)), of: Self.log())
        }
        let unwitnessed = text.replacing("A8ugKQAAAABqsTv7", with: "A8ugKQAAAABqsTv8")
        #expect(throws: AuditError.falseSignature(Vectors.witnessName)) {
            _ = try Note(reading: Array(unwitnessed.utf8)).signers(among: [Self.log(), Self.witness()])
        }
    }

    @Test(arguments: [
        "", "\n", "\n\n", "a\n", "a\n\n", "a\n\nb\n", "a\n\n\u{2014} n AAAA\n", "a\n\n\u{2014} n AAAAAAA=",
        "a\n\n\u{2014}  AAAAAAA=\n", "a\n\n- n AAAAAAA=\n", "a\n\n\u{2014} n+m AAAAAAA=\n",
        "a\tb\n\n\u{2014} n AAAAAAA=\n",
        "a\r\n\n\u{2014} n AAAAAAA=\n", "a\n\n\u{2014} n AAAAAAA= x\n", "\n\u{2014} n AAAAAAA=\n",
    ])
    func `refuses what is no note`(text: String) {
        #expect(throws: AuditError.malformedNote) { _ = try Note(reading: Array(text.utf8)) }
    }

    @Test func `takes many signatures, but not any number`() throws {
        let line = "\u{2014} n AAAAAAA=\n"
        #expect(try Note(reading: Array(("a\n\n" + String(repeating: line, count: 100)).utf8)).signatures.count == 100)
        #expect(throws: AuditError.malformedNote) {
            _ = try Note(reading: Array(("a\n\n" + String(repeating: line, count: 101)).utf8))
        }
        #expect(throws: AuditError.malformedNote) { _ = try Note(reading: Array("a\n\n".utf8) + [0xFF, 0x0A]) }
        // An empty line inside the text is text: the last one divides.
        #expect(try Note(reading: Array(("a\n\nb\n\n" + line).utf8)).text == "a\n\nb\n")
    }

    @Test(arguments: [
        "", "x\n1\n", "x\n1\nqr689yGdJldL3CgTuvhaaCUCeHz/EfqfZpmF37rNOeQ=",
        "x\n01\nqr689yGdJldL3CgTuvhaaCUCeHz/EfqfZpmF37rNOeQ=\n",
        "x\n-1\nqr689yGdJldL3CgTuvhaaCUCeHz/EfqfZpmF37rNOeQ=\n",
        "x\n+1\nqr689yGdJldL3CgTuvhaaCUCeHz/EfqfZpmF37rNOeQ=\n",
        "x\n1\nqr689yGdJldL3CgTuvhaaCUCeHz/EfqfZpmF37rNOeR=\n", "x\n1\nqr68\n",
        "\n1\nqr689yGdJldL3CgTuvhaaCUCeHz/EfqfZpmF37rNOeQ=\n",
        "x\n1\nqr689yGdJldL3CgTuvhaaCUCeHz/EfqfZpmF37rNOeQ=\n\n",
        "x\n99999999999999999999\nqr689yGdJldL3CgTuvhaaCUCeHz/EfqfZpmF37rNOeQ=\n",
    ])
    func `refuses what is no checkpoint`(text: String) {
        #expect(throws: AuditError.malformedCheckpoint) { _ = try Checkpoint(reading: text) }
    }

    @Test func `passes over further lines of a checkpoint`() throws {
        let text = "x\n1\nqr689yGdJldL3CgTuvhaaCUCeHz/EfqfZpmF37rNOeQ=\nmore\n"
        let checkpoint = try Checkpoint(reading: text)
        #expect(checkpoint.extensions == ["more"])
        #expect(checkpoint.text == text)
    }

    @Test(arguments: [
        "", "a+b", "a+00000000+AAAA", Vectors.logKey + "A", Vectors.logKey.replacing("+87", with: "+88"),
        Vectors.logKey.replacing("casefile", with: "casefiles"),
        "a b+87ae8eb5+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
    ])
    func `refuses what is no verifier key`(text: String) {
        #expect(throws: AuditError.malformedVerifierKey) { _ = try NoteVerifier(reading: text) }
    }

    @Test func `a proof file proves its leaf and no other`() throws {
        let file = try ProofFile(reading: Array(Vectors.proof.utf8))
        #expect(file.encoded == Vectors.proof)
        #expect(try file.verify(Array(Vectors.leaves[0].utf8), log: Self.log()).size == 3)
        #expect(throws: AuditError.proofFails) { _ = try file.verify(Array(Vectors.leaves[1].utf8), log: Self.log()) }
        let elsewhere = try ProofFile(reading: Array(Vectors.proof.replacing("index 0", with: "index 1").utf8))
        #expect(throws: AuditError.proofFails) {
            _ = try elsewhere.verify(Array(Vectors.leaves[0].utf8), log: Self.log())
        }
        var reader = try TreeReader(digests(Vectors.leafHashes))
        let note = try Note(reading: Array(#require(Vectors.checkpoints[3]).utf8))
        #expect(try ProofFile(reader.inclusion(of: 0, at: 3), under: note).encoded == Vectors.proof)
        for text in [
            "", "c2sp.org/tlog-proof@v1\n", Vectors.proof.replacing("@v1", with: "@v2"),
            Vectors.proof.replacing("index 0", with: "index 00"), Vectors.proof.replacing("index 0", with: "index -1"),
            Vectors.proof.replacing("index 0\n", with: "index 0\n\n"),
            Vectors.proof.replacing("index 0\n", with: "index  0\n"),
        ] {
            #expect(throws: AuditError.self) { _ = try ProofFile(reading: Array(text.utf8)) }
        }
    }

    @Test func `no altered note, checkpoint or proof is believed, and none crashes`() throws {
        var random = Seeded(state: 3)
        let (log, witness) = (try Self.log(), try Self.witness())
        let bytes = Array(try #require(Vectors.checkpoints[3]).utf8)
        for _ in 0..<3000 {
            let altered = random.altered(bytes)
            guard let note = try? Note(reading: altered) else { continue }
            #expect(Array(note.encoded.utf8) == altered)
            guard let checkpoint = try? Checkpoint(note, of: log) else { continue }
            // What was altered can then only have been the witness's line, or lines that nobody knows.
            #expect(checkpoint.size == 3)
            #expect(checkpoint.text == String(decoding: bytes, as: UTF8.self).prefix(checkpoint.text.count))
            _ = try? note.signers(among: [witness])
        }
        for _ in 0..<1000 {
            let altered = random.altered(Array(Vectors.proof.utf8))
            guard let file = try? ProofFile(reading: altered),
                let checkpoint = try? file.verify(Array(Vectors.leaves[0].utf8), log: log)
            else { continue }
            #expect(checkpoint.size == 3)
            #expect(file.index == 0)
        }
    }
}
