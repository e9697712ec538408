// Days: written, read and reckoned with.

import Lifecycle
import Testing

@Suite struct DayTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017), ("2018-10-31", 17_835),
        ("1900-01-01", -25_567), ("2199-12-31", 84_005),
    ])
    func `knows its number`(text: String, number: Int) {
        #expect(Day(text)?.number == number)
        #expect(Day(number: number).iso == text)
    }

    @Test(arguments: [
        "", "2018-10-32", "2018-13-01", "2018-00-10", "2018-01-00", "2018-02-29", "1900-02-29", "2100-02-29",
        "2018-9-19", "2018-09-1", "18-09-19", "02018-09-19", "2018-09-190", "2018/09/19", "2018-09-19 ", " 2018-09-19",
        "2018-09-19T00:00", "1899-12-31", "2200-01-01", "２０１８-09-19", "2018−09−19", "-018-09-19", "+018-09-19", "today",
    ])
    func `refuses what is no day`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `counts every day from 1900 to 2199 once`() throws {
        let first = try #require(Day("1900-01-01"))
        let last = try #require(Day("2199-12-31"))
        for number in first.number...last.number {
            let day = Day(number: number)
            #expect(Day(year: day.year, month: day.month, day: day.dayOfMonth) == day)
            if day.dayOfMonth != 1 {
                #expect(day.month == Day(number: number - 1).month)
            }
        }
    }

    @Test func `reads what it writes`() {
        for number in stride(from: -25_000, to: 80_000, by: 97) {
            let day = Day(number: number)
            #expect(Day(day.iso) == day)
        }
    }

    @Test(arguments: [
        ("2024-02-29", 12, "2025-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
        ("2024-10-31", 4, "2025-02-28"), ("2024-12-31", 2, "2025-02-28"), ("2024-03-31", -1, "2024-02-29"),
        ("2024-01-15", -1, "2023-12-15"), ("2024-01-15", -13, "2022-12-15"), ("2024-05-31", 0, "2024-05-31"),
        ("2099-11-30", 3, "2100-02-28"),
    ])
    func `adds months, stopping at the end of a shorter one`(from: String, months: Int, to: String) {
        #expect(Day(from)?.adding(months: months).iso == to)
    }

    /// A bail period begins on the day after the arrest and its last day is the day before the same day of a later month,
    /// or that month's end.
    @Test(arguments: [
        ("2024-01-10", ["2024-04-10", "2024-07-10", "2024-10-10", "2025-01-10", "2025-07-10", "2026-01-10"]),
        ("2024-11-29", ["2025-02-28", "2025-05-29", "2025-08-29", "2025-11-29", "2026-05-29", "2026-11-29"]),
        ("2024-08-30", ["2024-11-30", "2025-02-28", "2025-05-30", "2025-08-30", "2026-02-28", "2026-08-30"]),
        ("2023-11-28", ["2024-02-28", "2024-05-28", "2024-08-28", "2024-11-28", "2025-05-28", "2025-11-28"]),
    ])
    func `ends bail periods where the domain's table does`(arrest: String, ends: [String]) throws {
        let start = try #require(Day(arrest)?.adding(days: 1))
        for (months, end) in zip([3, 6, 9, 12, 18, 24], ends) {
            let later = start.adding(months: months)
            let last = later.dayOfMonth == start.dayOfMonth ? later.adding(days: -1) : later
            #expect(last.iso == end)
        }
    }

    @Test func `orders days`() throws {
        let earlier = try #require(Day("2016-09-19"))
        let later = try #require(Day("2018-10-31"))
        #expect(earlier < later && earlier.adding(days: 772) == later)
    }

    @Test(arguments: [
        ("2018-10-31", "2018-10-31", false), ("2018-10-01..2018-10-31", "2018-10-01..2018-10-31", true),
        ("2018-10-31..2018-10-31", "2018-10-31", false),
    ])
    func `reads and writes when something happened`(text: String, written: String, ranged: Bool) throws {
        let interval = try #require(Interval(text))
        #expect(interval.text == written && interval.isRanged == ranged)
    }

    @Test(arguments: [
        "", "2018-10-31..2018-10-01", "2018-10-01..", "..2018-10-01", "2018-10-01...2018-10-31",
        "2018-10-01 2018-10-31",
        "2018-10-01..2018-02-30",
    ])
    func `refuses what is no interval`(text: String) {
        #expect(Interval(text) == nil)
    }

    @Test(arguments: ["INV-0001", "SUS-0042", "PRO-12345", "CHG-100000"]) func `reads references`(text: String) {
        #expect(Reference(text)?.text == text)
    }

    @Test(arguments: [
        "", "INV-1", "INV-0000", "inv-0001", "XYZ-0001", "INV0001", "INV-00001", "INV-000A", "INV--001", "INV-0001 ",
        "INV-99999999999999999999",
    ])
    func `refuses what is no reference`(text: String) {
        #expect(Reference(text) == nil)
    }
}
