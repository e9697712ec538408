// What a walk over the log looks at in a leaf, read where the leaf's bytes lie: no text and no array is made of it.
package import Cryptography

/// One leaf seen in place: its numbers, and where in its bytes the rest stands.
///
/// There is one only for bytes that are exactly what such a leaf is written as.
package struct LeafOutline: Hashable, Sendable {
    /// When, in milliseconds of UTC since 1970.
    package let at: Int64
    /// What was done.
    package let verb: Verb
    /// The leaf's place in the log, from 0.
    package let seq: Int
    /// How many parts the entry has, named in the leaf or not.
    package let partCount: Int
    /// Whether the leaf names its parts one by one, as it does up to 64.
    package let isListed: Bool
    /// Where the handle of who acted stands, between its quotation marks.
    let actor: Range<Int>
    /// Where the code of the reason stands, between its quotation marks.
    let why: Range<Int>?
    /// Where the commitments begin, and the handles.
    let commitments: Int, handles: Int
    /// Whether actor and reason stand as they are, with nothing escaped.
    let isPlain: Bool

    init(
        at: Int64, verb: Verb, seq: Int, partCount: Int, isListed: Bool, actor: Range<Int>, why: Range<Int>?,
        commitments: Int, handles: Int, isPlain: Bool
    ) {
        (self.at, self.verb, self.seq, self.partCount, self.isListed) = (at, verb, seq, partCount, isListed)
        (self.actor, self.why, self.commitments) = (actor, why, commitments)
        (self.handles, self.isPlain) = (handles, isPlain)
    }

    /// Reads the bytes of leaf `index` where they lie; throws unless they are exactly what such a leaf is written as.
    package init(reading bytes: Span<UInt8>, at index: Int) throws(AuditError) {
        guard bytes.count <= Leaf.greatestByteCount, let outline = LeafScan.outline(of: bytes) else {
            throw .malformedLeaf(index)
        }
        guard outline.seq == index else { throw .misplacedLeaf(index) }
        self = outline
    }

    /// How many commitments stand in the leaf.
    var listedCount: Int { isListed ? partCount : 1 }

    /// The commitment of that place among those that stand in the leaf.
    package func commitment(_ place: Int, in leaf: Span<UInt8>) -> Digest? {
        guard (0..<listedCount).contains(place) else { return nil }
        return Base64.digest(in: leaf, from: commitments + place * LeafScan.commitmentStride)
    }

    /// Whether the code of the reason is that one, or begins with it.
    package func isWhy(_ code: StaticString, orLonger: Bool = false, in leaf: Span<UInt8>) -> Bool {
        guard let why else { return false }
        let isLongEnough = orLonger ? why.count >= code.utf8CodeUnitCount : why.count == code.utf8CodeUnitCount
        return isLongEnough && CanonicalScan.stands(code, in: leaf, at: why.lowerBound)
    }
}
