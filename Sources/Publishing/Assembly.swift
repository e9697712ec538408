// From counts to a release: what may be said, and what stands behind it.

package import DisclosureControl

/// A release put together: what it says, the statements that enter the ledger with it, and the proof that it is safe.
///
/// It is a pure function of what it was made of: the same input gives the same bytes.
package struct Assembly: Hashable, Sendable {
    /// What readers are given: nothing that is hidden is in it.
    package let content: ReleaseContent
    /// What enters the ledger, as secret as the counts: what is said of earlier days first, the release itself last.
    package let statements: [Statement]
    /// What disclosure control made of the last of ``statements``, and its proof.
    package let protection: Protection

    /// The release that counts make.
    ///
    /// - Parameter progress: called often; what it throws ends the work and is thrown here.
    /// - Throws: ``ReleaseFault`` or `DisclosureRefusal` if there can be no such release.
    package init(_ input: ReleaseInput, progress: (Progress) throws -> Void = { _ in }) throws {
        throw ReleaseFault.missing("Everything")
    }
}
