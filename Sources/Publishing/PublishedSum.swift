// A sum that balances, as it is published.

package import Figures
import Lifecycle

/// A reconciliation as readers have it: the lines come to the result, those that are hidden among them.
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
        package let count: Shown

        /// A line.
        package init(_ words: String, sign: String, _ count: Shown) {
            (self.words, self.sign, self.count) = (words, sign, count)
        }
    }

    /// A sum of lines that are known to balance.
    package init(id: String, title: String, from: String?, to: String, lines: [Line]) {
        (self.id, self.title, self.from, self.to, self.lines) = (id, title, from, to, lines)
    }

    /// The sum with every line as it is; nil if it does not balance.
    package init?(_ sum: Reconciliation) {
        guard sum.balances else { return nil }
        (id, title, from, to) = (sum.id, sum.title, sum.from?.iso, sum.to.iso)
        lines =
            sum.terms.map { Line($0.words, sign: $0.isTaken ? "-" : "+", .number($0.count)) } + [
                Line(sum.result.words, sign: "=", .number(sum.result.count))
            ]
    }
}
