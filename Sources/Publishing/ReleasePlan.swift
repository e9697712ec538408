// What a release is to say: which headlines, and which breakdowns.

package import Figures

/// What is asked of a release before anything is counted.
package struct ReleasePlan: Hashable, Sendable {
    /// The ids of the headline figures, in the order of the report.
    package var headlines: [String]
    /// The breakdowns that are asked for.
    package var breakdowns: [Breakdown]

    /// A plan; whether it may be carried out is for ``faults(beside:)`` to say.
    package init(headlines: [String] = Figure.all.map(\.id), breakdowns: [Breakdown]) {
        (self.headlines, self.breakdowns) = (headlines, breakdowns)
    }

    /// What a release says if nothing else is asked of it: every figure, and the breakdowns that committees have asked for.
    ///
    /// A breakdown of these that cannot be made is withheld; one that somebody asks for is refused.
    package static let standard = ReleasePlan(
        breakdowns: [
            "people-arrested-or-interviewed:sex", "people-arrested-or-interviewed:age band at the time",
            "people-arrested-or-interviewed:ethnicity", "people-arrested-or-interviewed:constituency",
            "victims-identified-and-interviewed:sex", "victims-identified-and-interviewed:age band at the time",
            "victims-identified-and-interviewed:ethnicity",
        ].compactMap { try? Breakdown($0) })
}

extension ReleasePlan {
    /// What forbids this plan whatever the counts are, a sentence each; empty if nothing does.
    ///
    /// - Parameter earlier: the releases published before: what they told by one kind of area is not told by another.
    package func faults(beside earlier: [EarlierRelease] = []) -> [ReleaseFault] {
        var faults = headlines.filter { Figure.named($0) == nil }.map(ReleaseFault.unknownFigure)
        faults += headlines.repeated.map { ReleaseFault.askedTwice($0) }
        faults += breakdowns.map(\.id).repeated.map { ReleaseFault.askedTwice($0) }
        faults += breakdowns.filter { !headlines.contains($0.figure.id) }.map { .withoutHeadline($0) }
        for (index, one) in breakdowns.enumerated() {
            let told = breakdowns[..<index] + earlier.flatMap { $0.content.tables.compactMap(\.breakdown) }
            if let clash = told.lazy.compactMap({ one.clash(with: $0) }).first {
                faults.append(ReleaseFault(.asked, clash.message))
            }
        }
        return faults
    }
}

extension PublishedTable {
    /// What it breaks down and by what; nil if such a breakdown is no longer made.
    var breakdown: Breakdown? {
        let parts = id.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        return try? Breakdown("\(parts[0]):\(by.joined(separator: ","))")
    }
}

extension Breakdown {
    /// What stands above its table.
    var title: String { "\(figure.title) by \(by.map(\.rawValue).joined(separator: " and "))" }
}

extension [String] {
    /// Those that stand here more than once, each once, in their order.
    var repeated: [String] {
        var seen: Set<String> = []
        var told: Set<String> = []
        return filter { !seen.insert($0).inserted && told.insert($0).inserted }
    }
}
