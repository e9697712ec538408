// The proof in a form of its own that another program can check.

/// Everything published, everything known, and the worlds: `scripts/verify-release` adds it up again.
///
/// It is as secret as the counts are.
package struct ProtectionRecord: Codable, Hashable, Sendable {
    /// The form's version.
    package let version: Int
    /// The policy's numbers.
    package let policy: DisclosurePolicy
    /// Every statement as its readers have it, the draft last.
    package let statements: [Told]
    /// What is known from elsewhere.
    package let facts: [KnownFact]
    /// The places of all numbers that are not published.
    package let unknowns: [Place]
    /// A value for each unknown, in each world; the first world is the file's own.
    package let worlds: [[Int]]
    /// What is proven.
    package let targets: [Proven]
    /// What overrides let stand without proof.
    package let waived: [Target]
    /// Pairs of places that would be expected to grow, the earlier first, and did not.
    package let assumed: [[Place]]
}
