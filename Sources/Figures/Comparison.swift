// The figures of several days side by side, with the sums that hold them together.

import Lifecycle

/// The figures of one day or several, the sums of each day, the flows between them, and what must be said of comparing.
package struct Comparison: Hashable, Sendable {
    /// The figures, a report a day, in the order in which the days were asked for.
    package let reports: [Report]
    /// The sums of each day, and the flows from each other day to the first one asked for (or back from it).
    package let reconciliations: [Reconciliation]

    /// What was counted of some days.
    package init(reports: [Report], reconciliations: [Reconciliation]) {
        (self.reports, self.reconciliations) = (reports, reconciliations)
    }

    /// The sums that do not come to what they should: nothing is shown of a comparison that has any.
    package var unbalanced: [Reconciliation] { reconciliations.filter { !$0.balances } }

    /// What a reader must know before setting numbers of these days beside each other, a sentence each.
    package var remarks: [String] { Comparability.remarks(on: reports.map(\.asAt)) }
}
