// The checkpoints that a walk over the log has yet to come to.
internal import Cryptography

/// Checkpoints of sizes that are ahead of a walk.
struct ExpectedCheckpoints {
    /// The greatest size first, so that the next one is taken off the end.
    private var ahead: [Checkpoint] = []

    /// The size that the walk reaches next; nil if nothing more is expected.
    private(set) var next: Int?

    /// Expects checkpoints at the sizes after `passed`.
    ///
    /// - Throws: `AuditError.rootDiffers` for a size that is past already, or of an empty log with another root than it has.
    mutating func add(_ checkpoints: [Checkpoint], after passed: Int, empty: Digest) throws(AuditError) {
        for checkpoint in checkpoints {
            if checkpoint.size == 0, checkpoint.root == empty { continue }
            guard checkpoint.size > passed else { throw .rootDiffers(checkpoint.size) }
            // Most come in the order of their sizes, and few are ahead at a time.
            let place = ahead.lastIndex { $0.size >= checkpoint.size }.map { $0 + 1 } ?? 0
            ahead.insert(checkpoint, at: place)
        }
        next = ahead.last?.size
    }

    /// Takes off everything that was expected at the next size.
    mutating func takeNext() -> [Checkpoint] {
        let size = next
        var taken: [Checkpoint] = []
        while let last = ahead.last, last.size == size {
            taken.append(last)
            ahead.removeLast()
        }
        next = ahead.last?.size
        return taken
    }
}
