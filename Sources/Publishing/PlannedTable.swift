// A breakdown that is asked for.

package import DisclosureControl
import Figures

/// One figure, broken down by one characteristic or by two that are crossed.
package struct PlannedTable: Hashable, Sendable {
    /// The figure's id.
    package let figure: String
    /// The characteristics, one or two: `sex`, `age band at the time`.
    package let by: [String]

    /// A breakdown to be made.
    package init(of figure: String, by: [String]) { (self.figure, self.by) = (figure, by) }

    /// A breakdown as a command line says it, `people-charged:sex,ethnicity`; nil if it is not so written.
    package init?(_ text: String) {
        let halves = text.split(separator: ":", omittingEmptySubsequences: false)
        guard halves.count == 2, !halves[0].isEmpty else { return nil }
        let by = halves[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard by.allSatisfy({ !$0.isEmpty }) else { return nil }
        (figure, self.by) = (String(halves[0]), by)
    }

    /// What its table is called in every release: `people-charged/sex/ethnicity`.
    package var id: String { ([figure] + by).joined(separator: "/") }

    /// What stands above its table.
    package var title: String {
        "\(Figure.named(figure)?.title ?? figure) by \(by.joined(separator: " and "))"
    }
}

extension PlannedTable {
    /// The characteristics that say where somebody lives.
    package static let areas: Set<String> = ["ward", "constituency", "area committee"]

    /// What forbids this breakdown whatever its counts are, a sentence each.
    package func faults(under policy: DisclosurePolicy) -> [ReleaseFault] {
        guard let known = Figure.named(figure) else { return [.unknownFigure(figure)] }
        var faults: [ReleaseFault] = []
        if known.unit != .person || !known.series.isEmpty { faults.append(.notOfPeople(known.title)) }
        if known.isPlan { faults.append(.planBrokenDown(known.title)) }
        if by.isEmpty { faults.append(.noCharacteristic(figure)) }
        if by.count > policy.maxDimensions { faults.append(.tooManyCrossed(id, most: policy.maxDimensions)) }
        if Set(by).count < by.count { faults.append(.crossedWithItself(id)) }
        if by.count > 1, ReleaseGroup(of: figure) == .victims, !Self.areas.isDisjoint(with: by) {
            faults.append(.forbiddenCrossing(by))
        }
        if by.filter(Self.areas.contains).count > 1 { faults.append(.areasCrossed(by)) }
        return faults
    }
}
