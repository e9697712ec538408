// One thing to look into.
package import Lifecycle

/// A day of an account on which a pattern's count was reached: a reason to ask, never an answer.
package struct AccessFinding: Hashable, Sendable {
    /// A median over some days.
    package struct Habit: Hashable, Sendable {
        /// Twice the median, so that it is whole.
        package let twice: Int
        /// Over how many days.
        package let days: Int

        package init(twice: Int, days: Int) { (self.twice, self.days) = (twice, days) }

        /// The median, as `3` or `3.5`.
        package var text: String { twice % 2 == 0 ? "\(twice / 2)" : "\(twice / 2).5" }
    }

    /// What was counted.
    package let pattern: AccessPattern
    /// Whose day it was.
    package let account: String
    /// The day in London.
    package let day: Day
    /// The count.
    package let count: Int
    /// The account's own median day; nil where no habit is known.
    package let own: Habit?
    /// Its peers' median day; nil where there are too few of their days.
    package let peers: Habit?
    /// The entries that were counted, in order.
    package let entries: [Int]

    package init(
        pattern: AccessPattern, account: String, day: Day, count: Int, own: Habit?, peers: Habit?, entries: [Int]
    ) {
        (self.pattern, self.account, self.day, self.count) = (pattern, account, day, count)
        (self.own, self.peers, self.entries) = (own, peers, entries)
    }

    /// What was seen, and what it was held against, without a word of blame.
    package var words: String {
        let own = own.map { "own median day \($0.text)" } ?? "own habit not known"
        let peers = peers.map { "peers' \($0.text)" } ?? "too few days of peers to compare"
        return "\(pattern.words(count)) (\(own), \(peers))"
    }
}
