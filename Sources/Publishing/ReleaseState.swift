// How far a release has come.

/// Where a release stands on its way to readers.
package enum ReleaseState: String, CaseIterable, Hashable, Sendable {
    /// It waits to be checked.
    case drafted
    /// It was checked, and waits for its owners.
    case checked
    /// Some of its owners have approved it.
    case approved
    /// All of them have.
    case published
    /// It will never be published.
    case rejected
    /// It was published, and a later release corrects it.
    case corrected

    /// Whether readers have it.
    package var isPublished: Bool { self == .published || self == .corrected }

    /// Whether anything more can come of it.
    package var isOpen: Bool { self == .drafted || self == .checked || self == .approved }
}
