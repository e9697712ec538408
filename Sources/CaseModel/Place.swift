// Where an event stands in the order of things.
package import Lifecycle

/// A place in time that orders the events of all records: the last day of the range, then an explicit `after`, then the
/// order of recording.
package struct Place: Hashable, Comparable, Sendable {
    /// The last day on which it can have happened.
    package let day: Day
    /// The order of recording of the event that it came after, or its own.
    package let anchor: Int64
    /// Its own order of recording.
    package let seq: Int64

    package init(day: Day, anchor: Int64, seq: Int64) { (self.day, self.anchor, self.seq) = (day, anchor, seq) }

    package static func < (one: Place, other: Place) -> Bool {
        (one.day, one.anchor, one.seq) < (other.day, other.anchor, other.seq)
    }

    /// The place before everything that happened on `day`.
    package static func start(of day: Day) -> Place { Place(day: day, anchor: .min, seq: .min) }

    /// The place after everything that happened on `day`.
    package static func end(of day: Day) -> Place { Place(day: day, anchor: .max, seq: .max) }
}
