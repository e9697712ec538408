// A breakdown as a table in plain text, with what must be said of it.

package import Figures
import Lifecycle

extension BreakdownCounts {
    /// What stands above and below every breakdown that is not a release.
    package static let marking =
        "NOT FOR PUBLICATION: true counts, with nothing hidden. What may be published is made with `release draft`."

    /// The table with its margins, and below it what must be said.
    ///
    /// - Parameter why: why it may not be published even with cells hidden, if so.
    package func text(unpublishable why: String?) -> String {
        let isCrossed = cols != ["n"]
        let title = Figure.named(figure)?.title ?? figure
        let inside = Set(rowParents.values.joined())
        let head = [by.first ?? ""] + (isCrossed ? cols + ["all"] : ["people"])
        let body = zip(rows, counts).map { row, counts in
            [(inside.contains(row) ? "  " : "") + row] + counts.map(String.init)
                + (isCrossed ? [String(counts.reduce(0, +))] : [])
        }
        let foot = ["all"] + colTotals.map(String.init) + (isCrossed ? [String(total)] : [])
        let below = notes + (why.map { ["Not even a part of it may be published: \($0)"] } ?? [])
        return "\(title), by \(by.joined(separator: " and ")), as at \(asAt.iso)\n"
            + numberColumns([head] + body + [foot]) + below.map { "\($0)\n" }.joined()
    }

    /// What must be said with the table.
    package var notes: [String] {
        var notes: [String] = []
        if let recording {
            let share = recording.of > 0 ? " (\(percent(recording.recorded, of: recording.of)))" : ""
            notes.append(
                "Ethnic group recorded for \(recording.recorded) of \(recording.of)\(share): \(recording.selfDefined) as "
                    + "they said themselves, \(recording.officerPerceived) as an officer perceived it, "
                    + "\(recording.sourceNotRecorded) without saying who said it. Broad groups of the census.")
        }
        if by.contains(Characteristic.ageBandNow.rawValue) || by.contains(Characteristic.ageBandThen.rawValue) {
            notes.append(
                "An age is known to the month: not certain is somebody whose birthday, in that very month, lies between "
                    + "two bands.")
        }
        if by.contains(Characteristic.recency.rawValue) {
            notes.append(
                "Recent: at least one crime beside which the person stands was recorded within 12 months of being "
                    + "committed.")
        }
        if by.contains(where: { Characteristic(rawValue: $0)?.isArea == true }) {
            notes.append("By the ward of the home, as recorded; elsewhere is outside the district.")
        }
        return notes
    }

    private func percent(_ part: Int, of whole: Int) -> String {
        let tenths = Aggregate.tenths(part, of: whole)
        return "\(tenths / 10).\(tenths % 10) %"
    }
}

extension Report {
    /// The numbers from elsewhere that are told by a characteristic, with their sources and what must be said of them.
    ///
    /// Empty if there are none.
    package func sourcedTable(by characteristic: Characteristic) -> String { told(by: characteristic).sourcedTable }

    /// The report with numbers from elsewhere alone, and of those the ones told by a characteristic.
    func told(by characteristic: Characteristic) -> Report {
        let told = answers.compactMap { answer -> Answer? in
            guard case .sourced(let sourced) = answer.value else { return nil }
            let some = sourced.told(by: characteristic)
            return some.numbers.isEmpty ? nil : Answer(answer.figure, .sourced(some))
        }
        return Report(asAt: asAt, knownAt: knownAt, answers: told, standing: standing)
    }
}
