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

    /// A release as it is stored.
    package init(reference: ReleaseReference, content: ReleaseContent, hash: String, standing: ReleaseStanding) {
        (self.reference, self.content, self.hash, self.standing) = (reference, content, hash, standing)
    }

    /// How far it has come.
    package var state: ReleaseState { standing.state }

    /// Whether readers may have it as it is; if not, whatever shows it must say that it is not for publication.
    package var isPublished: Bool { state.isPublished }
}
