// What stands beside the content of a release when it is printed: how far it has come, and who signed what.

package import Publishing

/// How far a release has come, who signed it and what was signed: all that the signed content cannot say of itself.
package struct Imprint: Hashable, Sendable {
    /// How far it has come.
    package let state: ReleaseState
    /// The SHA-256 of the stored content, in hexadecimal: what each signature is over.
    package let hash: String
    /// Who signed, in order.
    package let signatures: [Signature]
    /// The checkpoint of the audit log that was kept when it was published, if it was.
    package let checkpoint: String?
    /// The release that corrects this one, if one does.
    package let correctedBy: String?
    /// What was published by way of exception, and why, a sentence each.
    package let exceptions: [String]

    /// What goes with a release.
    package init(
        state: ReleaseState, hash: String, signatures: [Signature] = [], checkpoint: String? = nil,
        correctedBy: String? = nil, exceptions: [String] = []
    ) {
        (self.state, self.hash, self.signatures) = (state, hash, signatures)
        (self.checkpoint, self.correctedBy, self.exceptions) = (checkpoint, correctedBy, exceptions)
    }

    /// One signature under the hash, which names a role and nobody.
    package struct Signature: Hashable, Sendable {
        /// What was done: `checked`, `approved for the council`.
        package let act: String
        /// In which role.
        package let role: String
        /// On which day, written as 2018-10-31.
        package let on: String

        /// A signature as it stands under the release.
        package init(act: String, role: String, on: String) { (self.act, self.role, self.on) = (act, role, on) }
    }

    /// What every form of a release that is not published says of itself; nil for one that is.
    package var watermark: String? { state.isPublished ? nil : "DRAFT - NOT FOR PUBLICATION" }
}

extension ReleaseState {
    /// How far it has come, as a reader sees it.
    var inWords: String {
        switch self {
        case .drafted: "Draft: not yet checked"
        case .checked: "Draft: checked, and approved by nobody yet"
        case .approved: "Draft: checked, and not yet approved by all who must"
        case .published: "Published"
        case .rejected: "Draft that was rejected"
        case .corrected: "Published, and corrected by a later report"
        }
    }
}
