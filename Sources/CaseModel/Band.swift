// How pressing a deadline is on a day.

/// One of the four bands in which work is listed, the most pressing first.
package enum Band: String, CaseIterable, Comparable, Sendable {
    case critical, overdue
    case dueSoon = "due-soon"
    case later

    /// So many days before its last day a deadline is due soon.
    package static let soon = 7

    /// The band of a deadline on a day.
    ///
    /// - Parameters:
    ///   - left: the days until its last day; negative once that day has passed.
    ///   - threshold: with so many days left, or fewer, it is critical; nil: it never is.
    package static func of(left: Int, criticalAt threshold: Int?) -> Band {
        if let threshold, left <= threshold { return .critical }
        if left < 0 { return .overdue }
        return left <= soon ? .dueSoon : .later
    }

    /// What the band holds, as its heading says it.
    package var words: String {
        switch self {
        case .critical: "Critically overdue: a time limit of the law has passed, or bail ends by tomorrow"
        case .overdue: "Overdue"
        case .dueSoon: "Due soon: within \(Band.soon) days"
        case .later: "Later"
        }
    }

    package static func < (one: Band, other: Band) -> Bool { one.rank < other.rank }

    private var rank: Int {
        switch self {
        case .critical: 0
        case .overdue: 1
        case .dueSoon: 2
        case .later: 3
        }
    }
}
