// How long somebody has.

/// A length of time in which something is to be done.
package enum Period: Hashable, Sendable {
    case days(Int)
    case months(Int)
    case workingDays(Int)

    /// The last day in time for something to be done within the period after a day; that day itself does not count.
    package func last(after day: Day) -> Day {
        switch self {
        case .days(let count): day.adding(days: count)
        case .months(let count): day.adding(months: count)
        case .workingDays(let count): day.adding(workingDays: count)
        }
    }

    /// The last day of the period that begins with a day, which counts as its first.
    ///
    /// So many months that begin with a day end before the day of the same number in the last month, or with that month
    /// where it has no such day.
    package func last(beginningWith day: Day) -> Day {
        switch self {
        case .days(let count): return day.adding(days: count - 1)
        case .months(let count):
            let same = day.adding(months: count)
            return same.dayOfMonth == day.dayOfMonth ? same.adding(days: -1) : same
        case .workingDays(let count): return day.adding(days: -1).adding(workingDays: count)
        }
    }

    /// The period in words.
    package var words: String {
        switch self {
        case .days(let count): Self.words(count, "day")
        case .months(let count): Self.words(count, "month")
        case .workingDays(let count): Self.words(count, "working day")
        }
    }

    private static func words(_ count: Int, _ unit: String) -> String { "\(count) \(unit)\(count == 1 ? "" : "s")" }
}
