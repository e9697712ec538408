// The tree as RFC 6962 defines it, word for word, each part of it computed once.
import AuditLog
import Cryptography

/// Roots and proofs by the definitions of RFC 6962, sections 2.1, 2.1.1 and 2.1.2, and nothing of our own code but the hash.
struct NaiveTree: ~Copyable {
    private let leaves: [Digest]
    private var hash: TreeHash
    private var known: [Range<Int>: Digest] = [:]

    init(_ leaves: [Digest]) throws {
        self.leaves = leaves
        hash = try TreeHash()
    }

    /// MTH(D[range]).
    mutating func root(_ range: Range<Int>) throws -> Digest {
        guard let first = range.first else { return try hash.empty() }
        if range.count == 1 { return leaves[first] }
        if let root = known[range] { return root }
        let middle = first + Self.half(range.count)
        let left = try root(first..<middle)
        let root = try hash.node(left, root(middle..<range.upperBound))
        known[range] = root
        return root
    }

    /// PATH(index, D[range]).
    mutating func path(_ index: Int, _ range: Range<Int>) throws -> [Digest] {
        guard range.count > 1 else { return [] }
        let middle = range.lowerBound + Self.half(range.count)
        if index < middle {
            return try path(index, range.lowerBound..<middle) + [root(middle..<range.upperBound)]
        }
        return try path(index, middle..<range.upperBound) + [root(range.lowerBound..<middle)]
    }

    /// PROOF(old, D[0..<new]).
    mutating func proof(_ old: Int, _ new: Int) throws -> [Digest] { try subproof(old, 0..<new, true) }

    private mutating func subproof(_ old: Int, _ range: Range<Int>, _ isKnown: Bool) throws -> [Digest] {
        if old == range.upperBound { return isKnown ? [] : [try root(range)] }
        let middle = range.lowerBound + Self.half(range.count)
        if old <= middle {
            return try subproof(old, range.lowerBound..<middle, isKnown) + [root(middle..<range.upperBound)]
        }
        return try subproof(old, middle..<range.upperBound, false) + [root(range.lowerBound..<middle)]
    }

    /// The greatest power of two below `count`.
    private static func half(_ count: Int) -> Int {
        var half = 1
        while half * 2 < count { half *= 2 }
        return half
    }
}
