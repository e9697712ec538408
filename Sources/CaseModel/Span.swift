// One line of what figures read.
package import Lifecycle

/// Something that was so from one day to another, as it was believed from one day to another.
///
/// Both intervals are half open; an end that is not known is `Span.open`. A mark of an event has `from == to`.
package struct Span: Hashable, Sendable {
    /// What was so: a state (`B1:CHARGED`), a mark (`B1@arrest`), a link (`SUS>submission`), a plan (`PHA`), a deadline
    /// (`due/B2.abp`).
    package var code: String
    /// The first day on which it was so.
    package var from: Day
    /// The first day on which it was so no longer.
    package var to: Day
    /// The first day on which that was believed.
    package var knownFrom: Day
    /// The first day on which that was believed no longer.
    package var knownTo: Day
    /// Whether the day is the last of a range.
    package var ranged: Bool
    /// The record that a link points to; the event that set a deadline, in the order of recording.
    package var target: Int64?
    /// The first day of what is planned; of a deadline, the first that counts.
    package var windowFrom: Day?
    /// The last day of what is planned; of a deadline, the last in time.
    package var windowTo: Day?
    /// The lower estimate, or the weeks that a trial is to last, or the days left of a clock that stands still.
    package var low: Int?
    /// The higher estimate, or the number of the trial.
    package var high: Int?

    package init(
        _ code: String, from: Day, to: Day = Span.open, knownFrom: Day, knownTo: Day = Span.open, ranged: Bool = false,
        target: Int64? = nil, windowFrom: Day? = nil, windowTo: Day? = nil, low: Int? = nil, high: Int? = nil
    ) {
        self.code = code
        self.from = from
        self.to = to
        self.knownFrom = knownFrom
        self.knownTo = knownTo
        self.ranged = ranged
        self.target = target
        self.windowFrom = windowFrom
        self.windowTo = windowTo
        self.low = low
        self.high = high
    }

    /// Whether it is a deadline's: of a clock that runs (`due/CLOCK`) or stands still (`still/CLOCK`).
    package var isDeadline: Bool { code.hasPrefix("due/") || code.hasPrefix("still/") }

    /// The end of what has not ended, as far as is known.
    package static let open = Day(number: 4_000_000)
}
