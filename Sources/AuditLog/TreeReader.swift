// Gives proofs about a stored tree, reading few of its leaves.
package import Cryptography

/// A tree that stands somewhere else, from which proofs are made.
///
/// A proof at any size reads at most 256 leaf hashes in each of its two ends and some twenty stored subtrees.
package struct TreeReader: ~Copyable {
    /// How many leaves the tree has.
    package let size: Int
    private let leaves: (Range<Int>) throws -> [Digest]
    private let stored: (Int, Int) throws -> Digest?
    private var hash: TreeHash

    /// Reads a stored tree.
    ///
    /// - Parameters:
    ///   - size: How many leaves it has.
    ///   - leaves: Gives the leaf hashes of a range.
    ///   - stored: Gives the stored root of the subtree of that level and place, if it is stored.
    package init(
        size: Int, leaves: @escaping (Range<Int>) throws -> [Digest], stored: @escaping (Int, Int) throws -> Digest?
    ) throws {
        (self.size, self.leaves, self.stored) = (size, leaves, stored)
        hash = try TreeHash()
    }

    /// Reads a tree of which all leaf hashes are at hand.
    package init(_ hashes: [Digest]) throws {
        try self.init(size: hashes.count, leaves: { Array(hashes[$0]) }, stored: { _, _ in nil })
    }

    /// The root over the first `size` leaves.
    package mutating func root(at size: Int) throws -> Digest {
        guard (0...self.size).contains(size) else { throw AuditError.noSuchProof }
        return size == 0 ? try hash.empty() : try root(of: 0..<size)
    }

    /// The proof that leaf `index` is among the first `size`.
    package mutating func inclusion(of index: Int, at size: Int) throws -> InclusionProof {
        guard (0...self.size).contains(size), (0..<size).contains(index) else { throw AuditError.noSuchProof }
        return InclusionProof(index: index, size: size, path: try path(to: index, in: 0..<size))
    }

    /// The proof that the first `old` leaves are the beginning of the first `new`.
    package mutating func consistency(from old: Int, to new: Int) throws -> ConsistencyProof {
        guard old > 0, old <= new, new <= size else { throw AuditError.noSuchProof }
        let path = old == new ? [] : try subproof(old, in: 0..<new, isWhole: true)
        return ConsistencyProof(old: old, new: new, path: path)
    }

    private mutating func path(to index: Int, in range: Range<Int>) throws -> [Digest] {
        guard range.count > 1 else { return [] }
        let middle = range.lowerBound + Self.split(range.count)
        return index < middle
            ? try path(to: index, in: range.lowerBound..<middle) + [root(of: middle..<range.upperBound)]
            : try path(to: index, in: middle..<range.upperBound) + [root(of: range.lowerBound..<middle)]
    }

    private mutating func subproof(_ old: Int, in range: Range<Int>, isWhole: Bool) throws -> [Digest] {
        if old == range.upperBound { return isWhole ? [] : [try root(of: range)] }
        let middle = range.lowerBound + Self.split(range.count)
        return old <= middle
            ? try subproof(old, in: range.lowerBound..<middle, isWhole: isWhole)
                + [root(of: middle..<range.upperBound)]
            : try subproof(old, in: middle..<range.upperBound, isWhole: false)
                + [root(of: range.lowerBound..<middle)]
    }

    private mutating func root(of range: Range<Int>) throws -> Digest {
        let count = range.count
        if count.nonzeroBitCount == 1, range.lowerBound % count == 0 {
            let level = count.trailingZeroBitCount
            if level >= Subtree.leastStoredLevel, let root = try stored(level, range.lowerBound >> level) {
                return root
            }
            if level <= Subtree.leastStoredLevel { return try rootFromLeaves(range) }
        } else if count < 1 << Subtree.leastStoredLevel {
            return try rootFromLeaves(range)
        }
        let middle = range.lowerBound + Self.split(count)
        let left = try root(of: range.lowerBound..<middle)
        return try hash.node(left, root(of: middle..<range.upperBound))
    }

    private mutating func rootFromLeaves(_ range: Range<Int>) throws -> Digest {
        let found = try leaves(range)
        guard found.count == range.count else {
            throw AuditError.missingNode(level: 0, place: range.lowerBound + found.count)
        }
        var frontier = Frontier()
        for leaf in found { _ = try frontier.append(leaf, hash: &hash) }
        return try frontier.root(hash: &hash)
    }

    /// The greatest power of two less than `count`.
    private static func split(_ count: Int) -> Int {
        1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }
}
