// London's time of day, by rule: what a person in England meant by "on Friday evening".
package import Lifecycle

/// A moment as London's clocks show it.
///
/// Right from 1996, when the days on which the clocks change were settled: the last Sundays of March and of October, at
/// one o'clock by Greenwich. Source: Summer Time Order 2002; Summer Time Act 1972.
package struct LondonTime: Hashable, Sendable {
    /// The day in London.
    package let day: Day
    /// The second of that day as the clock shows it: from 0 to 86,399.
    package let second: Int
    /// Whether British Summer Time is in force, an hour ahead of Greenwich.
    package let isSummer: Bool

    /// What London's clocks show at a moment, in milliseconds of UTC since 1970.
    package init(at moment: Int64) {
        isSummer = Self.isSummer(moment)
        let seconds = Int(Self.floor(moment, 1000)) + (isSummer ? 3600 : 0)
        day = Day(number: Int(Self.floor(Int64(seconds), 86_400)))
        second = seconds - day.number * 86_400
    }

    /// The hour that the clock shows: from 0 to 23.
    package var hour: Int { second / 3600 }

    /// The name of the time in force: `GMT` or `BST`.
    package var zone: String { isSummer ? "BST" : "GMT" }

    /// The moment as `2026-11-21 14:05:09`.
    package var text: String {
        "\(day.iso) \(Self.two(hour)):\(Self.two(second / 60 % 60)):\(Self.two(second % 60))"
    }

    /// The moment with the time that is in force: `2026-11-21 14:05:09 GMT`.
    package var zoned: String { "\(text) \(zone)" }

    /// The moments, in milliseconds of UTC, at which London's clocks show that second of that day, the earlier one first.
    ///
    /// An hour of autumn comes twice, so the answer has two; an hour of spring never comes, so the answer is the moment at
    /// which the clocks leapt over it.
    package static func moments(of second: Int, on day: Day) -> [Int64] {
        let shown = Int64(day.number * 86_400 + second) * 1000
        let found = [shown - 3_600_000, shown].filter {
            let time = LondonTime(at: $0)
            return time.day == day && time.second == second
        }
        return found.isEmpty ? [change(inMonth: 3, year: day.year)] : found
    }

    private static func isSummer(_ moment: Int64) -> Bool {
        let year = Day(number: Int(floor(moment, 86_400_000))).year
        return moment >= change(inMonth: 3, year: year) && moment < change(inMonth: 10, year: year)
    }

    /// The moment at which the clocks change in a month of 31 days: one o'clock by Greenwich on its last Sunday.
    private static func change(inMonth month: Int, year: Int) -> Int64 {
        let last = Day(year: year, month: month, day: 31) ?? Day(number: 0)
        let sunday = last.adding(days: -((last.weekday.rawValue + 1) % 7))
        return Int64(sunday.number) * 86_400_000 + 3_600_000
    }

    private static func floor(_ number: Int64, _ divisor: Int64) -> Int64 {
        let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
