// How two releases differ, value by value, as any reader of both could say.

/// What two releases say otherwise: made of what they show, so that it can tell nothing that they hide.
package struct ReleaseDiff: Hashable, Sendable {
    /// The two releases' references, the first and the second.
    package let from: String, to: String
    /// Every value that differs, in the order of the second release, what only the first says last.
    package let changes: [Change]

    /// One place at which they differ.
    package struct Change: Hashable, Sendable {
        /// Where it stands: `people-charged`, `people-charged/sex: female`, `investigations-flow: reopened`.
        package let place: String
        /// What the first and the second show there; nil where one has no such place.
        package let was: Shown?, now: Shown?

        /// By how much it differs, where both are numbers.
        package var difference: Int? {
            guard let was = was?.count, let now = now?.count else { return nil }
            return now - was
        }
    }

    /// How the second release differs from the first.
    package init(_ first: ReleaseContent, _ second: ReleaseContent) {
        (from, to) = (first.reference, second.reference)
        let old = first.places, new = second.places
        let was = Dictionary(old, uniquingKeysWith: { first, _ in first })
        let now = Dictionary(new, uniquingKeysWith: { first, _ in first })
        changes =
            new.filter { was[$0.0] != $0.1 }.map { Change(place: $0.0, was: was[$0.0], now: $0.1) }
            + old.filter { now[$0.0] == nil }.map { Change(place: $0.0, was: $0.1, now: nil) }
    }
}

extension ReleaseContent {
    /// Every value that it shows of its own day, and where.
    fileprivate var places: [(String, Shown)] {
        var places: [(String, Shown)] = []
        for row in headlines {
            places.append((row.id, row.now))
            for part in row.parts { places.append(("\(row.id): \(part.title)", .number(part.count))) }
        }
        for sum in reconciliations {
            let name = sum.from.map { "\(sum.id) since \($0)" } ?? sum.id
            for line in sum.lines { places.append(("\(name): \(line.words)", line.count)) }
        }
        return places + tables.flatMap(\.places)
    }
}

extension PublishedTable {
    /// Every value that it shows, and where; a table by one characteristic has no columns to speak of.
    fileprivate var places: [(String, Shown)] {
        let single = cols == ["n"]
        var places: [(String, Shown)] = []
        for (row, values) in zip(rows, cells) {
            for (col, value) in zip(cols, values) { places.append(("\(id): \(row)\(single ? "" : ", \(col)")", value)) }
        }
        if !single {
            places += zip(rows, rowTotals).map { ("\(id): \($0), all", $1) }
            places += zip(cols, colTotals).map { ("\(id): all, \($0)", $1) }
        }
        return places + [("\(id): all", total)]
    }
}
