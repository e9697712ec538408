// A day of the calendar, without a clock, a time zone or Foundation.

/// A day of the Gregorian calendar, counted from 1 January 1970.
///
/// Lifecycles know days and nothing finer: when something happened is a day, or a range of days, in London.
package struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01, which is day 0.
    package let number: Int

    /// The day `number` days after 1970-01-01 (before it, if negative).
    package init(number: Int) {
        self.number = number
    }

    /// The day so written, as `yyyy-mm-dd` and no other way, from 1900 to 2199; nil if there is no such day.
    package init?(_ iso: some StringProtocol) {
        var digits = 0
        var parts = (0, 0, 0)
        for byte in iso.utf8 {
            switch digits {
            case 4, 7:
                guard byte == UInt8(ascii: "-") else { return nil }
            default:
                guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), digits < 10 else { return nil }
                let digit = Int(byte - UInt8(ascii: "0"))
                if digits < 4 {
                    parts.0 = parts.0 * 10 + digit
                } else if digits < 7 {
                    parts.1 = parts.1 * 10 + digit
                } else {
                    parts.2 = parts.2 * 10 + digit
                }
            }
            digits += 1
        }
        guard digits == 10 else { return nil }
        self.init(year: parts.0, month: parts.1, day: parts.2)
    }

    /// The day of that year, month and day of the month, from 1900 to 2199; nil if there is no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1900...2199).contains(year), (1...12).contains(month) else { return nil }
        guard day >= 1, day <= Day.length(ofMonth: month, year: year) else { return nil }
        number = Day.number(year: year, month: month, day: day)
    }

    package static func < (earlier: Day, later: Day) -> Bool {
        earlier.number < later.number
    }
}
