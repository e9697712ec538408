// The root of a whole subtree, kept so that a proof need not read every leaf.
package import Cryptography

/// The root of the whole subtree of 2^level leaves that begins at leaf place * 2^level.
package struct Subtree: Hashable, Sendable {
    /// Roots of fewer than 256 leaves are computed again when needed.
    package static let leastStoredLevel = 8

    /// The base-2 logarithm of how many leaves it covers.
    package let level: Int
    /// Which of the subtrees of that level it is, from 0.
    package let place: Int
    /// Its root.
    package let hash: Digest

    /// Takes a subtree's root from where it was stored.
    package init(level: Int, place: Int, hash: Digest) {
        (self.level, self.place, self.hash) = (level, place, hash)
    }
}
