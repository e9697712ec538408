// The details of some leaves after one another, laid out so that they cross from one thread to another at little cost.
package import Cryptography

/// The stored details of a run of leaves, in the order of leaves and parts.
package struct DetailRun: Sendable {
    /// One stored detail; its salt and what is sealed lie in the run's bytes.
    package struct Entry: Sendable {
        /// The leaf that it belongs to, and the part's place in it.
        package let seq: Int, part: Int
        /// The subject whom it concerns, if any.
        package let subject: Int64?
        /// How it is closed.
        package let manner: SealedDetail.Manner
        /// The part's own hash, where the leaf holds only the root of more than 64.
        package let partHash: Digest?
        /// Where the salt ends and what is closed begins.
        let middle: Int
        /// Where both lie.
        let range: Range<Int>
    }

    /// The details, in order.
    package private(set) var entries: [Entry] = []
    private(set) var bytes: [UInt8] = []

    /// Begins a run.
    package init() {}

    /// Adds the next detail.
    package mutating func append(
        seq: Int, part: Int, subject: Int64?, manner: SealedDetail.Manner, salt: Span<UInt8>, box: Span<UInt8>,
        partHash: Digest?
    ) {
        let start = bytes.count
        unsafe salt.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        let middle = bytes.count
        unsafe box.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        entries.append(
            Entry(
                seq: seq, part: part, subject: subject, manner: manner, partHash: partHash, middle: middle,
                range: start..<bytes.count))
    }
}
