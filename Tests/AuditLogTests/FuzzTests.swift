// What comes from outside, altered by thousands of ways: nothing crashes, nothing has two spellings, nothing false is believed.
import AuditLog
import Cryptography
import Foundation
import Testing

@Suite struct FuzzTests {
    /// The numbers of the alterations: `DALESWAY_SEED=N` tries the one that failed again, alone.
    static var numbers: Range<Int> {
        if let seed = ProcessInfo.processInfo.environment["DALESWAY_SEED"].flatMap(Int.init) { return seed..<seed + 1 }
        return 0..<Soak.count(1_000, 200_000)
    }

    static var texts: [String] {
        Vectors.checkpoints.values.sorted() + [Vectors.proof, Vectors.request] + PublishedTests.unsigned
            + PublishedTests.examples.map(\.note)
    }

    @Test func `altered notes and checkpoints`() throws {
        let keys = [try NoteTests.log(), try NoteTests.witness()]
        let texts = Self.texts
        let true3 = try Note(reading: Array(#require(Vectors.checkpoints[3]).utf8))
        for number in Self.numbers {
            var mutator = Mutator(number, others: texts)
            let altered = mutator.altered(texts[number % 4])
            guard let note = try? Note(reading: altered) else { continue }
            #expect(Array(note.encoded.utf8) == altered, "seed \(number): a note has two spellings")
            if let checkpoint = try? Checkpoint(reading: note.text) {
                #expect(
                    checkpoint.text.utf8.elementsEqual(note.text.utf8), "seed \(number): a checkpoint has two spellings"
                )
            }
            guard let signers = try? note.signers(among: keys), !signers.isEmpty else { continue }
            // Who is said to have signed did sign this very text.
            let signed = Vectors.checkpoints.values.contains { $0.hasPrefix(note.text + "\n") }
            #expect(signed, "seed \(number): a text is believed that nobody signed")
            if signers.contains(where: { $0.key == keys[1] }) {
                #expect(note.text == true3.text, "seed \(number)")
                #expect(signers.contains { $0.seconds == Vectors.witnessTime }, "seed \(number)")
            }
        }
    }

    @Test func `altered proof files`() throws {
        let log = try NoteTests.log()
        let texts = Self.texts
        for number in Self.numbers {
            var mutator = Mutator(number, others: texts)
            let altered = mutator.altered(Vectors.proof)
            guard let file = try? ProofFile(reading: altered) else { continue }
            #expect(file.encoded.utf8.elementsEqual(altered), "seed \(number): a proof has two spellings")
            for (index, leaf) in Vectors.leaves.enumerated() {
                guard let checkpoint = try? file.verify(Array(leaf.utf8), log: log) else { continue }
                #expect(
                    index == 0 && file.index == 0 && checkpoint.size == 3, "seed \(number): a false proof is believed")
            }
        }
    }

    @Test func `altered verifier keys`() throws {
        let texts = [Vectors.logKey, Vectors.witnessKey] + PublishedTests.examples.flatMap(\.keys)
        for number in Self.numbers {
            var mutator = Mutator(number, others: texts)
            let altered = mutator.altered(texts[number % texts.count].replacing("+", with: " "))
            let text = String(decoding: altered, as: UTF8.self).replacing(" ", with: "+")
            guard let key = try? NoteVerifier(reading: text) else { continue }
            #expect(key.encoded.utf8.elementsEqual(text.utf8), "seed \(number): a key has two spellings")
            #expect(texts.contains(text), "seed \(number): a key is taken whose fingerprint is another's")
        }
    }

    @Test func `altered leaves`() throws {
        let forms = try Self.leaves
        for number in Self.numbers {
            let (seq, text) = forms[number % forms.count]
            // Members become lines, so that they are dropped, doubled and exchanged as a whole.
            var mutator = Mutator(number, others: forms.map { Self.byMember($0.1) })
            let altered = mutator.altered(Self.byMember(text)).filter { $0 != 0x0A || number % 5 == 0 }
            guard let leaf = try? Leaf(reading: altered, at: seq) else { continue }
            #expect(leaf.encoded == altered, "seed \(number): a leaf has two spellings")
            #expect(CanonicalValue(altered)?.encoded == altered, "seed \(number): a leaf is not canonical JSON")
            #expect(leaf.seq == seq, "seed \(number): a leaf stands at another's place")
        }
    }

    /// Each member on a line of its own: parts of it are then altered as fields of a line are.
    private static func byMember(_ text: String) -> String {
        text.replacing(",\"", with: ",\n\"").replacing("\":", with: "\":\n").replacing("{", with: "{\n")
    }

    private static var leaves: [(Int, String)] {
        get throws {
            var hash = try TreeHash()
            var forms = Vectors.leaves.enumerated().map { ($0, $1) }
            for (seq, parts) in [(0, 0), (7, 3), (1 << 40, 65)] {
                let entry = Entry(
                    actor: "u-\u{E8}\u{1F98A}\"\\\n", verb: .disclosure, at: -1, why: parts == 0 ? nil : "support",
                    parts: try (0..<parts).map { Part(.object([:]), for: .subject(Int64($0), try LogKey())) })
                forms.append((seq, String(decoding: try entry.sealed(at: seq, hash: &hash).bytes, as: UTF8.self)))
            }
            return forms
        }
    }

    @Test func `a leaf is what any writer of canonical JSON makes of its members`() throws {
        var random = Seeded(state: 8785)
        var hash = try TreeHash()
        // Characters that other writers of JSON escape, or order, otherwise.
        let odd = [
            "\u{0}", "\u{8}", "\t", "\u{B}", "\u{C}", "\r", "\u{1F}", "\"", "\\", "/", "\u{7F}", "\u{80}", "\u{2028}",
            "\u{E000}", "\u{FB33}", "\u{1F600}", "a", "A", "<", "&",
        ]
        for number in 0..<Soak.count(200, 100_000) {
            let text = { (random: inout Seeded) in
                (0..<Int.random(in: 0...6, using: &random)).map { _ in odd.randomElement(using: &random) ?? "" }
                    .joined()
            }
            let actor = text(&random)
            let why = Bool.random(using: &random) ? text(&random) : nil
            let at = Int64.random(in: -CanonicalValue.greatest...CanonicalValue.greatest, using: &random)
            let seq = Int.random(in: 0...Int(CanonicalValue.greatest), using: &random)
            let verb = Verb.allCases.randomElement(using: &random) ?? .consultation
            let count = [0, 1, 2, 64, 65].randomElement(using: &random) ?? 0
            let key = try LogKey()
            let parts = (0..<count).map { Part(.object(["n": .number(Int64($0))]), for: .subject(1, key)) }
            let sealed = try Entry(actor: actor, verb: verb, at: at, why: why, parts: parts).sealed(
                at: seq, hash: &hash)
            var members: [String: CanonicalValue] = [
                "actor": .text(actor), "at": .number(at), "c": .list(sealed.leaf.commitments.map { .bytes($0.bytes) }),
                "op": .text(verb.rawValue), "seq": .number(Int64(seq)),
                "sub": .list(sealed.leaf.handles.map { .bytes($0) }), "v": .number(1),
            ]
            if let why { members["why"] = .text(why) }
            if count > 64 { members["parts"] = .number(Int64(count)) }
            #expect(sealed.bytes == CanonicalValue.object(members).encoded, "number \(number)")
            #expect(try Leaf(reading: sealed.bytes, at: seq) == sealed.leaf, "number \(number)")
        }
    }
}
