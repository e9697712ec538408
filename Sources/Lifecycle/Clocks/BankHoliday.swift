// The bank holidays of England and Wales, by rule, with the days that proclamations moved or gave.

/// A bank holiday, or Good Friday or Christmas Day, which are holidays at common law.
package struct BankHoliday: Hashable, Sendable {
    /// The day on which it is kept: the substitute day, where its own falls on a weekend.
    package let day: Day
    /// What it is called.
    package let name: String

    /// The holidays of a year, in the order of their days.
    ///
    /// Right from 1978, when the early May holiday was first given, as far as proclamations are known: to 2026. Later
    /// years go by rule. Source: Banking and Financial Dealings Act 1971 s.1 and Schedule 1; proclamations under it.
    package static func inYear(_ year: Int) -> [BankHoliday] {
        let easter = easterSunday(year)
        var kept = [
            BankHoliday(notOnWeekend(Day(number: Day.number(year: year, month: 1, day: 1)), 1), "New Year's Day"),
            BankHoliday(easter.adding(days: -2), "Good Friday"),
            BankHoliday(easter.adding(days: 1), "Easter Monday"),
            BankHoliday(earlyMay(year), "Early May bank holiday"),
            BankHoliday(spring(year), "Spring bank holiday"),
            BankHoliday(lastMonday(year, 8), "Summer bank holiday"),
        ]
        let christmas = Day(number: Day.number(year: year, month: 12, day: 25))
        let boxing = christmas.adding(days: 1)
        // Two holidays and two substitute days: the second of them never falls on the first.
        kept.append(BankHoliday(notOnWeekend(christmas, 2), "Christmas Day"))
        kept.append(BankHoliday(notOnWeekend(boxing, 2), "Boxing Day"))
        for given in onceGiven where given.day.year == year { kept.append(given) }
        return kept.sorted { ($0.day, $0.name) < ($1.day, $1.name) }
    }

    init(_ day: Day, _ name: String) { (self.day, self.name) = (day, name) }

    /// The day itself, or the one that is kept in its place.
    ///
    /// A Saturday's is two days later and a Sunday's `fromSunday`: the next day that is no holiday already.
    private static func notOnWeekend(_ day: Day, _ fromSunday: Int) -> Day {
        switch day.weekday {
        case .saturday: day.adding(days: 2)
        case .sunday: day.adding(days: fromSunday)
        case .monday, .tuesday, .wednesday, .thursday, .friday: day
        }
    }

    private static func earlyMay(_ year: Int) -> Day {
        switch year {
        // Fifty and seventy-five years after the end of the war in Europe.
        case 1995, 2020: Day(number: Day.number(year: year, month: 5, day: 8))
        default: firstMonday(year, 5)
        }
    }

    private static func spring(_ year: Int) -> Day {
        switch year {
        // Moved to stand beside the day of a jubilee.
        case 2002, 2012: Day(number: Day.number(year: year, month: 6, day: 4))
        case 2022: Day(number: Day.number(year: year, month: 6, day: 2))
        default: lastMonday(year, 5)
        }
    }

    private static let onceGiven: [BankHoliday] = [
        (1981, 7, 29, "Wedding of the Prince of Wales"), (1999, 12, 31, "Eve of the millennium"),
        (2002, 6, 3, "Golden Jubilee"), (2011, 4, 29, "Wedding of Prince William"), (2012, 6, 5, "Diamond Jubilee"),
        (2022, 6, 3, "Platinum Jubilee"), (2022, 9, 19, "State funeral of Queen Elizabeth II"),
        (2023, 5, 8, "Coronation of King Charles III"),
    ].map { BankHoliday(Day(number: Day.number(year: $0.0, month: $0.1, day: $0.2)), $0.3) }

    private static func firstMonday(_ year: Int, _ month: Int) -> Day {
        let first = Day(number: Day.number(year: year, month: month, day: 1))
        return first.adding(days: (7 - first.weekday.rawValue) % 7)
    }

    private static func lastMonday(_ year: Int, _ month: Int) -> Day {
        let last = Day(
            number: Day.number(year: year, month: month, day: Day.length(ofMonth: month, year: year)))
        return last.adding(days: -last.weekday.rawValue)
    }

    /// Easter Sunday of the Gregorian calendar: the Sunday after the full moon of the tables that falls on or after 21
    /// March.
    ///
    /// The moon's age goes by the year's place in the cycle of 19, set right for the leap days that were left out and for
    /// the cycle's own error. Source: the Calendar (New Style) Act 1750, in the form that the almanacs compute.
    static func easterSunday(_ year: Int) -> Day {
        let golden = year % 19
        let century = year / 100
        let moonShift = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30
        let fullMoonIsLate = moonShift == 29 || (moonShift == 28 && golden > 10)
        let fullMoon = Day(number: Day.number(year: year, month: 3, day: 21))
            .adding(days: fullMoonIsLate ? moonShift - 1 : moonShift)
        return fullMoon.adding(days: 7 - (fullMoon.weekday.rawValue + 1) % 7)
    }
}
