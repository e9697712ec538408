// The proof that a leaf is in the log.
package import Cryptography

/// The hashes that lead from one leaf to the root (RFC 9162, section 2.1.3).
package struct InclusionProof: Hashable, Sendable {
    /// The leaf's place, from 0.
    package let index: Int
    /// The size of the tree.
    package let size: Int
    /// The hashes from the leaf upwards.
    package let path: [Digest]

    /// Takes a proof, which may still be false.
    package init(index: Int, size: Int, path: [Digest]) {
        (self.index, self.size, self.path) = (index, size, path)
    }

    /// Whether a leaf of that hash stands there in the tree of that root.
    package func verify(_ leaf: Digest, root: Digest) throws -> Bool {
        guard index >= 0, index < size else { return false }
        var hash = try TreeHash()
        var (place, last) = (index, size - 1)
        var reached = leaf
        for step in path {
            guard last > 0 else { return false }
            if place & 1 == 1 || place == last {
                reached = try hash.node(step, reached)
                // A left edge that has no sibling at a level rises without a hash.
                while place & 1 == 0, place > 0 { (place, last) = (place >> 1, last >> 1) }
            } else {
                reached = try hash.node(reached, step)
            }
            (place, last) = (place >> 1, last >> 1)
        }
        return last == 0 && reached == root
    }
}
