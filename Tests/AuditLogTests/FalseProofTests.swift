// The probes that other implementations of RFC 6962 are tried with: each alters a true proof in one way.
import AuditLog
import Cryptography
import Testing

@Suite struct FalseProofTests {
    @Test(arguments: [(1, 1), (1, 2), (2, 5), (3, 7), (4, 7), (4, 8), (6, 8), (8, 8), (7, 300), (256, 300), (299, 300)])
    func `no altered consistency proof is believed`(old: Int, new: Int) throws {
        var reader = try TreeReader(someHashes(300))
        let (first, second) = (try reader.root(at: old), try reader.root(at: new))
        let path = try reader.consistency(from: old, to: new).path
        let holds = { (old: Int, new: Int, path: [Digest], first: Digest, second: Digest) in
            try ConsistencyProof(old: old, new: new, path: path).verify(oldRoot: first, newRoot: second)
        }
        #expect(try holds(old, new, path, first, second))
        for (left, right) in [
            (old - 1, new), (old + 1, new), (old ^ 2, new), (old, new * 2), (old, new / 2), (0, new), (new, old),
            (-1, new), (old, -1), (old, 0),
        ] where (left, right) != (old, new) {
            #expect(try !holds(left, right, path, first, second), "\(left) to \(right)")
        }
        let noise = try digest(String(repeating: "5a", count: 32))
        for other in try altered(path, noise: noise, roots: [first, second]) {
            #expect(try !holds(old, new, other, first, second))
        }
        #expect(try !holds(old, new, path, noise, second))
        #expect(try !holds(old, new, path, first, noise))
        if old != new { #expect(try !holds(old, new, path, second, first)) }
    }

    @Test(arguments: [
        (0, 1), (0, 2), (1, 2), (0, 8), (5, 8), (2, 3), (1, 5), (4, 5), (299, 300), (255, 300), (128, 300),
    ])
    func `no altered inclusion proof is believed`(index: Int, size: Int) throws {
        let leaves = try someHashes(300)
        var reader = try TreeReader(leaves)
        let root = try reader.root(at: size)
        let path = try reader.inclusion(of: index, at: size).path
        let holds = { (index: Int, size: Int, path: [Digest], leaf: Digest, root: Digest) in
            try InclusionProof(index: index, size: size, path: path).verify(leaf, root: root)
        }
        #expect(try holds(index, size, path, leaves[index], root))
        for (place, count) in [
            (index - 1, size), (index + 1, size), (index ^ 2, size), (index, size * 2), (index, size / 2), (-1, size),
            (size, size), (index, 0), (index, -1), (Int.max, size), (index + size, size * 2),
        ] where (place, count) != (index, size) {
            #expect(try !holds(place, count, path, leaves[index], root), "\(place) in \(count)")
        }
        let noise = try digest(String(repeating: "5a", count: 32))
        for other in try altered(path, noise: noise, roots: [root, leaves[index]]) {
            #expect(try !holds(index, size, other, leaves[index], root))
        }
        #expect(try !holds(index, size, path, noise, root))
        #expect(try !holds(index, size, path, leaves[index], noise))
        if size > 1 { #expect(try !holds(index, size, path, root, leaves[index])) }
    }

    // What the reference implementation's suite does to each of its proofs; there 98 probes of each kind, here more.
    @Test func `the reference suite's probes of consistency are refused, over every small tree`() throws {
        let noise = try digest("abacaba000000000000000000000000000000000000000000060061e00123456")
        let largest = Soak.count(16, 70)
        var tree = try NaiveTree(someHashes(largest))
        var (probes, believed) = (0, [String]())
        for new in 2...largest {
            for old in 1..<new {
                let (first, second) = (try tree.root(0..<old), try tree.root(0..<new))
                let path = try tree.proof(old, new)
                var tries: [(String, Int, Int, [Digest], Digest, Digest)] = [
                    ("size1 - 1", old - 1, new, path, first, second), ("size1 + 1", old + 1, new, path, first, second),
                    ("size1 ^ 2", old ^ 2, new, path, first, second), ("size2 * 2", old, new * 2, path, first, second),
                    ("size2 / 2", old, new / 2, path, first, second), ("root1", old, new, path, noise, second),
                    ("root2", old, new, path, first, noise), ("swapped roots", old, new, path, second, first),
                    ("empty", old, new, [], first, second), ("trailing", old, new, path + [noise], first, second),
                    ("trailing root1", old, new, path + [first], first, second),
                    ("trailing root2", old, new, path + [second], first, second),
                    ("preceding", old, new, [noise] + path, first, second),
                    ("preceding root1", old, new, [first] + path, first, second),
                    ("preceding root2", old, new, [second] + path, first, second),
                    ("preceding first", old, new, path.prefix(1) + path, first, second),
                    ("truncated", old, new, path.dropLast(), first, second),
                    ("beheaded", old, new, Array(path.dropFirst()), first, second),
                ]
                tries += try edited(path, noise: noise).map { ($0, old, new, $1, first, second) }
                for (name, old, new, path, first, second) in tries {
                    probes += 1
                    if try ConsistencyProof(old: old, new: new, path: path).verify(oldRoot: first, newRoot: second) {
                        believed.append("\(name): \(old) to \(new)")
                    }
                }
            }
        }
        #expect(probes >= 98)
        #expect(believed.isEmpty)
    }

    @Test func `the reference suite's probes of inclusion are refused, over every small tree`() throws {
        let noise = try digest("abacaba000000000000000000000000000000000000000000060061e00123456")
        let largest = Soak.count(16, 70)
        let leaves = try someHashes(largest)
        var tree = try NaiveTree(leaves)
        var hash = try TreeHash()
        let empty = try hash.empty()
        var (probes, believed) = (0, [String]())
        for size in 1...largest {
            let root = try tree.root(0..<size)
            for index in 0..<size {
                let path = try tree.path(index, 0..<size)
                let leaf = leaves[index]
                var tries: [(String, Int, Int, [Digest], Digest, Digest)] = [
                    ("index - 1", index - 1, size, path, leaf, root), ("index + 1", index + 1, size, path, leaf, root),
                    ("index ^ 2", index ^ 2, size, path, leaf, root), ("size * 2", index, size * 2, path, leaf, root),
                    ("size / 2", index, size / 2, path, leaf, root), ("leaf", index, size, path, noise, root),
                    ("empty root", index, size, path, leaf, empty), ("root", index, size, path, leaf, noise),
                    ("trailing", index, size, path + [noise], leaf, root),
                    ("trailing root", index, size, path + [root], leaf, root),
                    ("preceding", index, size, [noise] + path, leaf, root),
                    ("preceding root", index, size, [root] + path, leaf, root),
                    ("preceding leaf", index, size, [leaf] + path, leaf, root),
                ]
                if !path.isEmpty {
                    tries.append(("removed", index, size, path.dropLast(), leaf, root))
                    tries.append(("beheaded", index, size, Array(path.dropFirst()), leaf, root))
                    tries.append(("the root as leaf", index, size, path, root, root))
                }
                tries += try edited(path, noise: noise).map { ($0, index, size, $1, leaf, root) }
                for (name, index, size, path, leaf, root) in tries {
                    probes += 1
                    if try InclusionProof(index: index, size: size, path: path).verify(leaf, root: root) {
                        believed.append("\(name): \(index) in \(size)")
                    }
                }
            }
        }
        #expect(probes >= 98)
        #expect(believed.isEmpty)
    }

    /// Each element with a bit flipped, doubled, taken out, or exchanged with its neighbour or with noise.
    private func edited(_ path: [Digest], noise: Digest) throws -> [(String, [Digest])] {
        var others: [(String, [Digest])] = []
        for place in path.indices {
            for bit in [3, 4, 255] {
                var bytes = path[place].bytes
                bytes[bit / 8] ^= 1 << (bit % 8)
                var other = path
                other[place] = try #require(Digest(bytes))
                others.append(("bit \(bit) of \(place)", other))
            }
            var other = path
            other[place] = noise
            others.append(("noise at \(place)", other))
            other = path
            other.insert(noise, at: place)
            others.append(("noise before \(place)", other))
            other = path
            other.insert(path[place], at: place)
            others.append(("\(place) twice", other))
            other = path
            other.remove(at: place)
            others.append(("without \(place)", other))
            if place > 0 {
                other = path
                other.swapAt(place, place - 1)
                others.append(("\(place - 1) and \(place) exchanged", other))
            }
        }
        return others
    }

    /// The path with something put before it, after it, taken from it or flipped in it.
    private func altered(_ path: [Digest], noise: Digest, roots: [Digest]) throws -> [[Digest]] {
        var others: [[Digest]] = []
        for extra in [noise] + roots + path {
            others.append([extra] + path)
            others.append(path + [extra])
        }
        if !path.isEmpty { others += [[], Array(path.dropLast()), Array(path.dropFirst())] }
        if path.count > 1, path.reversed() != path { others.append(path.reversed()) }
        for place in path.indices {
            for bit in [0, 4, 255] {
                var bytes = path[place].bytes
                bytes[bit / 8] ^= 1 << (bit % 8)
                var other = path
                other[place] = try #require(Digest(bytes))
                others.append(other)
            }
        }
        return others
    }
}
