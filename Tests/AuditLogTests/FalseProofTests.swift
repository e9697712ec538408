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
