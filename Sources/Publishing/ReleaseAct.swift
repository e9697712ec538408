// What somebody did with a release, and signed.

/// One act on a release: who, when and what.
package struct ReleaseAct: Hashable, Sendable {
    /// The kinds of act; the raw values stand in what is signed and are never given another meaning.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// It was drafted.
        case draft
        /// It was checked by somebody else.
        case check
        /// It was approved for one of its owners.
        case approve
        /// It was rejected, or taken back by who drafted it.
        case reject
    }

    /// What was done.
    package let kind: Kind
    /// For whom it was approved; nil for every other kind.
    package let owner: ReleaseOwner?
    /// The account, by its handle.
    package let account: String
    /// When, in milliseconds of UTC since 1970.
    package let at: Int64
    /// For a draft and a check: the hash of everything told before, as it stood then, in hexadecimal.
    package let ledger: String?
    /// For a rejection: why, in one line.
    package let because: String?

    /// An act as it was done.
    package init(
        _ kind: Kind, owner: ReleaseOwner? = nil, by account: String, at: Int64, ledger: String? = nil,
        because: String? = nil
    ) {
        (self.kind, self.owner, self.account, self.at) = (kind, owner, account, at)
        (self.ledger, self.because) = (ledger, because)
    }

    /// What was done, in plain words.
    package var words: String {
        switch kind {
        case .draft: "drafted"
        case .check: "checked"
        case .approve: owner.map { "approved for \($0.rawValue)" } ?? "approved"
        case .reject: "rejected"
        }
    }
}
