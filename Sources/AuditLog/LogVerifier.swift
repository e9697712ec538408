// Walks a whole log and checks it against every checkpoint that speaks for it.
package import Cryptography

/// Checks a log leaf by leaf, in order, with memory that does not grow with its length.
package struct LogVerifier: ~Copyable {
    /// The state of the tree over what was taken in so far.
    package private(set) var frontier = Frontier()
    /// How many leaves were given by their hash alone.
    package private(set) var prunedCount = 0
    /// The places of the leaves that tell of an emergency access; those given by their hash alone are not known to.
    package private(set) var emergencies: [Int] = []
    /// The subtrees of 256 leaves or more that the leaf taken in last completed.
    package private(set) var completed: [Subtree] = []
    private var hash: TreeHash
    private var expected: [Int: [Checkpoint]]

    /// Begins a walk; each checkpoint is compared when the walk reaches its size.
    package init(against checkpoints: [Checkpoint]) throws {
        var hash = try TreeHash()
        var expected = Dictionary(grouping: checkpoints, by: \.size)
        let empty = try hash.empty()
        guard expected.removeValue(forKey: 0)?.allSatisfy({ $0.root == empty }) ?? true else {
            throw AuditError.rootDiffers(0)
        }
        self.hash = hash
        self.expected = expected
    }

    /// Takes in the next leaf's bytes; gives its hash.
    @discardableResult
    package mutating func leaf(_ bytes: [UInt8]) throws -> Digest {
        let leaf = try Leaf(reading: bytes, at: frontier.size)
        if leaf.isEmergency { emergencies.append(leaf.seq) }
        let digest = try hash.leaf(bytes)
        try take(digest)
        return digest
    }

    /// Takes in the next leaf's bytes and the hash that was stored beside them, which must be its own.
    package mutating func leaf(_ bytes: [UInt8], stored: Digest) throws {
        let index = frontier.size
        guard try leaf(bytes) == stored else { throw AuditError.malformedLeaf(index) }
    }

    /// Takes in the hash of a leaf whose bytes were destroyed at the end of their time.
    package mutating func pruned(_ digest: Digest) throws {
        prunedCount += 1
        try take(digest)
    }

    /// The root over all that was taken in; throws if a checkpoint covers more than that.
    package mutating func finish() throws -> Digest {
        if let missing = expected.keys.min() { throw AuditError.rootDiffers(missing) }
        return try frontier.root(hash: &hash)
    }

    private mutating func take(_ digest: Digest) throws {
        completed = try frontier.append(digest, hash: &hash)
        try compare()
    }

    private mutating func compare() throws {
        guard let claims = expected.removeValue(forKey: frontier.size) else { return }
        let root = try frontier.root(hash: &hash)
        guard claims.allSatisfy({ $0.root == root }) else { throw AuditError.rootDiffers(frontier.size) }
        // A leaf that was pruned may have been one of an emergency.
        let counted = emergencies.count...emergencies.count + prunedCount
        guard try claims.allSatisfy({ counted.contains(try $0.emergencyCount()) }) else {
            throw AuditError.emergenciesDiffer(frontier.size)
        }
    }
}
