// The calendar's arithmetic: years, months and their lengths.

extension Day {
    /// The day as `yyyy-mm-dd`.
    package var iso: String {
        let (year, month, day) = parts
        return "\(Day.padded(year, to: 4))-\(Day.padded(month, to: 2))-\(Day.padded(day, to: 2))"
    }

    /// The calendar year.
    package var year: Int { parts.year }

    /// The month, 1 to 12.
    package var month: Int { parts.month }

    /// The day of the month, 1 to 31.
    package var dayOfMonth: Int { parts.day }

    /// The day so many days later, or earlier if negative.
    package func adding(days: Int) -> Day {
        Day(number: number + days)
    }

    /// The same day of the month so many months later (earlier if negative), or that month's last day if it is shorter.
    package func adding(months: Int) -> Day {
        let (year, month, day) = parts
        let count = year * 12 + (month - 1) + months
        let newYear = count >= 0 ? count / 12 : (count - 11) / 12
        let newMonth = count - newYear * 12 + 1
        let newDay = min(day, Day.length(ofMonth: newMonth, year: newYear))
        return Day(number: Day.number(year: newYear, month: newMonth, day: newDay))
    }

    /// How many days the month has.
    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Days from 1970-01-01 to a date that is known to exist.
    ///
    /// Years are counted from March, so that the leap day is the last of its year, and in rounds of 400 years,
    /// which always have 146,097 days.
    static func number(year: Int, month: Int, day: Int) -> Int {
        let fromMarch = month > 2 ? month - 3 : month + 9
        let shifted = month > 2 ? year : year - 1
        let round = shifted >= 0 ? shifted / 400 : (shifted - 399) / 400
        let yearOfRound = shifted - round * 400
        let dayOfYear = (153 * fromMarch + 2) / 5 + day - 1
        let dayOfRound = yearOfRound * 365 + yearOfRound / 4 - yearOfRound / 100 + dayOfYear
        return round * 146_097 + dayOfRound - daysBefore1970
    }

    private var parts: (year: Int, month: Int, day: Int) {
        let days = number + Day.daysBefore1970
        let round = days >= 0 ? days / 146_097 : (days - 146_096) / 146_097
        let dayOfRound = days - round * 146_097
        let yearOfRound = (dayOfRound - dayOfRound / 1460 + dayOfRound / 36_524 - dayOfRound / 146_096) / 365
        let dayOfYear = dayOfRound - (yearOfRound * 365 + yearOfRound / 4 - yearOfRound / 100)
        let fromMarch = (5 * dayOfYear + 2) / 153
        let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
        let day = dayOfYear - (153 * fromMarch + 2) / 5 + 1
        let year = yearOfRound + round * 400 + (month <= 2 ? 1 : 0)
        return (year, month, day)
    }

    /// Days from 0000-03-01 to 1970-01-01.
    private static let daysBefore1970 = 719_468

    private static func padded(_ number: Int, to width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}
