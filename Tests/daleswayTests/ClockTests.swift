// London's day, whatever the machine thinks.

import Lifecycle
import Testing

@testable import dalesway

@Suite struct `The clock` {
    @Test(
        arguments: [
            (1_530_403_200_000, "2018-07-01 01:00:00"),  // midsummer, an hour ahead of UTC
            (1_530_399_599_999, "2018-06-30 23:59:59"),
            (1_530_399_600_000, "2018-07-01 00:00:00"),
            (1_540_688_399_000, "2018-10-28 01:59:59"),  // the last second of summer time
            (1_540_688_400_000, "2018-10-28 01:00:00"),
            (1_521_939_599_000, "2018-03-25 00:59:59"),  // the second before the clocks go forward
            (1_521_939_600_000, "2018-03-25 02:00:00"),
            (1_546_300_799_000, "2018-12-31 23:59:59"),
            (0, "1970-01-01 01:00:00"),  // London kept summer time all that winter
            (1_735_689_600_000, "2025-01-01 00:00:00"),
            (1_751_324_400_000, "2025-07-01 00:00:00"),
        ] as [(Int64, String)])
    func `gives London's day and time`(moment: Int64, text: String) {
        #expect(Clock.text(at: moment) == text)
        #expect(Clock.day(at: moment).iso == text.prefix(10))
    }

    @Test func `is a value that a test can set`() {
        #expect(Clock { 1_541_030_399_000 }.today == Day("2018-10-31"))
        #expect(Clock.system.today >= Clock.day(at: 1_735_689_600_000))
    }
}
