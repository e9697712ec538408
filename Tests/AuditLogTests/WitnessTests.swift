// The witness's judgement: what it signs, what it refuses and with which sentence, and that it never goes back.
import AuditLog
import Cryptography
import Testing

@Suite struct WitnessTests {
    /// A log of made-up leaves that signs whatever it is told to.
    struct Log {
        let leaves: [Digest]
        let name: String

        init(_ count: Int, name: String = Vectors.origin, leaves: [Digest]? = nil) throws {
            self.leaves = try leaves ?? someHashes(count)
            self.name = name
        }

        func key() throws -> NoteKey { try NoteKey(name: name, key: SigningKey(seed: secret(Vectors.logSeed))) }
        var verifier: NoteVerifier { get throws { try key().verifier } }

        func note(_ size: Int) throws -> Note {
            var tree = try TreeReader(leaves)
            return try Checkpoint(origin: name, size: size, root: tree.root(at: size)).signed(by: key())
        }

        func request(_ old: Int, _ new: Int) throws -> AddCheckpoint {
            var tree = try TreeReader(leaves)
            return old == 0
                ? try AddCheckpoint(first: note(new))
                : try AddCheckpoint(tree.consistency(from: old, to: new), under: note(new))
        }
    }

    static func witness() throws -> NoteKey {
        try NoteKey(name: Vectors.witnessName, kind: .witness, key: SigningKey(seed: secret(Vectors.witnessSeed)))
    }

    private func isSigned(_ answer: WitnessRecord.Answer) -> Bool {
        if case .sign = answer { true } else { false }
    }

    @Test func `signs the known request with the known line`() throws {
        let log = try NoteTests.log()
        let witness = try Self.witness()
        let second = try #require(Vectors.checkpoints[2])
        let first = try AddCheckpoint(first: Note(reading: Array(second.utf8)))
        let begun = try WitnessRecord(of: log).signing(first, with: witness, at: 1_790_000_000).record
        let request = try AddCheckpoint(reading: Array(Vectors.request.utf8))
        #expect(isSigned(try begun.answer(to: request, at: Vectors.witnessTime)))
        let (record, line) = try begun.signing(request, with: witness, at: Vectors.witnessTime)
        #expect(record.last?.note.encoded == Vectors.checkpoints[3])
        #expect(Vectors.checkpoints[3]?.hasSuffix("\n\(line.line)\n") == true)
        #expect(record.last?.seconds == Vectors.witnessTime)
        // What was kept is taken up again, and by nobody else's key.
        let kept = try #require(record.last?.note)
        let key = witness.verifier
        #expect(try WitnessRecord(of: log, signed: kept, by: key) == record)
        let other = try NoteVerifier(name: key.name, kind: .witness, key: SigningKey().publicKey)
        #expect(throws: AuditError.notSigned(key.name)) { _ = try WitnessRecord(of: log, signed: kept, by: other) }
    }

    @Test func `follows a log from any size to any size, and refuses every other beginning`() throws {
        let log = try Log(24)
        let witness = try Self.witness()
        for held in 1...24 {
            let record = try WitnessRecord(of: log.verifier).signing(log.request(0, held), with: witness, at: 100)
                .record
            for size in held...24 {
                #expect(isSigned(try record.answer(to: log.request(held, size), at: 100)))
                for old in [0, held - 1, held + 1] where old != held && (0...size).contains(old) && size != held {
                    #expect(throws: WitnessRefusal.otherSize(asked: old, held: held)) {
                        _ = try record.answer(to: log.request(old, size), at: 100)
                    }
                }
            }
            for size in 1..<held {
                #expect(throws: WitnessRefusal.smaller(size: size, held: held)) {
                    _ = try record.answer(to: log.request(0, size), at: 100)
                }
            }
        }
    }

    @Test func `tells a fork, whatever else the request says`() throws {
        let witness = try Self.witness()
        let log = try Log(9)
        var others = try someHashes(9)
        others.swapAt(0, 1)
        let fork = try Log(9, leaves: others)
        let record = try WitnessRecord(of: log.verifier).signing(log.request(0, 8), with: witness, at: 100).record
        for old in [0, 3, 8] {
            let refusal = WitnessRefusal.forked(size: 8)
            #expect(throws: refusal) { _ = try record.answer(to: fork.request(old, 8), at: 100) }
            #expect(refusal.isEvidence)
            #expect(refusal.description.hasPrefix("FORK"))
        }
        // A longer log that went another way: its own proof does not lead from what the witness holds.
        #expect(throws: WitnessRefusal.proofFails(from: 8, to: 9)) {
            _ = try record.answer(to: fork.request(8, 9), at: 100)
        }
        // Nor does a proof put together from both.
        var tree = try TreeReader(log.leaves)
        let mixed = try AddCheckpoint(tree.consistency(from: 8, to: 9), under: fork.note(9))
        #expect(throws: WitnessRefusal.proofFails(from: 8, to: 9)) { _ = try record.answer(to: mixed, at: 100) }
        // The log is rolled back and grows again to where it was.
        #expect(throws: WitnessRefusal.smaller(size: 5, held: 8)) {
            _ = try record.answer(to: fork.request(0, 5), at: 100)
        }
    }

    @Test func `refuses a foreign log, a false signature, none at all, and a log without entries`() throws {
        let log = try Log(8)
        let record = WitnessRecord(of: try log.verifier)
        #expect(throws: AuditError.foreignCheckpoint("elsewhere.example/log")) {
            _ = try record.answer(to: Log(8, name: "elsewhere.example/log").request(0, 8), at: 1)
        }
        var note = try log.note(8)
        let true8 = note.signatures[0]
        note.signatures = try log.note(7).signatures
        #expect(throws: AuditError.falseSignature(Vectors.origin)) {
            _ = try record.answer(to: AddCheckpoint(first: note), at: 1)
        }
        note.signatures = try [note.text].map { _ in
            try Note(text: "x\n").signed(by: Self.witness(), at: 1).signatures[0]
        }
        #expect(throws: AuditError.notSigned(Vectors.origin)) {
            _ = try record.answer(to: AddCheckpoint(first: note), at: 1)
        }
        // Lines of others are passed over, and not kept.
        note.signatures.append(true8)
        let kept = try record.signing(AddCheckpoint(first: note), with: Self.witness(), at: 1).record
        #expect(kept.last?.note.signatures.map(\.name) == [Vectors.origin, Vectors.witnessName])
        #expect(throws: WitnessRefusal.emptyLog) { _ = try record.answer(to: log.request(0, 0), at: 1) }
        #expect(throws: WitnessRefusal.otherSize(asked: 3, held: 0)) {
            _ = try record.answer(to: log.request(3, 8), at: 1)
        }
    }

    @Test func `gives the same line again when its answer was lost, and a fresh one when it is asked in order`() throws
    {
        let log = try Log(9)
        let witness = try Self.witness()
        let first = try WitnessRecord(of: log.verifier).signing(log.request(0, 5), with: witness, at: 100).record
        let (second, line) = try first.signing(log.request(5, 9), with: witness, at: 200)
        #expect(try second.answer(to: log.request(5, 9), at: 300) == .repeated(line))
        #expect(try second.answer(to: log.request(0, 9), at: 300) == .repeated(line))
        #expect(isSigned(try second.answer(to: log.request(9, 9), at: 300)))
    }

    @Test func `its time does not run back`() throws {
        let log = try Log(9)
        let record = try WitnessRecord(of: log.verifier).signing(log.request(0, 5), with: Self.witness(), at: 100)
            .record
        #expect(throws: WitnessRefusal.clockBehind(last: 100)) {
            _ = try record.answer(to: log.request(5, 9), at: 99)
        }
        #expect(isSigned(try record.answer(to: log.request(5, 9), at: 100)))
    }

    @Test func `the number of emergency accesses never falls, whatever the tree says`() throws {
        let log = try Log(9)
        let witness = try Self.witness()
        var tree = try TreeReader(log.leaves)
        let request = { (old: Int, new: Int, lines: [String]) in
            let note = try Checkpoint(origin: log.name, size: new, root: tree.root(at: new), extensions: lines)
                .signed(by: log.key())
            return old == 0
                ? try AddCheckpoint(first: note) : try AddCheckpoint(tree.consistency(from: old, to: new), under: note)
        }
        let first = try request(0, 5, ["break-glass 2"])
        let record = try WitnessRecord(of: log.verifier).signing(first, with: witness, at: 100).record
        for lines in [[], ["break-glass 1"], ["other"]] {
            let refusal = WitnessRefusal.emergenciesFell(from: 2, to: lines == ["break-glass 1"] ? 1 : 0)
            #expect(throws: refusal) { _ = try record.answer(to: request(5, 9, lines), at: 100) }
            #expect(refusal.isEvidence)
        }
        #expect(throws: AuditError.malformedCheckpoint) {
            _ = try record.answer(to: request(5, 9, ["break-glass 02"]), at: 100)
        }
        for lines in [["break-glass 2"], ["break-glass 3", "other"]] {
            #expect(isSigned(try record.answer(to: request(5, 9, lines), at: 100)))
        }
    }

    @Test func `no altered request is signed but for the lines that nobody knows`() throws {
        let log = try Log(12)
        let witness = try Self.witness()
        let record = try WitnessRecord(of: log.verifier).signing(log.request(0, 7), with: witness, at: 100).record
        let (request, other) = (try log.request(7, 12), try log.request(3, 11))
        let whole = request.encoded
        for number in 0..<Soak.count(800, 50_000) {
            var mutator = Mutator(number, others: [whole, other.encoded, Vectors.request])
            let altered = mutator.altered(whole)
            guard let read = try? AddCheckpoint(reading: altered) else { continue }
            #expect(read.encoded.utf8.elementsEqual(altered), "seed \(number): a request has two spellings")
            guard let answer = try? record.answer(to: read, at: 100), case .sign(let checkpoint) = answer else {
                continue
            }
            #expect(try checkpoint == Checkpoint(reading: request.note.text), "seed \(number)")
            #expect(read.old == 7 && read.path == request.path, "seed \(number): a false proof was believed")
        }
    }

    @Test(arguments: [
        WitnessRefusal.emptyLog, .otherSize(asked: 3, held: 0), .otherSize(asked: 3, held: 7),
        .smaller(size: 3, held: 7),
        .forked(size: 3), .proofFails(from: 3, to: 7), .emergenciesFell(from: 3, to: 2), .clockBehind(last: 5),
    ])
    func `each refusal has a sentence of its own that says the size it holds`(refusal: WitnessRefusal) {
        #expect(refusal.description.hasSuffix("."))
        switch refusal {
        case .otherSize(_, let held), .smaller(_, let held), .forked(let held), .proofFails(let held, _):
            #expect(refusal.description.contains("size \(held)"))
        case .emptyLog, .clockBehind, .emergenciesFell: break
        }
    }
}
