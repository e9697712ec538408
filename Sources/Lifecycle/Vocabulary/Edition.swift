// The rule book as it was from one day to another.

/// A time in which the rules stayed the same: from a day on which one of them began or ceased to be law.
package struct Edition: Hashable, Sendable {
    /// What it is called.
    package let name: String
    /// Its first day; nil for the first edition, which has none.
    package let from: Day?
    /// What changed with it, in one sentence.
    package let words: String

    /// An edition.
    package init(_ name: String, from: Day? = nil, _ words: String) {
        self.name = name
        self.from = from
        self.words = words
    }
}
