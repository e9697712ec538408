// A chart before it is drawn: rows of bars on one scale that begins at nought.

/// A chart of horizontal bars, each with its number beside it, for the numbers of a table.
struct Chart: Hashable, Sendable {
    /// What it shows.
    let title: String
    /// The same in a sentence, for who cannot see it.
    let summary: String
    let rows: [Row]
    /// What the kinds of bars mean, where there are several.
    var key: [Key] = []

    /// One label with its bars.
    struct Row: Hashable, Sendable {
        let label: String
        let bars: [Bar]
    }

    /// One bar, from one number to another; none is drawn between equal ones.
    struct Bar: Hashable, Sendable {
        let from: Int
        let to: Int
        let kind: Kind
        /// What stands at its end.
        let words: String

        /// A bar from nought to a number, or a mark alone.
        init(_ entry: Entry, _ kind: Kind) {
            if case .range(let low, let high) = entry {
                (from, to) = (low, high)
            } else {
                (from, to) = (0, entry.count ?? 0)
            }
            (self.kind, words) = (kind, entry.text)
        }

        /// A bar between two numbers.
        init(_ from: Int, _ to: Int, _ kind: Kind, _ words: String) {
            (self.from, self.to, self.kind, self.words) = (min(from, to), max(from, to), kind, words)
        }
    }

    /// What a bar stands for.
    enum Kind: String, Hashable, Sendable {
        case now, then, added, taken, planned, total
    }

    /// What a kind of bar means.
    struct Key: Hashable, Sendable {
        let kind: Kind
        let words: String
    }

    /// The largest number on it, never nought.
    var most: Int { max(1, rows.flatMap(\.bars).map(\.to).max() ?? 1) }
}
