// Two things that were told and cannot both be true.

/// What was told twice, differently: two releases, two facts, or one of each.
package struct Contradiction: Hashable, Sendable {
    /// What contradicts each other: `REL-0002`, `FACT-0004`; two wherever two are enough, in the order of their days.
    package let between: [String]

    /// A contradiction between what is named.
    package init(between: [String]) { self.between = between }
}

extension Contradiction: CustomStringConvertible {
    package var description: String {
        between.count == 1
            ? "\(between[0]) cannot be true: its own numbers do not agree."
            : "\(between.joined(separator: " and ")) cannot \(between.count == 2 ? "both" : "all") be true."
    }
}
