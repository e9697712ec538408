// The ranks and offices of those who decide.

/// A rank or office, such as `inspector`: kept as said, so that one this program never heard of can still be stored.
package struct Rank: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    /// The rank in words, in small letters.
    package let rawValue: String

    /// The rank so called.
    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package init(stringLiteral value: String) {
        rawValue = value
    }
}
