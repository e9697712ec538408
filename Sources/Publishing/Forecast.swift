// What was planned, beside what happened.

/// A planning range that an earlier release published, and what has come of it by now.
package struct Forecast: Hashable, Sendable, Codable {
    /// What was planned: `people planned to be arrested`.
    package let title: String
    /// The day on which it was said, the release that said it, if one did, and the last day it spoke of.
    package let said: String, release: String?, until: String
    /// At least and at most so many.
    package let low: Int, high: Int
    /// How many it has been by the day of this release.
    package let outcome: Shown

    /// A plan and its outcome.
    package init(title: String, said: String, release: String?, until: String, low: Int, high: Int, outcome: Shown) {
        (self.title, self.said, self.release, self.until) = (title, said, release, until)
        (self.low, self.high, self.outcome) = (low, high, outcome)
    }
}
