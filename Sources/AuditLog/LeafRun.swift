// Some leaves after one another, laid out so that they cross from one thread to another at little cost.
package import Cryptography

/// A run of leaves in order: their bytes one after another, and the hashes that were stored beside them.
package struct LeafRun: Sendable {
    /// The place of the first leaf in the log.
    package let first: Int
    /// The bytes of all leaves.
    package private(set) var bytes: [UInt8] = []
    /// The stored hash of each leaf.
    package private(set) var hashes: [Digest] = []
    /// Where the bytes of each leaf end; negative, for a leaf that is known by its hash alone, less one.
    private var ends: [Int] = []

    /// Begins a run, with room for so many leaves.
    package init(first: Int, capacity: Int) {
        self.first = first
        hashes.reserveCapacity(capacity)
        ends.reserveCapacity(capacity)
        bytes.reserveCapacity(capacity * 256)
    }

    /// How many leaves there are.
    package var count: Int { ends.count }

    /// Adds the next leaf.
    package mutating func append(_ leaf: Span<UInt8>, hash: Digest) {
        unsafe leaf.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        hashes.append(hash)
        ends.append(bytes.count)
    }

    /// Adds the next leaf by the hash that is left of it.
    package mutating func append(pruned hash: Digest) {
        hashes.append(hash)
        ends.append(-1 - bytes.count)
    }

    /// Whether of the leaf at that place in the run only its hash is left.
    package func isPruned(_ place: Int) -> Bool { ends[place] < 0 }

    /// Where the bytes of the leaf at that place in the run stand.
    package func range(of place: Int) -> Range<Int> {
        let start = place == 0 ? 0 : Self.end(ends[place - 1])
        return start..<Self.end(ends[place])
    }

    private static func end(_ stored: Int) -> Int { stored < 0 ? -1 - stored : stored }
}
