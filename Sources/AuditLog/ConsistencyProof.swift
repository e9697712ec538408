// The proof that the log only grew.
package import Cryptography

/// The hashes that lead from an older root and to a newer one (RFC 9162, section 2.1.4).
package struct ConsistencyProof: Hashable, Sendable {
    /// The size of the older tree, at least 1.
    package let old: Int
    /// The size of the newer tree.
    package let new: Int
    /// The hashes, empty if the sizes are equal.
    package let path: [Digest]

    /// Takes a proof, which may still be false.
    package init(old: Int, new: Int, path: [Digest]) {
        (self.old, self.new, self.path) = (old, new, path)
    }

    /// Whether the tree of `newRoot` begins with the whole tree of `oldRoot`.
    package func verify(oldRoot: Digest, newRoot: Digest) throws -> Bool {
        guard old > 0, old <= new else { return false }
        if old == new { return path.isEmpty && oldRoot == newRoot }
        guard !path.isEmpty else { return false }
        var hash = try TreeHash()
        let whole = old.nonzeroBitCount == 1 ? [oldRoot] + path : path
        var (place, last) = (old - 1, new - 1)
        while place & 1 == 1 { (place, last) = (place >> 1, last >> 1) }
        var (first, second) = (whole[0], whole[0])
        for step in whole.dropFirst() {
            guard last > 0 else { return false }
            if place & 1 == 1 || place == last {
                first = try hash.node(step, first)
                second = try hash.node(step, second)
                while place & 1 == 0, place > 0 { (place, last) = (place >> 1, last >> 1) }
            } else {
                second = try hash.node(second, step)
            }
            (place, last) = (place >> 1, last >> 1)
        }
        return last == 0 && first == oldRoot && second == newRoot
    }
}
