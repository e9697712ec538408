// Numbers that must add up, printed as the sum that they are.

package import Lifecycle

/// A sum that a reader can check: an opening, what was added and taken, and the closing it must come to.
package struct Reconciliation: Hashable, Sendable {
    /// What it is the sum of, for ever: `investigations-flow`, `people-arrested-by-stage`.
    package let id: String
    /// What it is called above its lines.
    package let title: String
    /// What one of it is.
    package let unit: Unit
    /// The day before which the opening holds; nil for a sum of one day's parts.
    package let from: Day?
    /// The day at whose end the closing holds.
    package let to: Day
    /// The lines, in order; each is added or taken away.
    package let terms: [Term]
    /// What the lines must come to, in words, and the count that was made of it by itself.
    package let result: Term

    /// A sum as it was counted: the lines and the result each by itself.
    package init(
        _ id: String, _ title: String, unit: Unit, from: Day?, to: Day, terms: [Term], result: Term
    ) {
        (self.id, self.title, self.unit, self.from, self.to) = (id, title, unit, from, to)
        (self.terms, self.result) = (terms, result)
    }

    /// What the lines come to.
    package var sum: Int { terms.reduce(0) { $0 + ($1.isTaken ? -$1.count : $1.count) } }

    /// Whether the lines come to the result; where not, nothing that rests on it is published.
    package var balances: Bool { sum == result.count }

    /// One line of the sum.
    package struct Term: Hashable, Sendable {
        /// What it is: `reopened`, `are charged and their case is not over`.
        package let words: String
        /// How many, never negative.
        package let count: Int
        /// Whether it is taken away.
        package let isTaken: Bool

        /// A line that is added unless it is said to be taken away.
        package init(_ words: String, _ count: Int, isTaken: Bool = false) {
            (self.words, self.count, self.isTaken) = (words, count, isTaken)
        }
    }
}
