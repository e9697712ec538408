// A sum that balances, as it is published.

package import Figures
import Lifecycle

/// A reconciliation as readers have it: every line is a number, and the lines come to the result.
package struct PublishedSum: Hashable, Sendable, Codable {
    /// What it is the sum of, and what it is called.
    package let id: String, title: String
    /// The day before which the opening holds, nil for one day's parts; and the day of the closing.
    package let from: String?, to: String
    /// The lines in order, the result last.
    package let lines: [Line]

    /// One line: added, taken away, or the result.
    package struct Line: Hashable, Sendable, Codable {
        /// What it is.
        package let words: String
        /// `+`, `-` or `=`.
        package let sign: String
        /// How many.
        package let count: Int
    }

    /// The sum to publish; nil if it does not balance.
    package init?(_ sum: Reconciliation) {
        guard sum.balances else { return nil }
        (id, title, from, to) = (sum.id, sum.title, sum.from?.iso, sum.to.iso)
        lines =
            sum.terms.map { Line(words: $0.words, sign: $0.isTaken ? "-" : "+", count: $0.count) } + [
                Line(words: sum.result.words, sign: "=", count: sum.result.count)
            ]
    }
}
