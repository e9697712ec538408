// Leaves, commitments, handles and the details beside them.
import AuditLog
import Cryptography
import Testing

@Suite struct LeafTests {
    @Test func `reads and hashes the known leaves`() throws {
        var hash = try TreeHash()
        for (index, text) in Vectors.leaves.enumerated() {
            let leaf = try Leaf(reading: Array(text.utf8), at: index)
            #expect(leaf.encoded == Array(text.utf8))
            #expect(leaf.actor == "u-7")
            #expect(leaf.at == 1_790_000_000_000 + Int64(index))
            #expect(try hash.leaf(leaf.encoded) == digest(Vectors.leafHashes[index]))
        }
    }

    @Test func `gives the known handles and commitments`() throws {
        let key = try LogKey(secret(Vectors.subjectKey))
        for (index, text) in Vectors.leaves.enumerated() {
            let leaf = try Leaf(reading: Array(text.utf8), at: index)
            #expect(try key.handle(at: index) == leaf.handles[0])
            let (salt, detail, commitment) = Vectors.details[index]
            let value = try #require(CanonicalValue(Array(detail.utf8)))
            let made = try Commitment.to(value, salt: #require(Hexadecimal.bytes(salt)))
            #expect(try made == digest(commitment))
            #expect(made == leaf.commitments[0])
        }
    }

    @Test func `a walk over the known log meets its checkpoints`() throws {
        let log = try NoteVerifier(reading: Vectors.logKey)
        let checkpoints = try Vectors.checkpoints.values.map {
            try Checkpoint(Note(reading: Array($0.utf8)), of: log)
        }
        var walk = try LogVerifier(against: checkpoints)
        for text in Vectors.leaves { try walk.leaf(Array(text.utf8)) }
        #expect(try walk.finish() == digest(#require(Vectors.roots[3])))

        var cut = try LogVerifier(against: checkpoints)
        for text in Vectors.leaves.dropLast() { try cut.leaf(Array(text.utf8)) }
        #expect(throws: AuditError.rootDiffers(3)) { _ = try cut.finish() }

        var edited = try LogVerifier(against: checkpoints)
        #expect(throws: AuditError.rootDiffers(1)) {
            try edited.leaf(Array(Vectors.leaves[0].replacing("collection", with: "alteration").utf8))
        }
        var swapped = try LogVerifier(against: checkpoints)
        #expect(throws: AuditError.misplacedLeaf(0)) { try swapped.leaf(Array(Vectors.leaves[1].utf8)) }
        var pruned = try LogVerifier(against: checkpoints)
        try pruned.leaf(Array(Vectors.leaves[0].utf8))
        try pruned.pruned(digest(Vectors.leafHashes[1]))
        try pruned.leaf(Array(Vectors.leaves[2].utf8))
        let (root, count) = (try pruned.finish(), pruned.prunedCount)
        #expect(try root == digest(#require(Vectors.roots[3])))
        #expect(count == 1)
        let false0 = try Checkpoint(origin: "x", size: 0, root: digest(Vectors.leafHashes[0]))
        #expect(throws: AuditError.rootDiffers(0)) { _ = try LogVerifier(against: [false0]) }
    }

    static let alteredLeaves = [
        ("\"v\":1", "\"v\":2"), ("\"v\":1", "\"v\":1,\"w\":1"), ("collection", "Collection"), ("\"at\":", "\"at\": "),
        ("zhQ2R5qxAjOAXV+6sWgUqQ==", "zhQ2R5qxAjOAXV+6sWgUqR=="), ("zhQ2R5qxAjOAXV+6sWgUqQ==", "zhQ2"),
        ("\"seq\":0,", ""),
        ("u-7", "u-\\u0037"), ("1790000000000", "1.79e12"), ("1790000000000", "9007199254740992"),
        ("\"sub\":[\"", "\"sub\":[\"\",\""),
        ("\"op\":\"collection\"", "\"op\":\"collection\",\"parts\":1"), ("\"seq\":0", "\"seq\":-1"),
    ]

    @Test(arguments: alteredLeaves)
    func `refuses bytes that no leaf is written in`(words: String, others: String) {
        let altered = Vectors.leaves[0].replacing(words, with: others)
        #expect(altered != Vectors.leaves[0])
        #expect(throws: AuditError.malformedLeaf(0)) { _ = try Leaf(reading: Array(altered.utf8), at: 0) }
    }

    @Test func `an entry becomes a leaf, and its details open for their readers alone`() throws {
        let (ann, bob) = (try LogKey(), try LogKey())
        let rights = try AgreementKey()
        let entry = Entry(
            actor: "u-0011223344556677", verb: .disclosure, at: 1_790_000_000_000, why: "transfer.s75",
            parts: [
                Part(.object(["fields": .list([.text("name")])]), for: .subject(4, ann)),
                Part(.object(["fields": .list([.text("ward")])]), for: .subject(9, bob)),
                Part(.object(["reason": .text("asked by the court\nin writing")]), for: .holders(rights.publicKey)),
            ], recipient: "Fictional Crown Court")
        var hash = try TreeHash()
        let sealed = try entry.sealed(at: 17, hash: &hash)
        #expect(try Leaf(reading: sealed.bytes, at: 17) == sealed.leaf)
        #expect(try hash.leaf(sealed.bytes) == sealed.hash)
        #expect(sealed.leaf.handles == [try ann.handle(at: 17), try bob.handle(at: 17), []])
        #expect(sealed.details.map(\.subject) == [4, 9, nil])
        #expect(sealed.details.map(\.manner) == [.sealed, .sealed, .boxed])
        let shown = String(decoding: sealed.bytes, as: UTF8.self)
        for word in ["Fictional", "court", "name", "ward"] { #expect(!shown.contains(word)) }

        let first = try sealed.details[0].open(in: sealed.leaf, with: ann)
        #expect(first["recipient"]?.text == "Fictional Crown Court")
        #expect(first["fields"]?.list == [.text("name")])
        #expect(
            try sealed.details[2].open(in: sealed.leaf, with: rights)["reason"]?.text
                == "asked by the court\nin writing")
        #expect(throws: CryptographyError.doesNotOpen) { _ = try sealed.details[0].open(in: sealed.leaf, with: bob) }
        #expect(throws: CryptographyError.doesNotOpen) { _ = try sealed.details[1].open(in: sealed.leaf, with: rights) }

        // A detail under another salt, or in another part's place, is told.
        let one = sealed.details[0]
        let resalted = SealedDetail(
            part: 0, subject: 4, salt: [UInt8](repeating: 1, count: 32), manner: one.manner, box: one.box)
        #expect(throws: AuditError.detailDiffers(17)) { _ = try resalted.open(in: sealed.leaf, with: ann) }
        let moved = SealedDetail(part: 1, subject: 4, salt: one.salt, manner: one.manner, box: one.box)
        #expect(throws: CryptographyError.doesNotOpen) { _ = try moved.open(in: sealed.leaf, with: ann) }
    }

    @Test(arguments: [64, 65, 1000])
    func `more than 64 parts stand under one root, each still provable alone`(count: Int) throws {
        var keys: [LogKey] = []
        for _ in 0..<count { keys.append(try LogKey()) }
        let entry = Entry(
            actor: "u-7", verb: .collection, at: 5,
            parts: keys.enumerated().map { place, key in
                Part(.object(["line": .number(Int64(place))]), for: .subject(Int64(place), key))
            })
        var hash = try TreeHash()
        let sealed = try entry.sealed(at: 3, hash: &hash)
        #expect(sealed.bytes.count < 8192)
        #expect(sealed.leaf.partCount == (count > 64 ? count : nil))
        for place in [0, 1, count - 1] {
            let detail = sealed.details[place]
            #expect(try detail.open(in: sealed.leaf, with: keys[place])["line"]?.number == Int64(place))
            #expect((detail.partHash != nil) == (count > 64))
        }
        guard count > 64 else { return }
        // One person's part is destroyed; the hashes that remain still lead to the leaf.
        var hashes = sealed.details.compactMap(\.partHash)
        #expect(try SealedDetail.match(hashes, sealed.leaf))
        hashes.swapAt(0, 1)
        #expect(try !SealedDetail.match(hashes, sealed.leaf))
        #expect(try !SealedDetail.match(Array(hashes.dropLast()), sealed.leaf))
    }

    @Test func `handles of one person cannot be joined without the key`() throws {
        let key = try LogKey()
        let handles = try (0..<50).map { try key.handle(at: $0) }
        #expect(Set(handles).count == 50)
        #expect(try LogKey(key.secret).handle(at: 7) == handles[7])
    }

    @Test func `refuses what cannot be kept`() throws {
        var hash = try TreeHash()
        #expect(throws: AuditError.recipientWithoutPart) {
            _ = try Entry(actor: "u-7", verb: .disclosure, at: 0, recipient: "x").sealed(at: 0, hash: &hash)
        }
        let long = String(repeating: "x", count: 70_000)
        #expect(throws: AuditError.oversizedLeaf) {
            _ = try Entry(actor: "u-7", verb: .upkeep, at: 0, why: long).sealed(at: 0, hash: &hash)
        }
        #expect(throws: AuditError.malformedLeaf(0)) {
            _ = try Entry(actor: "u-7", verb: .upkeep, at: 1 << 60).sealed(at: 0, hash: &hash)
        }
    }

    @Test func `no altered leaf reads as another's bytes, and none crashes`() throws {
        var random = Seeded(state: 5)
        for text in Vectors.leaves.prefix(1) {
            for _ in 0..<4000 {
                let altered = random.altered(Array(text.utf8))
                guard let leaf = try? Leaf(reading: altered, at: 0) else { continue }
                #expect(leaf.encoded == altered)
            }
        }
    }

    @Test(arguments: Verb.allCases)
    func `every verb stands in a leaf and comes back`(verb: Verb) throws {
        var hash = try TreeHash()
        let sealed = try Entry(actor: "u-\u{1F98A}\"\\\n", verb: verb, at: -5).sealed(at: 0, hash: &hash)
        #expect(try Leaf(reading: sealed.bytes, at: 0).verb == verb)
    }
}
