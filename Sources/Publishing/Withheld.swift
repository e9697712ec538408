// A breakdown that was asked for and is not published.

/// A table that a release leaves out, and why.
package struct Withheld: Hashable, Sendable, Codable {
    /// The table's id and what it would have been called.
    package let id: String, title: String
    /// Why it is left out, in a sentence.
    package let because: String
    /// The categories that would have to be merged, in order of what helps most; empty where time alone helps.
    package let merge: [String]
    /// The last release that carries it, if one does.
    package let last: String?

    /// A table left out.
    package init(id: String, title: String, because: String, merge: [String] = [], last: String? = nil) {
        (self.id, self.title, self.because, self.merge, self.last) = (id, title, because, merge, last)
    }
}
