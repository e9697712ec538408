// A day by which something must be done, on one record.

/// One running of a clock: from when it stands, to which day it runs, and when it stopped.
package struct Deadline: Hashable, Sendable {
    /// The clock's name.
    package var clock: String
    /// The day from which it stands: that of the event that set it, or of the record's beginning.
    package var from: Day
    /// The first day that counts.
    package var counted: Day
    /// The last day in time; nil while the clock stands still.
    package var due: Day?
    /// The days that are left; nil unless the clock stands still.
    package var left: Int?
    /// The first day on which it stood no longer; nil while it stands.
    package var until: Day?
    /// The place in the course of the event that set it; nil for the record's own beginning.
    package var event: Int?

    /// A running of a clock.
    package init(
        _ clock: String, from: Day, counted: Day, due: Day?, left: Int? = nil, until: Day? = nil, event: Int? = nil
    ) {
        self.clock = clock
        self.from = from
        self.counted = counted
        self.due = due
        self.left = left
        self.until = until
        self.event = event
    }

    /// Whether it stands on that day, and its last day in time has passed.
    package func isOverdue(on day: Day) -> Bool {
        guard from <= day, until.map({ day < $0 }) ?? true, let due else { return false }
        return due < day
    }
}
