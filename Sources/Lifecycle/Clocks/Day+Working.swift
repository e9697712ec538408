// Working days in England and Wales.

extension Day {
    /// Whether it is a bank holiday in England and Wales; before 1978 none is known.
    package var isBankHoliday: Bool { Holidays.known.contains(self) }

    /// Whether it is a working day: neither Saturday nor Sunday nor a bank holiday in England and Wales.
    package var isWorkingDay: Bool { weekday.rawValue < Weekday.saturday.rawValue && !isBankHoliday }

    /// The working day that is so many after this day, which does not count itself; the day itself for none.
    package func adding(workingDays: Int) -> Day {
        var day = self
        var left = workingDays
        while left > 0 {
            day = day.adding(days: 1)
            if day.isWorkingDay { left -= 1 }
        }
        return day
    }
}

/// The bank holidays of every year for which the calendar is known, one bit for a day: asked for each working day counted.
private struct Holidays: Sendable {
    static let known = Holidays(1978...2199)

    private let first: Int
    private var bits: [UInt64]

    init(_ years: ClosedRange<Int>) {
        first = Day.number(year: years.lowerBound, month: 1, day: 1)
        let last = Day.number(year: years.upperBound, month: 12, day: 31)
        bits = Array(repeating: 0, count: (last - first) / 64 + 1)
        for holiday in years.flatMap(BankHoliday.inYear) {
            let place = holiday.day.number - first
            if place >= 0, place / 64 < bits.count { bits[place / 64] |= 1 << UInt64(place % 64) }
        }
    }

    func contains(_ day: Day) -> Bool {
        let place = day.number - first
        guard place >= 0, place / 64 < bits.count else { return false }
        return bits[place / 64] & (1 << UInt64(place % 64)) != 0
    }
}
