// The tree: reference roots, proofs against a naive tree, and every way in which a proof can be false.
import AuditLog
import Cryptography
import Testing

@Suite struct TreeTests {
    @Test func `hashes leaves and nodes as the reference does`() throws {
        var hash = try TreeHash()
        #expect(try hash.empty() == digest("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))
        #expect(try hash.leaf([]) == digest("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"))
        #expect(
            try hash.leaf(Array("L123456".utf8))
                == digest("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56"))
    }

    @Test func `gives the reference roots and paths`() throws {
        var hash = try TreeHash()
        var frontier = Frontier()
        var leaves: [Digest] = []
        for (place, text) in Vectors.referenceLeaves.enumerated() {
            #expect(try frontier.root(hash: &hash) == digest(#require(Vectors.referenceRoots[place])))
            let leaf = try hash.leaf(#require(Hexadecimal.bytes(text)))
            leaves.append(leaf)
            _ = try frontier.append(leaf, hash: &hash)
        }
        #expect(try frontier.root(hash: &hash) == digest(#require(Vectors.referenceRoots[8])))
        var reader = try TreeReader(leaves)
        for (pair, path) in Vectors.referenceInclusion {
            let proof = try reader.inclusion(of: pair[0], at: pair[1])
            #expect(try proof.path == digests(path))
            #expect(try proof.verify(leaves[pair[0]], root: digest(#require(Vectors.referenceRoots[pair[1]]))))
        }
        for (pair, path) in Vectors.referenceConsistency {
            let proof = try reader.consistency(from: pair[0], to: pair[1])
            let roots = try pair.map { try digest(#require(Vectors.referenceRoots[$0])) }
            #expect(try proof.path == digests(path))
            #expect(try proof.verify(oldRoot: roots[0], newRoot: roots[1]))
        }
    }

    @Test func `every proof up to 300 leaves holds, and those that are made are those of the naive tree`() throws {
        let leaves = try someHashes(300)
        var naive = try NaiveTree(leaves)
        var reader = try TreeReader(leaves)
        var random = Seeded(state: 300)
        for size in 1...leaves.count {
            let root = try naive.root(0..<size)
            #expect(try reader.root(at: size) == root)
            // Made is each up to 64 leaves and then some of each size; checked is every single one.
            let made =
                Soak.isOn || size <= 64
                ? Set(0...size) : Set((0..<3).map { _ in Int.random(in: 0...size, using: &random) })
            var fallen: [String] = []
            for index in 0..<size {
                let path = try naive.path(index, 0..<size)
                let proof = InclusionProof(index: index, size: size, path: path)
                if try !proof.verify(leaves[index], root: root) { fallen.append("\(index) in \(size)") }
                if made.contains(index), try reader.inclusion(of: index, at: size) != proof {
                    fallen.append("made for \(index) in \(size)")
                }
            }
            for old in 1...size {
                let proof = ConsistencyProof(old: old, new: size, path: try naive.proof(old, size))
                if try !proof.verify(oldRoot: naive.root(0..<old), newRoot: root) { fallen.append("\(old) to \(size)") }
                if made.contains(old), try reader.consistency(from: old, to: size) != proof {
                    fallen.append("made from \(old) to \(size)")
                }
            }
            #expect(fallen.isEmpty)
        }
    }

    @Test func `the frontier travels as bytes and gives every root`() throws {
        var hash = try TreeHash()
        var frontier = Frontier()
        let leaves = try someHashes(300)
        var reader = try TreeReader(leaves)
        for leaf in leaves {
            frontier = try Frontier(frontier.encoded)
            _ = try frontier.append(leaf, hash: &hash)
            #expect(try frontier.root(hash: &hash) == reader.root(at: frontier.size))
        }
        #expect(frontier.encoded.count == 8 + 4 * 32)
        for bytes in [
            [], Array(frontier.encoded.dropLast()), frontier.encoded + [0], [1] + frontier.encoded.dropFirst(),
        ] {
            #expect(throws: AuditError.malformedFrontier) { _ = try Frontier(bytes) }
        }
    }

    @Test func `proofs from stored subtrees read few leaves`() throws {
        var hash = try TreeHash()
        var frontier = Frontier()
        let leaves = try someHashes(3000)
        var stored: [[Int]: Digest] = [:]
        for leaf in leaves {
            for subtree in try frontier.append(leaf, hash: &hash) {
                stored[[subtree.level, subtree.place]] = subtree.hash
            }
        }
        // One of 256 leaves for each 256, and their parents: 11 + 5 + 2 + 1.
        #expect(stored.count == 19)
        let read = Counter()
        var near = try TreeReader(
            size: leaves.count,
            leaves: {
                read.value += $0.count
                return Array(leaves[$0])
            }, stored: { stored[[$0, $1]] })
        var whole = try TreeReader(leaves)
        let root = try frontier.root(hash: &hash)
        for index in [0, 255, 256, 1000, 2815, 2816, 2999] {
            read.value = 0
            let proof = try near.inclusion(of: index, at: 3000)
            #expect(read.value <= 512)
            #expect(try proof == whole.inclusion(of: index, at: 3000))
            #expect(try proof.verify(leaves[index], root: root))
        }
        for old in [1, 256, 257, 1999, 2999, 3000] {
            #expect(try near.consistency(from: old, to: 3000) == whole.consistency(from: old, to: 3000))
        }
    }

    @Test func `asks for what a tree cannot give are refused`() throws {
        var reader = try TreeReader(someHashes(5))
        for (index, size) in [(-1, 5), (5, 5), (0, 0), (0, 6), (3, 3)] {
            #expect(throws: AuditError.noSuchProof) { _ = try reader.inclusion(of: index, at: size) }
        }
        for (old, new) in [(0, 5), (-1, 5), (5, 4), (5, 6)] {
            #expect(throws: AuditError.noSuchProof) { _ = try reader.consistency(from: old, to: new) }
        }
        #expect(throws: AuditError.noSuchProof) { _ = try reader.root(at: 6) }
        var holed = try TreeReader(size: 5, leaves: { _ in [] }, stored: { _, _ in nil })
        #expect(throws: AuditError.self) { _ = try holed.root(at: 5) }
    }
}
