// One person after another into the cells of a breakdown.

package import Lifecycle

/// Counts people into a breakdown: each is handed in once.
package struct BreakdownCounter {
    private let breakdown: Breakdown
    private let day: Day
    private let across: Categories, down: Categories?
    private var cells: [[Int]]
    private var recording = BreakdownCounts.Recording()

    /// An empty table of a day.
    package init(_ breakdown: Breakdown, asAt day: Day) {
        (self.breakdown, self.day) = (breakdown, day)
        let all = breakdown.by.map { Categories($0, of: breakdown.population, asAt: day) }
        (across, down) = (all[0], all.count > 1 ? all[1] : nil)
        cells = Array(repeating: Array(repeating: 0, count: down?.names.count ?? 1), count: across.names.count)
    }

    /// Counts one person.
    package mutating func count(_ traits: Traits) {
        cells[across.place(of: traits)][down?.place(of: traits) ?? 0] += 1
        if breakdown.by.contains(.ethnicity) { recording.count(traits) }
    }

    /// The table as it stands, its sums of rows added up.
    package var counts: BreakdownCounts {
        let rows = Dictionary(uniqueKeysWithValues: zip(across.names, cells))
        let none = Array(repeating: 0, count: down?.names.count ?? 1)
        let counts = across.rows.map { row -> [Int] in
            if let own = rows[row] { return own }
            return (across.rowParents[row] ?? []).compactMap { rows[$0] }.reduce(none) { zip($0, $1).map(+) }
        }
        return BreakdownCounts(
            breakdown.id, of: breakdown.figure.id, isCumulative: breakdown.isCumulative, asAt: day, rows: across.rows,
            cols: down?.names ?? ["n"], rowParents: across.rowParents, counts: counts,
            recording: breakdown.by.contains(.ethnicity) ? recording : nil)
    }
}
