// London's clock by rule, against a table of the days on which it changes and against itself.
import Access
import Lifecycle
import Testing

@Suite struct `London's time` {
    private static let day: Int64 = 86_400_000

    private func moment(_ iso: String, hour: Int, minute: Int = 0) throws -> Int64 {
        let day = try #require(Day(iso))
        return Int64(day.number) * Self.day + Int64(hour * 60 + minute) * 60_000
    }

    /// The days of change as published for these years.
    @Test(arguments: [
        ("1996-03-31", "1996-10-27"), ("2000-03-26", "2000-10-29"), ("2015-03-29", "2015-10-25"),
        ("2018-03-25", "2018-10-28"), ("2024-03-31", "2024-10-27"), ("2026-03-29", "2026-10-25"),
        ("2027-03-28", "2027-10-31"),
    ]) func `changes on the last Sundays of March and October at one by Greenwich`(spring: String, autumn: String)
        throws
    {
        #expect(LondonTime(at: try moment(spring, hour: 1) - 1).zoned == "\(spring) 00:59:59 GMT")
        #expect(LondonTime(at: try moment(spring, hour: 1)).zoned == "\(spring) 02:00:00 BST")
        #expect(LondonTime(at: try moment(autumn, hour: 1) - 1).zoned == "\(autumn) 01:59:59 BST")
        #expect(LondonTime(at: try moment(autumn, hour: 1)).zoned == "\(autumn) 01:00:00 GMT")
    }

    @Test func `puts a summer's late evening by Greenwich on London's next day`() throws {
        let late = try moment("2026-07-01", hour: 23, minute: 30)
        #expect(LondonTime(at: late).zoned == "2026-07-02 00:30:00 BST")
        #expect(LondonTime(at: try moment("2026-01-01", hour: 23, minute: 30)).zoned == "2026-01-01 23:30:00 GMT")
        #expect(LondonTime(at: -1).zoned == "1969-12-31 23:59:59 GMT")
    }

    @Test func `says a day as the moments that it has, without gap and overlap`() throws {
        var next = LondonSpan(try #require(Day("2025-12-31"))).first
        for number in try #require(Day("2025-12-31")).number...(try #require(Day("2027-01-02")).number) {
            let day = Day(number: number), span = LondonSpan(day)
            #expect(span.first == next && LondonTime(at: span.first).day == day && LondonTime(at: span.last).day == day)
            #expect(LondonTime(at: span.first - 1).day < day && LondonTime(at: span.last + 1).day > day)
            let hours = (span.last + 1 - span.first) / 3_600_000
            #expect(hours == (day.iso == "2026-03-29" ? 23 : day.iso == "2026-10-25" ? 25 : 24))
            next = span.last + 1
        }
    }

    @Test func `reads what people write, the hour that comes twice whole and the one that never comes as the leap`()
        throws
    {
        let minute = try #require(LondonSpan("2026-07-01 14:05"))
        #expect(minute.first == (try moment("2026-07-01", hour: 13, minute: 5)) && minute.last == minute.first + 59_999)
        let second = try #require(LondonSpan("2026-01-05T14:05:09"))
        #expect(second.last - second.first == 999)
        let twice = try #require(LondonSpan("2026-10-25 01:30"))
        #expect(twice.last - twice.first == 3_600_000 + 59_999)
        #expect(try #require(LondonSpan("2026-03-29 01:30")).first == (try moment("2026-03-29", hour: 1)))
    }

    @Test(arguments: [
        "", "2026", "2026-02-30", "2026-01-05 ", "2026-01-05 1405", "2026-01-05 24:00", "2026-01-05 14:60",
        "2026-01-05 14:05:60", "2026-01-05 14:05:0", "2026-01-05_14:05", "2026-01-05 -1:05", "2026-01-05 14:05 ",
        "2026-01-05 ١٤:05",
    ]) func `does not read anything else`(text: String) { #expect(LondonSpan(text) == nil) }

    @Test func `shows every second of a moment again`() {
        var generator = Numbers(7)
        for _ in 0..<20_000 {
            let moment = Int64.random(in: 820_454_400_000...4_000_000_000_000, using: &generator)
            let time = LondonTime(at: moment)
            #expect(LondonTime.moments(of: time.second, on: time.day).contains(moment / 1000 * 1000))
        }
    }
}

/// Numbers that come again in the same order.
struct Numbers: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
