// The two hashes of a Merkle tree (RFC 6962, section 2.1), over one context that is used again and again.
package import Cryptography

/// Hashes leaves and nodes.
///
/// The prefixes keep a leaf from passing for a node.
package struct TreeHash: ~Copyable {
    private var hash: SHA256

    /// Makes ready to hash.
    package init() throws {
        hash = try SHA256()
    }

    /// The hash of a leaf: SHA-256 of 0x00 and the leaf's bytes.
    package mutating func leaf(_ bytes: [UInt8]) throws -> Digest {
        try hash.update(0)
        try hash.update(bytes)
        return try hash.finish()
    }

    /// The hash of a leaf whose bytes are lent.
    package mutating func leaf(_ bytes: Span<UInt8>) throws -> Digest {
        try hash.update(0)
        try hash.update(bytes)
        return try hash.finish()
    }

    /// The hash of a node: SHA-256 of 0x01 and the hashes of its two halves.
    package mutating func node(_ left: Digest, _ right: Digest) throws -> Digest {
        try hash.update(1, left, right)
        return try hash.finish()
    }

    /// The root of a tree without leaves: SHA-256 of nothing.
    package mutating func empty() throws -> Digest {
        try hash.finish()
    }
}
