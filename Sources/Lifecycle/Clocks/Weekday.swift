// The days of the week.

/// A day of the week, numbered from Monday, which is 0.
package enum Weekday: Int, CaseIterable, Hashable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

extension Day {
    /// Which day of the week it is.
    package var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let place = (number + 3) % 7
        return Weekday(rawValue: place >= 0 ? place : place + 7) ?? .monday
    }
}
