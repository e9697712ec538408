// The reader of leaves in place, held against a general reader of canonical JSON.
import AuditLog
import Cryptography
import Testing

@Suite struct LeafScanTests {
    /// What the format's page says of a leaf, by the general reader of canonical JSON and nothing else.
    private func general(_ bytes: [UInt8], at index: Int) -> Result<(at: Int64, parts: Int, why: String?), AuditError> {
        guard bytes.count <= Leaf.greatestByteCount, let value = CanonicalValue(bytes),
            value.names.isSubset(of: ["actor", "at", "c", "op", "parts", "seq", "sub", "v", "why"]),
            value["actor"]?.text != nil, let at = value["at"]?.number, let verb = value["op"]?.text,
            Verb(rawValue: verb) != nil, let seq = value["seq"]?.number, seq >= 0, value["v"]?.number == 1,
            let commitments = value["c"]?.list, commitments.allSatisfy({ $0.bytes?.count == 32 }),
            let handles = value["sub"]?.list, handles.allSatisfy({ [0, 16].contains($0.bytes?.count) }),
            value["why"] == nil || value["why"]?.text != nil
        else { return .failure(.malformedLeaf(index)) }
        let parts: Int
        if value.names.contains("parts") {
            guard let count = value["parts"]?.number, count > 64, commitments.count == 1, handles.isEmpty else {
                return .failure(.malformedLeaf(index))
            }
            parts = Int(count)
        } else {
            guard commitments.count == handles.count, handles.count <= 64 else {
                return .failure(.malformedLeaf(index))
            }
            parts = handles.count
        }
        return seq == index ? .success((at, parts, value["why"]?.text)) : .failure(.misplacedLeaf(index))
    }

    /// Both readers say the same of these bytes; answers whether they are a leaf.
    @discardableResult
    private func agree(_ bytes: [UInt8], at index: Int) -> Bool {
        let known = general(bytes, at: index)
        do {
            let outline = try LeafOutline(reading: bytes.span, at: index)
            let leaf = try Leaf(reading: bytes, at: index)
            guard case .success(let wanted) = known else {
                Issue.record("It is no leaf: \(String(decoding: bytes, as: UTF8.self))")
                return true
            }
            #expect(leaf.encoded == bytes)
            #expect(outline.at == wanted.at && leaf.at == wanted.at)
            #expect(outline.partCount == wanted.parts)
            #expect(outline.isListed ? leaf.commitments.count == wanted.parts : leaf.partCount == wanted.parts)
            #expect(leaf.why == wanted.why)
            for (place, commitment) in leaf.commitments.enumerated() {
                let found = outline.commitment(place, in: bytes.span)
                #expect(found == commitment)
            }
            let beyond = outline.commitment(leaf.commitments.count, in: bytes.span)
            #expect(beyond == nil)
            return true
        } catch {
            guard case .failure(let wanted) = known else {
                Issue.record("It is a leaf: \(String(decoding: bytes, as: UTF8.self))")
                return false
            }
            #expect(error == wanted)
            return false
        }
    }

    /// Leaves of every shape: verbs, reasons, texts that are escaped, parts that concern nobody, none and many.
    private func somewhatOfEverything(_ random: inout Seeded) throws -> [(bytes: [UInt8], seq: Int)] {
        let texts = [
            "u-0011223344556677", "u-7", "", "\"\\/\u{8}\t\n\u{C}\r\u{0}\u{1F}\u{B}\u{7F}", "é\u{1F98A}\u{FFFF}",
            "break-glass.safeguarding",
        ]
        let rights = try AgreementKey()
        var hash = try TreeHash()
        return try (0..<66).map { place in
            let reader = try (place % 3 == 0 ? Part.Reader.holders(rights.publicKey) : .subject(4, LogKey()))
            let count = place == 65 ? 65 : place % 5 == 4 ? 0 : place % 7
            let entry = Entry(
                actor: texts[place % texts.count], verb: Verb.allCases[place % Verb.allCases.count],
                at: Int64.random(in: -(1 << 53) + 1..<1 << 53, using: &random),
                why: place % 4 == 0 ? nil : texts[(place / 4) % texts.count],
                parts: [Part](repeating: Part(.object([:]), for: reader), count: count))
            let seq = place * place * 1_000_003
            return (try entry.sealed(at: seq, hash: &hash).bytes, seq)
        }
    }

    @Test func `leaves of every shape are read alike by both readers`() throws {
        var random = Seeded(state: 11)
        for (bytes, seq) in try somewhatOfEverything(&random) {
            #expect(agree(bytes, at: seq))
            agree(bytes, at: seq + 1)
            agree(bytes + [0x20], at: seq)
        }
    }

    @Test func `altered leaves are judged alike by both readers`() throws {
        var random = Seeded(state: 12)
        var stood = 0
        for (bytes, seq) in try somewhatOfEverything(&random) {
            for _ in 0..<(isSoak ? 100_000 : 300) where agree(random.altered(bytes), at: seq) { stood += 1 }
        }
        // Some alterations make another leaf, which only its hash tells from the first.
        #expect(stood > 0)
    }

    @Test func `every single byte put in the place of another is judged alike`() throws {
        let bytes = Array(Vectors.leaves[0].utf8)
        for place in bytes.indices {
            for byte in UInt8.min...UInt8.max where isSoak || byte < 0x30 || byte % 7 == 0 || byte == UInt8(ascii: "\\")
            {
                var altered = bytes
                altered[place] = byte
                agree(altered, at: 0)
            }
        }
    }

    @Test(arguments: [
        "\\u000b", "\\u000B", "\\u0008", "\\u0009", "\\u000a", "\\u000c", "\\u000d", "\\u000e", "\\u001f", "\\u0020",
        "\\u0000", "\\u00", "\\u", "\\", "\\/", "\\\"", "\\\\", "\\b", "\\a", "\\u00e9", "é", "\\ud83e\\udd8a", "\u{0}",
        "\u{1F}", "\u{7F}", "\u{80}",
    ]) func `a text is escaped in one way alone`(words: String) {
        for spelling in [words, "x" + words, words + "x", words + words] {
            agree(Array(Vectors.leaves[0].replacing("u-7", with: spelling).utf8), at: 0)
            agree(Array(Vectors.leaves[0].replacing("s62.investigation", with: spelling).utf8), at: 0)
        }
        for byte: UInt8 in [0x80, 0xC0, 0xED, 0xF5, 0xFF] {
            let bytes = Array(Vectors.leaves[0].replacing("u-7", with: words + "?").utf8)
            agree(bytes.map { $0 == UInt8(ascii: "?") ? byte : $0 }, at: 0)
        }
    }

    @Test(arguments: [
        "0", "-0", "00", "01", "-1", "-01", "+1", "1.0", "1e3", "9007199254740991", "9007199254740992",
        "-9007199254740991", "-9007199254740992", "99999999999999999999", "18446744073709551617", "", "-",
        "00000000000000001", "10000000000000000",
    ]) func `a number is written in one way alone`(digits: String) {
        for member in ["at", "seq", "v"] {
            let was = member == "at" ? "1790000000000" : member == "v" ? "1" : "0"
            agree(
                Array(Vectors.leaves[0].replacing("\"\(member)\":\(was)", with: "\"\(member)\":\(digits)").utf8), at: 0)
        }
        agree(Array(Vectors.leaves[0].replacing(",\"seq\"", with: ",\"parts\":\(digits),\"seq\"").utf8), at: 0)
    }

    @Test func `a reason is known by its code or its beginning`() throws {
        var hash = try TreeHash()
        let entry = Entry(actor: "u-7", verb: .consultation, at: 1, why: "break-glass.safeguarding")
        let bytes = try entry.sealed(at: 0, hash: &hash).bytes
        let leaf = try LeafOutline(reading: bytes.span, at: 0)
        let whole = leaf.isWhy("break-glass.safeguarding", in: bytes.span)
        let begun = leaf.isWhy("break-glass.", orLonger: true, in: bytes.span)
        #expect(whole && begun)
        let short = leaf.isWhy("break-glass.", in: bytes.span)
        let long = leaf.isWhy("break-glass.safeguarding.x", orLonger: true, in: bytes.span)
        #expect(!short && !long)
        let bare = try Entry(actor: "u-7", verb: .consultation, at: 1).sealed(at: 0, hash: &hash).bytes
        let none = try LeafOutline(reading: bare.span, at: 0).isWhy("", orLonger: true, in: bare.span)
        #expect(!none)
    }

    @Test(arguments: [1, 2, 255, 256, 257, 1000]) func `a log taken in by runs comes to the same as leaf by leaf`(
        length: Int
    ) throws {
        var hash = try TreeHash()
        var leaves: [SealedEntry] = []
        for seq in 0..<1000 {
            leaves.append(try Entry(actor: "u-7", verb: .consultation, at: Int64(seq)).sealed(at: seq, hash: &hash))
        }
        var slow = try LogVerifier()
        var fast = try LogVerifier()
        var (slowly, quickly): ([Subtree], [Subtree]) = ([], [])
        for start in stride(from: 0, to: 1000, by: length) {
            var run = LeafRun(first: start, capacity: length)
            for seq in start..<min(1000, start + length) {
                let isPruned = seq % 10 == 9
                if isPruned { try slow.pruned(leaves[seq].hash) } else { try slow.leaf(leaves[seq].bytes) }
                slowly += slow.completed
                let bytes = leaves[seq].bytes
                if isPruned {
                    run.append(pruned: leaves[seq].hash)
                } else {
                    run.append(bytes.span, hash: leaves[seq].hash)
                }
            }
            try fast.take(run)
            quickly += fast.completed
        }
        #expect(slowly == quickly && quickly.count == 4)
        let (known, root) = (try slow.finish(), try fast.finish())
        #expect(known == root)
        let (one, other) = (slow.prunedCount, fast.prunedCount)
        #expect(one == 100 && other == 100)

        // A run out of its turn, a hash that is not the leaf's, a checkpoint that comes too late.
        var late = try LogVerifier()
        var run = LeafRun(first: 1, capacity: 1)
        let (first, second) = (leaves[0].bytes, leaves[1].bytes)
        run.append(second.span, hash: leaves[1].hash)
        #expect(throws: AuditError.missingLeaf(0)) { try late.take(run) }
        run = LeafRun(first: 0, capacity: 1)
        run.append(first.span, hash: leaves[1].hash)
        #expect(throws: AuditError.malformedLeaf(0)) { try late.take(run) }
        var passed = try LogVerifier()
        try passed.leaf(leaves[0].bytes)
        let checkpoint = try Checkpoint(origin: "x", size: 1, root: leaves[0].hash)
        #expect(throws: AuditError.rootDiffers(1)) { try passed.expect([checkpoint]) }
        try passed.expect([Checkpoint(origin: "x", size: 2, root: leaves[0].hash)])
        #expect(throws: AuditError.rootDiffers(2)) { try passed.leaf(leaves[1].bytes) }
    }
}
