// The days for which a rule is law.

/// The first and the last day on which a record must have begun for a rule to apply to it; nil: without limit.
///
/// Pre-charge bail goes by the day of arrest, which is the day on which the custody record begins.
package struct InForce: Hashable, Sendable {
    /// The first such day.
    package let from: Day?
    /// The last such day.
    package let to: Day?

    /// The days from one day to another, both included.
    package init(from: Day? = nil, to: Day? = nil) {
        self.from = from
        self.to = to
    }

    /// At all times.
    package static let always = InForce()

    /// Whether the rule applies to a record that began on that day.
    package func contains(_ day: Day) -> Bool {
        if let from, day < from { return false }
        if let to, day > to { return false }
        return true
    }

    /// Whether any day lies in both.
    package func overlaps(_ other: InForce) -> Bool {
        let first = [from, other.from].compactMap(\.self).max()
        let last = [to, other.to].compactMap(\.self).min()
        guard let first, let last else { return true }
        return first <= last
    }
}
