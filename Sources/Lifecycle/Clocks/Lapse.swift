// What will follow from the mere passing of days.

/// What a timer will do, unless an event comes first.
package struct Lapse: Hashable, Sendable {
    /// The first day on which it is so.
    package let day: Day
    /// The timer's rule.
    package let rule: String
    /// Where the record stands then.
    package let to: State
}
