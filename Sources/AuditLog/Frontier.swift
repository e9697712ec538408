// The right edge of the tree: all that is needed to add a leaf and to know the root.
package import Cryptography

/// The running state of a tree: its size and the roots of its whole subtrees, largest first.
///
/// Adding a leaf takes as many hashes as the size has trailing one bits, two on average.
package struct Frontier: Hashable, Sendable {
    /// How many leaves there are.
    package private(set) var size: Int
    private var peaks: [Digest]

    /// The state of a tree without leaves.
    package init() {
        (size, peaks) = (0, [])
    }

    /// Takes the state from where it was stored: the size in 8 bytes, then 32 for each peak, largest first.
    package init(_ bytes: [UInt8]) throws(AuditError) {
        guard bytes.count >= 8, let size = UInt64(bigEndian: bytes.prefix(8)), size <= UInt64(Int.max),
            bytes.count == 8 + size.nonzeroBitCount * Digest.byteCount
        else { throw .malformedFrontier }
        self.size = Int(size)
        peaks = stride(from: 8, to: bytes.count, by: Digest.byteCount)
            .compactMap { Digest(bytes[$0..<$0 + Digest.byteCount]) }
    }

    /// The state as it is stored.
    package var encoded: [UInt8] {
        UInt64(size).bigEndianBytes + peaks.flatMap(\.bytes)
    }

    /// Adds a leaf's hash; gives the roots of the subtrees of 256 leaves or more that it completes, to be stored.
    package mutating func append(_ leaf: Digest, hash: inout TreeHash) throws -> [Subtree] {
        var completed: [Subtree] = []
        try append(leaf, hash: &hash, completed: &completed)
        return completed
    }

    /// Adds a leaf's hash, and to `completed` the roots of the subtrees of 256 leaves or more that it completes.
    package mutating func append(_ leaf: Digest, hash: inout TreeHash, completed: inout [Subtree]) throws {
        var root = leaf
        var level = 0
        while size >> level & 1 == 1, let left = peaks.popLast() {
            root = try hash.node(left, root)
            level += 1
            if level >= Subtree.leastStoredLevel {
                completed.append(Subtree(level: level, place: size >> level, hash: root))
            }
        }
        peaks.append(root)
        size += 1
    }

    /// The root of the tree as it stands.
    package func root(hash: inout TreeHash) throws -> Digest {
        guard var root = peaks.last else { return try hash.empty() }
        for peak in peaks.dropLast().reversed() { root = try hash.node(peak, root) }
        return root
    }
}
