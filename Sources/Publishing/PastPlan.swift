// A planning range that an earlier release gave.

import Figures
import Lifecycle

/// How many arrests an earlier release said were planned, and until when.
struct PastPlan: Hashable {
    /// The release, the day on which it holds, and the last day it speaks of.
    let release: String, said: Day, until: Day
    /// At least and at most so many.
    let low: Int, high: Int

    /// The plans whose time has come since the release before, at most two, and the last one made: the oldest first.
    static func all(of earlier: [EarlierRelease], asAt day: Day) -> [Self] {
        let plans = Self.made(earlier, before: day)
        guard let last = plans.last else { return [] }
        let before = ReleaseInput.previous(asAt: day, earlier: earlier).flatMap { Day($0.asAt) } ?? day
        return plans.dropLast().filter { before < $0.until && $0.until <= day }.suffix(2) + [last]
    }

    /// Every plan, one for each day on which something was said, the oldest first.
    private static func made(_ earlier: [EarlierRelease], before day: Day) -> [Self] {
        var plans: [Day: Self] = [:]
        for release in earlier.map(\.content) {
            guard let said = Day(release.asAt), said < day,
                let row = release.headlines.first(where: { $0.id == Figure.peopleScheduledForArrest.id }),
                case .range(let low, let high) = row.now, high > 0
            else { continue }
            plans[said] = PastPlan(
                release: release.reference, said: said, until: said.adding(months: Figure.monthsAhead), low: low,
                high: high)
        }
        return plans.values.sorted { $0.said < $1.said }
    }
}
