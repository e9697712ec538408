// An entry made ready to be stored.
package import Cryptography

/// A leaf with its bytes, its hash and the sealed details that go beside it.
package struct SealedEntry: Sendable {
    /// The leaf.
    package let leaf: Leaf
    /// The leaf's exact bytes, to be stored as they are.
    package let bytes: [UInt8]
    /// The leaf's hash in the tree.
    package let hash: Digest
    /// The details, one for each part, in order.
    package let details: [SealedDetail]
}
