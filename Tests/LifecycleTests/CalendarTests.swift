// Bank holidays and working days, against lists that were published.

import Lifecycle
import Testing

@Suite struct `The calendar of working days` {
    /// As GOV.UK and, for the years before, the statutes and proclamations list them: the days kept, by year.
    static let published: [(Int, [String])] = [
        (1995, ["01-02", "04-14", "04-17", "05-08", "05-29", "08-28", "12-25", "12-26"]),
        (1996, ["01-01", "04-05", "04-08", "05-06", "05-27", "08-26", "12-25", "12-26"]),
        (1997, ["01-01", "03-28", "03-31", "05-05", "05-26", "08-25", "12-25", "12-26"]),
        (1998, ["01-01", "04-10", "04-13", "05-04", "05-25", "08-31", "12-25", "12-28"]),
        (1999, ["01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28", "12-31"]),
        (2000, ["01-03", "04-21", "04-24", "05-01", "05-29", "08-28", "12-25", "12-26"]),
        (2001, ["01-01", "04-13", "04-16", "05-07", "05-28", "08-27", "12-25", "12-26"]),
        (2002, ["01-01", "03-29", "04-01", "05-06", "06-03", "06-04", "08-26", "12-25", "12-26"]),
        (2003, ["01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"]),
        (2004, ["01-01", "04-09", "04-12", "05-03", "05-31", "08-30", "12-27", "12-28"]),
        (2005, ["01-03", "03-25", "03-28", "05-02", "05-30", "08-29", "12-26", "12-27"]),
        (2006, ["01-02", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"]),
        (2007, ["01-01", "04-06", "04-09", "05-07", "05-28", "08-27", "12-25", "12-26"]),
        (2008, ["01-01", "03-21", "03-24", "05-05", "05-26", "08-25", "12-25", "12-26"]),
        (2009, ["01-01", "04-10", "04-13", "05-04", "05-25", "08-31", "12-25", "12-28"]),
        (2010, ["01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"]),
        (2011, ["01-03", "04-22", "04-25", "04-29", "05-02", "05-30", "08-29", "12-26", "12-27"]),
        (2012, ["01-02", "04-06", "04-09", "05-07", "06-04", "06-05", "08-27", "12-25", "12-26"]),
        (2013, ["01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"]),
        (2014, ["01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"]),
        (2015, ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"]),
        (2016, ["01-01", "03-25", "03-28", "05-02", "05-30", "08-29", "12-26", "12-27"]),
        (2017, ["01-02", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"]),
        (2018, ["01-01", "03-30", "04-02", "05-07", "05-28", "08-27", "12-25", "12-26"]),
        (2019, ["01-01", "04-19", "04-22", "05-06", "05-27", "08-26", "12-25", "12-26"]),
        (2020, ["01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28"]),
        (2021, ["01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"]),
        (2022, ["01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27"]),
        (2023, ["01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"]),
        (2024, ["01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"]),
        (2025, ["01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"]),
        (2026, ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"]),
        (2027, ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"]),
        (2028, ["01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"]),
        (2029, ["01-01", "03-30", "04-02", "05-07", "05-28", "08-27", "12-25", "12-26"]),
        (2030, ["01-01", "04-19", "04-22", "05-06", "05-27", "08-26", "12-25", "12-26"]),
    ]

    @Test(arguments: published) func `has the bank holidays that were published`(year: Int, days: [String]) {
        #expect(BankHoliday.inYear(year).map(\.day.iso) == days.map { "\(year)-\($0)" })
    }

    @Test func `knows the weddings and jubilees that came once`() throws {
        for (day, name) in [
            ("1981-07-29", "Wedding of the Prince of Wales"), ("1999-12-31", "Eve of the millennium"),
            ("2022-09-19", "State funeral of Queen Elizabeth II"), ("2023-05-08", "Coronation of King Charles III"),
        ] {
            let day = try #require(Day(day))
            #expect(BankHoliday.inYear(day.year).contains { $0.day == day && $0.name == name })
            #expect(day.isBankHoliday)
        }
        #expect(try !#require(Day("2002-05-27")).isBankHoliday)
        #expect(try !#require(Day("2020-05-04")).isBankHoliday)
    }

    @Test func `keeps every holiday on a weekday, and two never on one`() {
        for year in 1978...2199 {
            let days = BankHoliday.inYear(year).map(\.day)
            #expect(days.count >= 8)
            #expect(Set(days).count == days.count)
            for day in days {
                #expect(day.weekday.rawValue < Weekday.saturday.rawValue)
                #expect(day.isBankHoliday && !day.isWorkingDay)
            }
        }
    }

    @Test(arguments: [
        ("1970-01-01", Weekday.thursday), ("1969-12-31", .wednesday), ("2026-11-21", .saturday),
        ("1900-01-01", .monday),
        ("2199-12-31", .tuesday),
    ])
    func `knows the day of the week`(text: String, weekday: Weekday) throws {
        #expect(try #require(Day(text)).weekday == weekday)
    }

    @Test(arguments: [
        ("2026-11-20", 1, "2026-11-23"), ("2026-11-21", 1, "2026-11-23"), ("2026-11-22", 1, "2026-11-23"),
        ("2018-03-29", 1, "2018-04-03"), ("2018-03-29", 5, "2018-04-09"), ("2022-09-16", 1, "2022-09-20"),
        ("2020-05-07", 1, "2020-05-11"), ("2021-12-24", 1, "2021-12-29"), ("2021-12-24", 5, "2022-01-05"),
        ("2026-11-20", 0, "2026-11-20"),
    ])
    func `counts working days from the next one`(from: String, count: Int, to: String) throws {
        #expect(try #require(Day(from)).adding(workingDays: count).iso == to)
    }

    @Test func `has periods that end as the law says`() throws {
        let day = try #require(Day("2024-01-31"))
        #expect(Period.months(1).last(after: day).iso == "2024-02-29")
        #expect(Period.days(28).last(beginningWith: day).iso == "2024-02-27")
        #expect(Period.months(3).last(beginningWith: try #require(Day("2024-03-01"))).iso == "2024-05-31")
        #expect(Period.months(3).last(beginningWith: try #require(Day("2024-05-01"))).iso == "2024-07-31")
        #expect(Period.months(3).last(beginningWith: try #require(Day("2024-11-30"))).iso == "2025-02-28")
        #expect(Period.workingDays(5).last(beginningWith: try #require(Day("2026-11-23"))).iso == "2026-11-27")
        #expect(Period.workingDays(1).words == "1 working day")
        #expect(Period.months(3).words == "3 months")
    }
}
