// Numbers that must add up, printed as the sum that they are.

package import Lifecycle

/// A sum that a reader can check: an opening, what was added and taken, and the closing it must come to.
package struct Reconciliation: Hashable, Sendable {
    /// What it is the sum of, for ever: `investigations-flow`, `people-by-stage`.
    package let id: String
    /// What it is called above its lines.
    package let title: String
    /// Under which heading of a report it stands: what is said of victims is no agreed total.
    package let group: Figure.Group
    /// What one of it is.
    package let unit: Unit
    /// The day at whose end the opening holds; nil for a sum of one day's parts.
    package let from: Day?
    /// The day at whose end the closing holds.
    package let to: Day
    /// The lines, in order, nought among them; each is added or taken away.
    package let terms: [Term]
    /// What the lines must come to, in words, and the count that was made of it by itself.
    package let result: Term

    /// A sum as it was counted: the lines and the result each by itself.
    package init(
        _ id: String, _ title: String, _ group: Figure.Group, unit: Unit, from: Day? = nil, to: Day, terms: [Term],
        result: Term
    ) {
        (self.id, self.title, self.group, self.unit) = (id, title, group, unit)
        (self.from, self.to, self.terms, self.result) = (from, to, terms, result)
    }

    /// What the lines come to.
    package var sum: Int { terms.reduce(0) { $0 + ($1.isTaken ? -$1.count : $1.count) } }

    /// Whether the lines come to the result; where not, nothing that rests on it is published.
    package var balances: Bool { sum == result.count }
}

extension Reconciliation {
    /// One line of a sum.
    package struct Term: Hashable, Sendable {
        /// What it is called in data, for ever: `reopened`.
        package let id: String
        /// What it is: `reopened`, `are charged and their case is not over`.
        package let words: String
        /// How many, never negative.
        package let count: Int
        /// Whether it is taken away.
        package let isTaken: Bool
        /// The figure whose value it is, on the day of the closing or, for an opening, on that of the opening.
        package let figure: Figure?

        /// A line that is added unless it is said to be taken away.
        package init(
            _ id: String, _ words: String, _ count: Int, isTaken: Bool = false, of figure: Figure? = nil
        ) {
            (self.id, self.words, self.count, self.isTaken, self.figure) = (id, words, count, isTaken, figure)
        }

        /// What it is, said of one or of several.
        package var said: String {
            guard count == 1, let verb = words.split(separator: " ").first,
                let one = Self.singular[String(verb)]
            else { return words }
            return one + words.dropFirst(verb.count)
        }

        private static let singular = [
            "are": "is", "were": "was", "have": "has", "do": "does", "await": "awaits", "face": "faces",
            "stand": "stands", "receive": "receives", "wait": "waits",
        ]

        /// A line that is what a figure comes to in a report.
        init(_ id: String, _ words: String, _ figure: Figure, in report: Report) {
            self.init(id, words, report.count(figure), of: figure)
        }
    }
}
