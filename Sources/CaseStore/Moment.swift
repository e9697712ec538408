// The present, as a face hands it down.
package import Lifecycle

/// A moment: the clock's milliseconds and London's day.
package struct Moment: Sendable {
    /// Milliseconds of UTC since 1970.
    package let milliseconds: Int64
    /// The day in London.
    package let today: Day

    package init(milliseconds: Int64, today: Day) { (self.milliseconds, self.today) = (milliseconds, today) }
}
