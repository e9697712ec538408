// The one clock of the program: now, and London's day.

import Glibc
import Lifecycle

/// The clock, read by the faces and handed down as values.
struct Clock: Sendable {
    /// Milliseconds since 1970-01-01 in UTC.
    let now: @Sendable () -> Int64

    /// The system's clock.
    static let system = Clock {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// Today, which is London's day wherever the machine stands.
    var today: Day { Self.day(at: now()) }

    /// London's day at a moment in milliseconds since 1970-01-01 in UTC.
    static func day(at moment: Int64) -> Day {
        Day(number: Int(moment.floorDivided(by: 1000) + offset(at: moment)).floorDivided(by: 86_400))
    }

    /// London's time of day at a moment, as `2018-10-31 14:05:09`, for people.
    static func text(at moment: Int64) -> String {
        let local = Int(moment.floorDivided(by: 1000) + offset(at: moment))
        let day = Day(number: local.floorDivided(by: 86_400))
        let second = local - local.floorDivided(by: 86_400) * 86_400
        return "\(day.iso) \(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
    }

    /// How many seconds London is ahead of UTC.
    private static func offset(at moment: Int64) -> Int64 {
        _ = zone
        return localOffset(at: time_t(moment.floorDivided(by: 1000)))
    }

    /// How many seconds the process's zone is ahead of UTC.
    private static func localOffset(at seconds: time_t) -> Int64 {
        var seconds = seconds
        var broken = unsafe tm()
        guard unsafe localtime_r(&seconds, &broken) != nil else { return 0 }
        return unsafe Int64(broken.tm_gmtoff)
    }

    /// Sets the process's zone to London's, once.
    ///
    /// A machine without zone data, where the name alone would quietly mean
    /// UTC, is given the rule in words that libc understands.
    private static let zone: Void = {
        let midsummer = time_t(1_530_403_200)  // 2018-07-01 00:00 UTC
        for name in [":Europe/London", "GMT0BST,M3.5.0/1,M10.5.0"] {
            unsafe setenv("TZ", name, 1)
            tzset()
            if localOffset(at: midsummer) == 3600 { return }
        }
    }()

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension FixedWidthInteger {
    /// The quotient rounded towards minus infinity, so that moments before 1970 fall on the right day.
    fileprivate func floorDivided(by divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
