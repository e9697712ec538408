// Whether entries stand in their order: which are missing, which stand twice, which stand elsewhere.

/// Follows the numbers of a log's entries as they come.
struct EntryOrder {
    /// Entries that were not where they should be.
    struct Gap: Hashable {
        /// Those that have not come yet.
        var range: Range<Int>
        /// The line at which they were missed, and the number that stood there.
        let line: Int, found: Int
    }

    /// How a number stands to those before it.
    enum Place: Hashable {
        /// It is the one that was to come.
        case next
        /// Others should have come before.
        case ahead
        /// It should have come before.
        case late
        /// It came before.
        case again
    }

    /// The number that is to come.
    private(set) var next = 0
    /// What is missing.
    private(set) var gaps: [Gap] = []

    /// So many gaps are followed up; in a file with more, what comes late is taken for what comes again.
    static let mostGaps = 1_000

    /// Takes in the number on a line.
    mutating func take(_ number: Int, line: Int) -> Place {
        if number == next {
            next += 1
            return .next
        }
        if number > next {
            if gaps.count < Self.mostGaps { gaps.append(Gap(range: next..<number, line: line, found: number)) }
            next = number + 1
            return .ahead
        }
        guard let place = gaps.firstIndex(where: { $0.range.contains(number) }) else { return .again }
        let gap = gaps.remove(at: place)
        for rest in [gap.range.lowerBound..<number, number + 1..<gap.range.upperBound] where !rest.isEmpty {
            gaps.append(Gap(range: rest, line: gap.line, found: gap.found))
        }
        return .late
    }

    /// Takes a line that cannot be read for the entry that was to come.
    mutating func skip() { next += 1 }
}
