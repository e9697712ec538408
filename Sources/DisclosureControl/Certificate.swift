// The proof that a release is safe: possible worlds, and which two of them speak for each target.

/// Whole-number worlds that agree with everything ever told, and for each target two of them that differ enough there.
///
/// It is as secret as the counts are.
package struct Certificate: Hashable, Sendable, Codable {
    /// The places of all numbers that are not published, in all statements, in order.
    package var unknowns: [Place]
    /// The worlds: a value for each unknown.
    package var worlds: [[Int]]
    /// What is proven, and by which two worlds.
    package var proofs: [Proof]
    /// Pairs of places, the earlier first, that would be expected to grow and did not: no reader's world need obey them.
    package var unassumed: [[Place]]

    /// A proof as it was found.
    package init(unknowns: [Place] = [], worlds: [[Int]] = [], proofs: [Proof] = [], unassumed: [[Place]] = []) {
        (self.unknowns, self.worlds, self.proofs, self.unassumed) = (unknowns, worlds, proofs, unassumed)
    }

    /// Two worlds that differ enough at a target.
    package struct Proof: Hashable, Sendable, Codable {
        /// What they speak for.
        package let target: Target
        /// Where they stand among the worlds.
        package let worlds: [Int]

        /// A target with its two worlds.
        package init(_ target: Target, worlds: [Int]) { (self.target, self.worlds) = (target, worlds) }
    }
}
