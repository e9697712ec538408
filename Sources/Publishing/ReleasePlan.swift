// What a release is to say: which headlines, and which breakdowns.

package import DisclosureControl
import Figures

/// What is asked of a release before anything is counted.
package struct ReleasePlan: Hashable, Sendable {
    /// The ids of the headline figures, in the order of the report.
    package var headlines: [String]
    /// The breakdowns that are asked for.
    package var breakdowns: [PlannedTable]

    /// A plan; whether it may be carried out is for ``faults(under:)`` to say.
    package init(headlines: [String], breakdowns: [PlannedTable]) {
        (self.headlines, self.breakdowns) = (headlines, breakdowns)
    }

    /// What a release says if nothing else is asked of it: every figure, and the breakdowns that committees have asked for.
    package static let standard = ReleasePlan(
        headlines: Figure.all.map(\.id),
        breakdowns: ["sex", "age band at the time", "ethnicity", "constituency"].map {
            PlannedTable(of: "people-arrested-or-interviewed", by: [$0])
        }
            + ["sex", "age band at the time", "ethnicity"].map {
                PlannedTable(of: "victims-identified-and-interviewed", by: [$0])
            })
}

extension ReleasePlan {
    /// What forbids this plan whatever the counts are, a sentence each; empty if nothing does.
    package func faults(under policy: DisclosurePolicy = DisclosurePolicy()) -> [ReleaseFault] {
        var faults = headlines.filter { Figure.named($0) == nil }.map(ReleaseFault.unknownFigure)
        faults += headlines.repeated.map { ReleaseFault.askedTwice($0) }
        faults += breakdowns.map(\.id).repeated.map { ReleaseFault.askedTwice($0) }
        return faults + breakdowns.flatMap { $0.faults(under: policy) }
    }
}

extension [String] {
    /// Those that stand here more than once, each once, in their order.
    var repeated: [String] {
        var seen: Set<String> = [], told: Set<String> = []
        return filter { !seen.insert($0).inserted && told.insert($0).inserted }
    }
}
