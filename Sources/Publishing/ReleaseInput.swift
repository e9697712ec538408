// Everything that a release is made of, as it was counted.

package import DisclosureControl
package import Figures
package import Lifecycle

/// What is counted and known before a release is made; all of it as known on ``knownAt``.
package struct ReleaseInput: Hashable, Sendable {
    /// The reference that the release will have, and its title.
    package var reference: String, title: String
    /// What was asked.
    package var plan: ReleasePlan
    /// The day at whose end the figures hold, and the day whose knowledge they rest on.
    package var asAt: Day, knownAt: Day
    /// The release that this one corrects and why, if it does.
    package var corrects: String?, because: String?
    /// The day on which the next release is due, and whom to ask about this one.
    package var next: String?, contact: String?
    /// The rule book's edition.
    package var rules: String
    /// The figures of each of ``days(asAt:earlier:)``, in any order.
    package var reports: [Report]
    /// The sums of the day, and the flows to it from a year ago and from the release before; others are left aside.
    package var sums: [Reconciliation]
    /// The counts of each breakdown of the plan.
    package var breakdowns: [BreakdownCounts]
    /// The releases published before, in the order of their publication.
    package var earlier: [EarlierRelease]
    /// What is known from elsewhere.
    package var facts: [KnownFact]
    /// The policy, what is set aside of it, and the categories to be told as one.
    package var policy: DisclosurePolicy, departures: [Departure], merges: [Merge]

    /// What a release is to be made of.
    package init(
        reference: String, title: String, plan: ReleasePlan = .standard, asAt: Day, knownAt: Day,
        corrects: String? = nil, because: String? = nil, next: String? = nil, contact: String? = nil, rules: String,
        reports: [Report],
        sums: [Reconciliation] = [], breakdowns: [BreakdownCounts] = [], earlier: [EarlierRelease] = [],
        facts: [KnownFact] = [], policy: DisclosurePolicy = DisclosurePolicy(), departures: [Departure] = [],
        merges: [Merge] = []
    ) {
        (self.reference, self.title, self.plan, self.asAt, self.knownAt) = (reference, title, plan, asAt, knownAt)
        (self.corrects, self.because, self.next, self.contact) = (corrects, because, next, contact)
        self.rules = rules
        (self.reports, self.sums, self.breakdowns, self.earlier) = (reports, sums, breakdowns, earlier)
        (self.facts, self.policy, self.departures, self.merges) = (facts, policy, departures, merges)
    }
}

extension ReleaseInput {
    /// The release to compare with: the last of an earlier day; nil for a first release.
    package static func previous(asAt day: Day, earlier: [EarlierRelease]) -> ReleaseContent? {
        earlier.map(\.content).enumerated().filter { $0.element.asAt < day.iso }
            .max { ($0.element.asAt, $0.offset) < ($1.element.asAt, $1.offset) }?.element
    }

    /// The day a year before.
    package static func yearAgo(_ day: Day) -> Day { day.adding(months: -12) }

    /// The days of which figures are wanted, the release's own first: one count can serve them all.
    ///
    /// The day itself, the release before, a year ago, and the last days of plans whose time has come since.
    package static func days(asAt day: Day, earlier: [EarlierRelease]) -> [Day] {
        let previous = previous(asAt: day, earlier: earlier).flatMap { Day($0.asAt) }
        let plans = PastPlan.all(of: earlier, asAt: day).flatMap { [$0.said, min($0.until, day)] }
        var days = [day]
        for one in [previous, yearAgo(day)].compactMap({ $0 }) + plans.sorted() where !days.contains(one) {
            days.append(one)
        }
        return days
    }
}
