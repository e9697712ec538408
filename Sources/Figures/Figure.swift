// One figure that the team reports: what it is called, what it means and how it is counted.

package import Lifecycle

/// A figure: a name, a unit, a definition that a reader can check, and the measure that counts it.
package struct Figure: Hashable, Sendable {
    /// The name it has in every answer and for ever: `people-charged`.
    package let id: String
    /// The numbers of the published figures it reproduces: `G09`.
    package let seeds: [String]
    /// Under which heading a report gives it.
    package let group: Group
    /// Which wording of the definition this is: another definition is another edition, and the two are not compared.
    package let edition: String
    /// What one of it is.
    package let unit: Unit
    /// What it is called in a table.
    package let title: String
    /// What it counts, in plain English.
    package let definition: String
    /// How it is counted.
    package let measure: Measure
    /// Its breakdown, empty for most.
    ///
    /// Each part's measure counts some of what the figure's own measure counts.
    package let parts: [Part]
    private let notes: [Day: String]

    init(
        _ id: String, _ seeds: String..., group: Group, edition: String = "1", unit: Unit, _ title: String,
        _ definition: String, _ measure: Measure, parts: [Part] = [], notes: [Day: String] = [:]
    ) {
        (self.id, self.seeds, self.group, self.edition) = (id, seeds, group, edition)
        (self.unit, self.title) = (unit, title)
        (self.definition, self.measure, self.parts, self.notes) = (definition, measure, parts, notes)
    }

    /// What must be said wherever this figure is shown as at `day`, if anything.
    package func note(asAt day: Day) -> String? { notes[day] }

    /// Whether it says where things stand at the end of a day; if not, how many there have ever been, or in a period.
    package var isStock: Bool {
        switch measure {
        case .at, .stage, .range, .planned, .allLinked, .trials: true
        case .ever: false
        case .sourced(let series): series.first.map { !$0.isOfPeriod } ?? true
        }
    }

    /// Whether it can only grow from one day to a later one, as long as nothing is corrected.
    package var isCumulative: Bool {
        switch measure {
        case .ever: true
        case .at, .stage, .range, .planned, .allLinked, .trials, .sourced: false
        }
    }

    /// The series of numbers from elsewhere that it shows; none if this store counts it.
    package var series: [Series] {
        switch measure {
        case .sourced(let series): series
        case .at, .ever, .stage, .range, .planned, .allLinked, .trials: []
        }
    }
}

extension Figure {
    /// One line of a figure's breakdown.
    package struct Part: Hashable, Sendable {
        /// What it is called: `detective constable`.
        package let title: String
        /// How it is counted.
        package let measure: Measure
    }
}
