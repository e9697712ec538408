// An exported log in every way in which it can be wrong: each fault its own kind, its place and its sentence.
import AuditLog
import Cryptography
import Testing

/// A made-up export of thirty entries, to be spoilt.
struct Exported {
    static let origin = "dalesway.invalid/log/0011223344556677"
    static let seed = Array(repeating: UInt8(7), count: 32)

    var lines: [String] = []
    var checkpoints: [(file: String, role: ExportVerifier.Role, note: String)] = []
    var keys: [(file: String, key: NoteVerifier)]
    var trusted: NoteVerifier?
    var witnesses: [NoteVerifier] = []
    private(set) var leaves: [[UInt8]] = []
    private(set) var hashes: [Digest] = []

    static func key(_ name: String = origin, seed: [UInt8] = seed) throws -> NoteKey {
        try NoteKey(name: name, key: SigningKey(seed: SecretBytes(copying: seed)))
    }

    static func witness() throws -> NoteKey {
        try NoteKey(
            name: "witness.example/dpo", kind: .witness,
            key: SigningKey(seed: SecretBytes(copying: Array(repeating: 9, count: 32))))
    }

    /// - Parameter acts: changes the acts before they become leaves.
    init(_ count: Int = 30, acts: (Int, inout Entry) -> Void = { _, _ in }) throws {
        let key = try Self.key()
        keys = [("log.vkey", key.verifier)]
        var hash = try TreeHash()
        for seq in 0..<count {
            var entry = Entry(actor: "u-7", verb: .consultation, at: 1_790_000_000_000 + Int64(seq) * 1_000)
            acts(seq, &entry)
            let sealed = try entry.sealed(at: seq, hash: &hash)
            leaves.append(sealed.bytes)
            hashes.append(sealed.hash)
            lines.append(Self.line(seq, sealed.bytes))
        }
        for size in [4, 17] where size < count { try sign(size, as: .kept(size), in: "checkpoint.\(size)") }
        try sign(count, as: .newest, in: "checkpoint")
    }

    static func line(_ index: Int, _ leaf: [UInt8]) -> String {
        "{\"index\":\(index),\"leaf\":\"\(Base64.text(leaf))\"}\n"
    }

    /// The checkpoint of a size, or of other hashes of that number.
    func note(
        _ size: Int, name: String = origin, seed: [UInt8] = seed, of hashes: [Digest]? = nil, extensions: [String] = []
    ) throws -> String {
        var reader = try TreeReader(hashes ?? self.hashes)
        let checkpoint = try Checkpoint(origin: name, size: size, root: reader.root(at: size), extensions: extensions)
        return try checkpoint.signed(by: Self.key(name, seed: seed)).encoded
    }

    mutating func sign(_ size: Int, as role: ExportVerifier.Role, in file: String) throws {
        checkpoints.append((file, role, try note(size)))
    }

    /// What the verifier says, the bytes handed in as one chunk or in small ones.
    func verdict(chunk: Int = .max) throws -> ExportVerdict {
        var verifier = try ExportVerifier(of: "log.jsonl", keys: keys, trusted: trusted, witnesses: witnesses)
        for (file, role, note) in checkpoints { verifier.take(checkpoint: Array(note.utf8), in: file, as: role) }
        var rest = Array(lines.joined().utf8)[...]
        while !rest.isEmpty {
            try verifier.take(Array(rest.prefix(chunk)))
            rest = rest.dropFirst(chunk)
        }
        return try verifier.finish()
    }

    func faults() throws -> [LogFault] { try verdict().faults }
}

@Suite struct ExportTests {
    @Test(arguments: [1, 7, 4_096, Int.max]) func `a whole one is whole, however its bytes come`(chunk: Int) throws {
        var export = try Exported()
        try export.sign(9, as: .held, in: "held")
        let verdict = try export.verdict(chunk: chunk)
        #expect(verdict.faults == [])
        #expect((verdict.size, verdict.checkpoints, verdict.held, verdict.prunedCount) == (30, 4, 1, 0))
        #expect(verdict.newest?.root == verdict.root)
    }

    @Test func `pruned entries are taken by their hash, and counted`() throws {
        var export = try Exported()
        for index in [0, 3, 29] {
            export.lines[index] = "{\"index\":\(index),\"leaf_hash\":\"\(Base64.text(export.hashes[index].bytes))\"}\n"
        }
        let verdict = try export.verdict()
        #expect(verdict.faults == [])
        #expect((verdict.prunedCount, verdict.checkpoints) == (3, 3))
    }

    /// What is done to the lines, and the first fault that must be found: its kind, line, entry and member.
    struct Spoil: Sendable, CustomTestStringConvertible {
        let words: String
        let kind: LogFault.Kind
        var line: Int?
        var leaf: Int?
        var field: String?
        let change: @Sendable (inout Exported) throws -> Void
        var testDescription: String { words }
    }

    static func other(_ export: Exported, _ index: Int, _ from: String, _ to: String) -> String {
        Exported.line(
            index, Array(String(decoding: export.leaves[index], as: UTF8.self).replacing(from, with: to).utf8))
    }

    static let spoils: [Spoil] = [
        Spoil(words: "a bit of a leaf's actor changed", kind: .rootDiffers, leaf: 4) {
            $0.lines[9] = other($0, 9, "u-7", "u-8")
        },
        Spoil(words: "a leaf changed before the first checkpoint", kind: .rootDiffers, leaf: 0) {
            $0.lines[2] = other($0, 2, "consultation", "collection")
        },
        Spoil(words: "the last leaf changed", kind: .rootDiffers, leaf: 17) {
            $0.lines[29] = other($0, 29, "u-7", "u-8")
        },
        Spoil(words: "a hash-only entry of another hash", kind: .rootDiffers, leaf: 4) {
            $0.lines[9] = "{\"index\":9,\"leaf_hash\":\"\(Base64.text($0.hashes[8].bytes))\"}\n"
        },
        Spoil(words: "a line removed", kind: .missing, line: 10, leaf: 9) { $0.lines.remove(at: 9) },
        Spoil(words: "three lines removed", kind: .missing, line: 10, leaf: 9) { $0.lines.removeSubrange(9..<12) },
        Spoil(words: "the first line removed", kind: .missing, line: 1, leaf: 0) { $0.lines.remove(at: 0) },
        Spoil(words: "a line twice", kind: .duplicate, line: 11, leaf: 9) { $0.lines.insert($0.lines[9], at: 10) },
        Spoil(words: "two lines exchanged", kind: .reordered, line: 11, leaf: 9) { $0.lines.swapAt(9, 10) },
        Spoil(words: "a line moved to the end", kind: .reordered, line: 30, leaf: 9) {
            $0.lines.append($0.lines.remove(at: 9))
        },
        Spoil(words: "two leaves exchanged under their numbers", kind: .misplacedLeaf, line: 10, leaf: 9, field: "seq")
        {
            ($0.lines[9], $0.lines[10]) = (Exported.line(9, $0.leaves[10]), Exported.line(10, $0.leaves[9]))
        },
        Spoil(words: "the last line removed", kind: .cutShort, line: 29, leaf: 29) { $0.lines.removeLast() },
        Spoil(words: "half removed", kind: .cutShort, line: 15, leaf: 15) { $0.lines.removeLast(15) },
        Spoil(words: "cut inside a line", kind: .brokenLine, line: 30, leaf: 29) {
            $0.lines[29] = String($0.lines[29].dropLast(20))
        },
        Spoil(words: "the last newline cut off", kind: .brokenLine, line: 30, leaf: 29) {
            $0.lines[29] = String($0.lines[29].dropLast())
        },
        Spoil(words: "everything removed", kind: .emptyLog) { $0.lines = [] },
        Spoil(words: "an entry put on", kind: .unsigned, leaf: 30) {
            let leaf = String(decoding: $0.leaves[29], as: UTF8.self).replacing("\"seq\":29", with: "\"seq\":30")
            $0.lines.append(Exported.line(30, Array(leaf.utf8)))
        },
        Spoil(words: "a leaf spelled with a space", kind: .malformedLeaf, line: 10, leaf: 9, field: "at") {
            $0.lines[9] = other($0, 9, ",\"at\"", ", \"at\"")
        },
        Spoil(words: "a leaf with an unknown verb", kind: .malformedLeaf, line: 10, leaf: 9, field: "op") {
            $0.lines[9] = other($0, 9, "consultation", "conversation")
        },
        Spoil(words: "a leaf of another version", kind: .malformedLeaf, line: 10, leaf: 9, field: "v") {
            $0.lines[9] = other($0, 9, "\"v\":1", "\"v\":2")
        },
        Spoil(words: "a leaf with more behind it", kind: .malformedLeaf, line: 10, leaf: 9) {
            $0.lines[9] = other($0, 9, "\"v\":1}", "\"v\":1,\"x\":1}")
        },
        Spoil(words: "a leaf with a number spelled otherwise", kind: .malformedLeaf, line: 10, leaf: 9) {
            $0.lines[9] = other($0, 9, "\"seq\":9", "\"seq\":09")
        },
        Spoil(words: "no leaf at all", kind: .malformedLeaf, line: 10, leaf: 9, field: "actor") {
            $0.lines[9] = Exported.line(9, [])
        },
        Spoil(words: "a line that is no object", kind: .unreadableLine, line: 10, leaf: 9) {
            $0.lines[9] = "nonsense\n"
        },
        Spoil(words: "an empty line", kind: .unreadableLine, line: 10, leaf: 9) { $0.lines[9] = "\n" },
        Spoil(words: "a line spelled with spaces", kind: .unreadableLine, line: 10, leaf: 9) {
            $0.lines[9] = $0.lines[9].replacing(",\"leaf", with: ", \"leaf")
        },
        Spoil(words: "base64 that is none", kind: .unreadableLine, line: 10, leaf: 9, field: "leaf") {
            $0.lines[9] = $0.lines[9].replacing("\"}", with: "*\"}")
        },
        Spoil(words: "a hash of 31 bytes", kind: .unreadableLine, line: 10, leaf: 9, field: "leaf_hash") {
            $0.lines[9] = "{\"index\":9,\"leaf_hash\":\"\(Base64.text(Array(repeating: 1, count: 31)))\"}\n"
        },
        Spoil(words: "a number too large", kind: .unreadableLine, line: 10, leaf: 9, field: "index") {
            $0.lines[9] = $0.lines[9].replacing("\"index\":9", with: "\"index\":99999999999999999999")
        },
        Spoil(words: "the greatest number", kind: .unreadableLine, line: 30, leaf: 29, field: "index") {
            $0.lines[29] = $0.lines[29].replacing("\"index\":29", with: "\"index\":\(Int.max)")
        },
        Spoil(words: "a line without end", kind: .unreadableLine, line: 31, leaf: 30) {
            $0.lines.append(String(repeating: "x", count: 500_000))
        },
    ]

    @Test(arguments: spoils) func `lines that are spoilt are told by their place`(spoil: Spoil) throws {
        var export = try Exported()
        try spoil.change(&export)
        for chunk in [997, Int.max] {
            let verdict = try export.verdict(chunk: chunk)
            let first = try #require(verdict.faults.first)
            #expect((first.kind, first.file) == (spoil.kind, spoil.kind == .rootDiffers ? first.file : "log.jsonl"))
            #expect((first.line, first.leaf, first.field) == (spoil.line, spoil.leaf, spoil.field))
            #expect(first.sentence.hasSuffix(".") && first.sentence.hasPrefix(first.file))
        }
    }

    @Test func `times go back only where the clock was set back`() throws {
        let back: (Int, inout Entry) -> Void = { seq, entry in if seq >= 12 { entry.at -= 3_600_000 } }
        let export = try Exported(acts: back)
        let fault = try #require(export.faults().first)
        #expect((fault.kind, fault.line, fault.leaf, fault.field) == (.timeRunsBack, 13, 12, "at"))
        #expect(try export.faults().count == 1)
        let told = try Exported { seq, entry in
            back(seq, &entry)
            if seq == 12 { (entry.verb, entry.why) = (.upkeep, "clock-set-back") }
        }
        #expect(try told.faults() == [])
    }

    /// What is done to a checkpoint or key, and the one fault that must be found.
    static let papers: [Spoil] = [
        Spoil(words: "the newest is no checkpoint", kind: .malformedCheckpoint) {
            $0.checkpoints[2].note = "nonsense\n"
        },
        Spoil(words: "the newest is empty", kind: .malformedCheckpoint) { $0.checkpoints[2].note = "" },
        Spoil(words: "one of another log", kind: .foreignCheckpoint) {
            $0.checkpoints[2].note = try $0.note(30, name: "other.example/log")
        },
        Spoil(words: "one of no entries", kind: .emptyCheckpoint) { $0.checkpoints[2].note = try $0.note(0) },
        Spoil(words: "one signed by another key of that name", kind: .otherKey) {
            $0.checkpoints[2].note = try $0.note(30, seed: Array(repeating: 8, count: 32))
        },
        Spoil(words: "one with its signature altered", kind: .falseSignature) {
            $0.checkpoints[2].note = $0.checkpoints[2].note.replacing("\n30\n", with: "\n29\n")
        },
        Spoil(words: "one that a stranger alone signed", kind: .notSigned) {
            let text = try Note(reading: Array($0.checkpoints[2].note.utf8)).text
            $0.checkpoints[2].note = try Note(text: text).signed(by: Exported.witness(), at: 5).encoded
        },
        Spoil(words: "one under another size", kind: .misnamed) { $0.checkpoints[0].role = .kept(5) },
        Spoil(words: "one that the key signed over other entries", kind: .rootDiffers, leaf: 4) { export in
            export.checkpoints[1].note = try export.note(17, of: someHashes(30))
        },
        Spoil(words: "one that is larger than the log", kind: .cutShort, line: 30, leaf: 30) {
            $0.checkpoints[1] = ("checkpoint.40", .kept(40), try $0.note(40, of: someHashes(40)))
        },
        Spoil(words: "one that counts emergencies that were none", kind: .emergenciesDiffer) {
            $0.checkpoints[1].note = try $0.note(17, extensions: ["break-glass 2"])
        },
        Spoil(words: "held and larger", kind: .rolledBack) {
            $0.checkpoints.append(("held", .held, try $0.note(40, of: someHashes(40))))
        },
        Spoil(words: "held and of another past", kind: .forked, leaf: 4) {
            $0.checkpoints.append(("held", .held, try $0.note(9, of: someHashes(30))))
        },
        Spoil(words: "held and of another log", kind: .foreignCheckpoint) {
            $0.checkpoints.append(("held", .held, try $0.note(9, name: "other.example/log")))
        },
        Spoil(words: "held and altered", kind: .falseSignature) {
            $0.checkpoints.append(("held", .held, try $0.note(9).replacing("\n9\n", with: "\n8\n")))
        },
        Spoil(words: "another key is held", kind: .foreignKey) {
            $0.trusted = try Exported.key(seed: Array(repeating: 8, count: 32)).verifier
        },
        Spoil(words: "a former name under another key", kind: .foreignKey) {
            $0.keys.append(
                ("before-restore-1/log.vkey", try Exported.key("x/y", seed: Array(repeating: 8, count: 32)).verifier))
        },
        Spoil(words: "a witness's signature altered", kind: .falseSignature) { export in
            export.witnesses = [try Exported.witness().verifier]
            let note = try Note(reading: Array(export.checkpoints[2].note.utf8)).signed(by: Exported.witness(), at: 5)
            var lying = note
            lying.signatures[1] = try Note(text: "x\n").signed(by: Exported.witness(), at: 6).signatures[0]
            export.checkpoints[2].note = lying.encoded
        },
    ]

    @Test(arguments: papers) func `checkpoints and keys that are false are each told`(spoil: Spoil) throws {
        var export = try Exported()
        try spoil.change(&export)
        let faults = try export.faults()
        #expect(faults.map(\.kind) == [spoil.kind])
        #expect(faults.first?.leaf == spoil.leaf && faults.first?.line == spoil.line)
        #expect(faults.first.map { $0.sentence.hasPrefix($0.file) && $0.sentence.hasSuffix(".") } == true)
    }

    @Test func `a log that a restore gave a new name speaks with all its names`() throws {
        var export = try Exported()
        let former = "dalesway.invalid/log/former"
        export.keys.append(("before-restore-1/log.vkey", try Exported.key(former).verifier))
        export.checkpoints.append(("before-restore-1/checkpoint.6", .kept(6), try export.note(6, name: former)))
        export.checkpoints.append(("held", .held, try export.note(5, name: former)))
        export.trusted = export.keys[1].key
        let verdict = try export.verdict()
        #expect(verdict.faults == [])
        #expect((verdict.checkpoints, verdict.held) == (5, 1))
        // What came behind it under that name may have been put away: that is said, and not that it was forged.
        export.checkpoints.append(("other", .held, try export.note(9, name: former, of: someHashes(30))))
        export.checkpoints.append(("later", .held, try export.note(40, name: former, of: someHashes(40))))
        #expect(try export.faults().map(\.kind) == [.otherPast, .otherPast])
    }

    @Test func `witnesses are told with the most that they saw`() throws {
        var export = try Exported()
        export.witnesses = [try Exported.witness().verifier]
        for (place, seconds) in [(0, UInt64(5)), (1, 6)] {
            let note = try Note(reading: Array(export.checkpoints[place].note.utf8))
            export.checkpoints[place].note = try note.signed(by: Exported.witness(), at: seconds).encoded
        }
        let cosigned = try export.verdict().cosigned
        #expect(cosigned.map(\.size) == [17] && cosigned.map(\.seconds) == [6])
    }

    @Test func `many faults are counted, not all told`() throws {
        var export = try Exported(400)
        for index in 0..<300 { export.lines[index] = "nonsense\n" }
        let verdict = try export.verdict()
        #expect(verdict.faults.count == ExportVerdict.mostFaults)
        #expect(verdict.moreFaults == 200)
    }

    @Test(arguments: 0..<4) func `no altered byte passes, and none crashes`(seed: UInt64) throws {
        var random = Seeded(state: seed)
        let export = try Exported()
        let bytes = Array(export.lines.joined().utf8)
        for _ in 0..<150 {
            let altered = random.altered(bytes)
            guard altered != bytes else { continue }
            var verifier = try ExportVerifier(of: "log.jsonl", keys: export.keys)
            for (file, role, note) in export.checkpoints {
                verifier.take(checkpoint: Array(note.utf8), in: file, as: role)
            }
            try verifier.take(altered)
            let verdict = try verifier.finish()
            #expect(!verdict.faults.isEmpty)
            for fault in verdict.faults { #expect(fault.sentence.hasSuffix(".")) }
        }
    }
}
