// From when on a count is worth a question: values, so that a report can print what it went by.
import Lifecycle

/// What the report on unusual access goes by.
package struct AccessThresholds: Hashable, Sendable {
    /// From when on a day's count of one pattern is reported.
    package struct Threshold: Hashable, Sendable {
        /// The least count.
        package let least: Int
        /// How many times its own median day it must be more than; nil if its own habit is no measure.
        package let timesOwn: Int?
        /// How many times its peers' median day it must be more than; nil if theirs is no measure.
        package let timesPeers: Int?

        package init(least: Int, timesOwn: Int? = nil, timesPeers: Int? = nil) {
            (self.least, self.timesOwn, self.timesPeers) = (least, timesOwn, timesPeers)
        }
    }

    /// The hours by London's clock in which work is done on a working day: from the first to before the last.
    package var hours: Range<Int>
    /// How many days before the period asked for tell the habit.
    package var habitDays: Int
    /// On how many other days an account, or its peers together, must have been at work for a habit to be known.
    package var leastHabit: Int
    /// The threshold of each pattern; a pattern without one is not looked for.
    package var of: [AccessPattern: Threshold]

    package init(hours: Range<Int>, habitDays: Int, leastHabit: Int, of thresholds: [AccessPattern: Threshold]) {
        (self.hours, self.habitDays, self.leastHabit, of) = (hours, habitDays, leastHabit, thresholds)
    }

    /// Those that the program goes by.
    ///
    /// Source: the team's own choice. No published norm gives numbers; each report prints them, so that nobody takes a
    /// silence for more than it is.
    package static let standard = AccessThresholds(
        hours: 7..<20, habitDays: 90, leastHabit: 5,
        of: [
            .emergency: Threshold(least: 1), .others: Threshold(least: 1),
            .many: Threshold(least: 20, timesOwn: 3, timesPeers: 3), .outOfHours: Threshold(least: 1, timesOwn: 2),
            .refused: Threshold(least: 3), .takenOut: Threshold(least: 1, timesOwn: 2),
        ])

    /// Whether a moment lies outside the hours of work: by London's clock, at a weekend or on a bank holiday.
    package func isOutOfHours(_ moment: Int64) -> Bool {
        let time = LondonTime(at: moment)
        return !time.day.isWorkingDay || !hours.contains(time.hour)
    }

    /// What the report went by, a sentence for each pattern, in their order.
    package var words: [String] {
        let patterns = AccessPattern.allCases.compactMap { pattern -> String? in
            guard let threshold = of[pattern] else { return nil }
            var words = "\(pattern.rawValue): \(threshold.least) or more \(pattern.words) in a day"
            let measures = [
                threshold.timesOwn.map { "\($0) times the account's own median day" },
                threshold.timesPeers.map { "\($0) times the median day of its peers" },
            ].compactMap(\.self)
            if !measures.isEmpty { words += ", if that is more than " + measures.joined(separator: " or ") }
            return words
        }
        return patterns + [
            "Out of hours is before \(Self.hour(hours.lowerBound)) and from \(Self.hour(hours.upperBound)) in London, and on "
                + "Saturdays, Sundays and the bank holidays of England and Wales.",
            "A median day is over the other days on which the account, or its peers, did anything, in the period and the "
                + "\(habitDays) days before it; where there are fewer than \(leastHabit) such days no habit is known and "
                + "the least count alone decides. Peers are the accounts that share a role.",
        ]
    }

    private static func hour(_ hour: Int) -> String { "\(hour < 10 ? "0" : "")\(hour):00" }
}
