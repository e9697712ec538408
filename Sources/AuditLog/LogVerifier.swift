// Walks a whole log and checks it against every checkpoint that speaks for it.
package import Cryptography

/// Checks a log leaf by leaf, in order, with memory that does not grow with its length.
///
/// The leaves may come one by one, as lines of an export do, or in runs, as the store gives them: what is checked of each
/// is the same. It stops at the first fault.
package struct LogVerifier: ~Copyable {
    /// The state of the tree over what was taken in so far.
    package private(set) var frontier = Frontier()
    /// How many leaves were given by their hash alone.
    package private(set) var prunedCount = 0
    /// The places of the leaves that tell of an emergency access; those given by their hash alone are not known to.
    package private(set) var emergencies: [Int] = []
    /// The subtrees of 256 leaves or more that the leaf, or the run of leaves, taken in last completed.
    package private(set) var completed: [Subtree] = []
    private var hash: TreeHash
    private var expected: ExpectedCheckpoints
    /// When the leaf taken in last was made; nil if that is not known.
    private var last: Int64?

    /// Begins a walk; each checkpoint is compared when the walk reaches its size.
    package init(against checkpoints: [Checkpoint] = []) throws {
        var hash = try TreeHash()
        var expected = ExpectedCheckpoints()
        try expected.add(checkpoints, after: 0, empty: hash.empty())
        self.hash = hash
        self.expected = expected
    }

    /// Takes in further checkpoints, which must be of sizes that the walk has not passed yet.
    package mutating func expect(_ checkpoints: [Checkpoint]) throws {
        try expected.add(checkpoints, after: frontier.size, empty: hash.empty())
    }

    /// Takes in the next leaf's bytes; gives its hash.
    @discardableResult
    package mutating func leaf(_ bytes: [UInt8]) throws -> Digest {
        completed.removeAll(keepingCapacity: true)
        return try take(bytes.span, stored: nil)
    }

    /// Takes in the hash of a leaf whose bytes were destroyed at the end of their time.
    package mutating func pruned(_ digest: Digest) throws {
        completed.removeAll(keepingCapacity: true)
        try takePruned(digest)
    }

    /// Takes in a run of leaves, each with the hash that was stored beside it, which must be its own.
    package mutating func take(_ run: LeafRun) throws {
        guard run.first == frontier.size else { throw AuditError.missingLeaf(frontier.size) }
        completed.removeAll(keepingCapacity: true)
        let bytes = run.bytes.span
        for place in 0..<run.count {
            let stored = run.hashes[place]
            if run.isPruned(place) {
                try takePruned(stored)
            } else {
                try take(bytes.extracting(run.range(of: place)), stored: stored)
            }
        }
    }

    /// The root over all that was taken in; throws if a checkpoint covers more than that.
    package mutating func finish() throws -> Digest {
        if let missing = expected.next { throw AuditError.rootDiffers(missing) }
        return try frontier.root(hash: &hash)
    }

    @discardableResult
    private mutating func take(_ bytes: Span<UInt8>, stored: Digest?) throws -> Digest {
        let index = frontier.size
        let outline = try LeafOutline(reading: bytes, at: index)
        let digest = try hash.leaf(bytes)
        guard stored.map({ $0 == digest }) ?? true else { throw AuditError.malformedLeaf(index) }
        try look(at: outline, bytes)
        try append(digest)
        return digest
    }

    /// What a leaf must be after those before it.
    private mutating func look(at leaf: LeafOutline, _ bytes: Span<UInt8>) throws(AuditError) {
        if leaf.isEmergency(bytes) { emergencies.append(leaf.seq) }
        if let last, !leaf.mayFollow(last, bytes) { throw .timeRunsBack(leaf.seq) }
        last = leaf.at
    }

    private mutating func takePruned(_ digest: Digest) throws {
        prunedCount += 1
        last = nil
        try append(digest)
    }

    private mutating func append(_ digest: Digest) throws {
        try frontier.append(digest, hash: &hash, completed: &completed)
        if expected.next == frontier.size { try compare() }
    }

    /// What the checkpoints of this size say, against what was taken in.
    private mutating func compare() throws {
        let root = try frontier.root(hash: &hash)
        // A leaf that was pruned may have been one of an emergency.
        let counted = emergencies.count...emergencies.count + prunedCount
        for checkpoint in expected.takeNext() {
            guard checkpoint.root == root else { throw AuditError.rootDiffers(frontier.size) }
            guard try counted.contains(checkpoint.emergencyCount()) else {
                throw AuditError.emergenciesDiffer(frontier.size)
            }
        }
    }
}
