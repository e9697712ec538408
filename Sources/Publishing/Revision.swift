// A number that an earlier release gave otherwise.

/// A figure of an earlier day that is otherwise now, because more is known.
package struct Revision: Hashable, Sendable, Codable {
    /// The figure's id and what it is called.
    package let id: String, title: String
    /// The day for which it holds, and the release that gave it.
    package let asAt: String, release: String
    /// As it was given, and as it is known now.
    package let was: Shown, now: Shown

    /// A number and what it was.
    package init(id: String, title: String, asAt: String, release: String, was: Shown, now: Shown) {
        (self.id, self.title, self.asAt, self.release, self.was, self.now) = (id, title, asAt, release, was, now)
    }
}
