// The value of one figure on one day.

package import Lifecycle

/// What a figure comes to.
package struct Answer: Hashable, Sendable {
    /// The figure.
    package let figure: Figure
    /// What it comes to.
    package let value: Value
    /// What each of the figure's parts comes to, in the order of ``Figure/parts``.
    package let parts: [Int]
    /// How many of the events counted happened on a range of days, and so count at its last day.
    package let rangedEvents: Int

    /// An answer as Rows has counted it.
    package init(_ figure: Figure, _ value: Value, parts: [Int] = [], rangedEvents: Int = 0) {
        (self.figure, self.value, self.parts, self.rangedEvents) = (figure, value, parts, rangedEvents)
    }
}

extension Answer {
    /// A count, a planning range, trials, or numbers from elsewhere: one for each shape of measure.
    package enum Value: Hashable, Sendable {
        /// How many.
        case count(Int)
        /// At least and at most so many, as planned; never added to a count.
        case range(low: Int, high: Int)
        /// The trials themselves, the earliest first; their number is the count.
        case trials([Trial])
        /// Numbers from elsewhere; the count is the newest of the whole, if there is one.
        case sourced(Sourced)
    }

    /// A trial that is to come.
    package struct Trial: Hashable, Sendable {
        /// The day on which it starts.
        package let starts: Day
        /// How many weeks it is expected to last, where the court said.
        package let weeks: Int?
        /// How many people it is of.
        package let defendants: Int

        /// A trial as its prosecution and its charges have it.
        package init(starts: Day, weeks: Int?, defendants: Int) {
            (self.starts, self.weeks, self.defendants) = (starts, weeks, defendants)
        }
    }

    /// The count, the number of trials, or a number from elsewhere; nil for a range, which is not a count, and where there is none.
    package var count: Int? {
        switch value {
        case .count(let count): count
        case .trials(let trials): trials.count
        case .sourced(let sourced): sourced.headline?.value
        case .range: nil
        }
    }
}
