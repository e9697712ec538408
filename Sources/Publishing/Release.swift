// A release as its readers and its makers have it.

/// A release: what it says, and how it came to be said.
package struct Release: Hashable, Sendable {
    /// Its reference.
    package let reference: ReleaseReference
    /// What it says.
    package let content: ReleaseContent
    /// The SHA-256 of the bytes that are stored and signed, in hexadecimal.
    package let hash: String
    /// Who has done what with it.
    package let standing: ReleaseStanding

    /// The names of the accounts in ``standing``, by their handles: for those who make releases, and never published.
    package let accounts: [String: String]
    /// The audit log as it was signed when it was published; nil if it was not.
    package let checkpoint: String?

    /// A release as it is stored.
    package init(
        reference: ReleaseReference, content: ReleaseContent, hash: String, standing: ReleaseStanding,
        accounts: [String: String] = [:], checkpoint: String? = nil
    ) {
        (self.reference, self.content, self.hash, self.standing) = (reference, content, hash, standing)
        (self.accounts, self.checkpoint) = (accounts, checkpoint)
    }

    /// How far it has come.
    package var state: ReleaseState { standing.state }

    /// Whether readers may have it as it is; if not, whatever shows it must say that it is not for publication.
    package var isPublished: Bool { state.isPublished }
}
