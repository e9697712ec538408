// A day to compare with, said outright or by how long ago it was.

import Lifecycle

/// Another day to set beside the figures' own.
enum OtherDay: Spoken {
    case day(Day)
    /// So many months before the figures' own day.
    case months(Int)

    /// The word for what is meant where no day is said.
    static let yearAgo = "year-ago"

    private static let named = ["month-ago": 1, "quarter-ago": 3, yearAgo: 12]

    static func read(_ word: String) -> Self? { named[word].map { .months($0) } ?? Day(word).map { .day($0) } }
    static var placeholder: String { "DAY" }
    static var expected: String {
        "a day, such as 2017-10-31, or one of: \(named.keys.sorted().joined(separator: ", "))"
    }

    /// The day that it is, of figures as at `day`.
    func day(before day: Day) -> Day {
        switch self {
        case .day(let other): other
        case .months(let count): day.adding(months: -count)
        }
    }
}
