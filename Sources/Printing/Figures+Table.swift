// The figures of one day or of several, side by side, as a table in plain text.

package import Figures
import Lifecycle

extension Report {
    /// A table with a column a report, a line a figure, and below it where people stand and what must be said besides.
    package static func table(_ reports: [Report]) -> String {
        let head = ["Figure", "Counted in"] + reports.map(\.heading) + (reports.count == 2 ? ["Change"] : [])
        let body = Figure.all.flatMap { rows(of: $0, in: reports) }
        let notes = reports.flatMap(\.notes)
        let known = reports.compactMap { report in
            report.knownAt.map { "\(report.asAt.iso) is as known at \($0.iso)." }
        }
        let below = known + unrepeated(notes) + ["A range is a plan and is never added to a count."]
        let sourced = reports.map(\.sourcedTable).filter { !$0.isEmpty }.map { $0 + "\n" }.joined()
        return columns([head] + body) + "\n" + standings(reports) + "\n" + sourced
            + below.map { $0 + "\n" }.joined()
    }

    /// A figure's line and one for each of its parts.
    private static func rows(of figure: Figure, in reports: [Report]) -> [[String]] {
        let whole: [String] =
            [figure.title, figure.unit.rawValue] + reports.map { $0[figure]?.words ?? "-" }
            + change(in: reports) { report in figure.series.isEmpty ? report[figure]?.count : nil }
        let parts: [[String]] = figure.parts.enumerated().map { place, part in
            ["  " + part.title, ""] + reports.map { $0[figure]?.part(place) ?? "-" }
                + change(in: reports) { $0[figure]?.part(place).flatMap { Int($0) } }
        }
        return [whole] + parts
    }

    /// By how much the first of two reports has more than the second: nothing for a plan or where nothing is counted.
    private static func change(in reports: [Report], _ count: (Report) -> Int?) -> [String] {
        guard reports.count == 2 else { return [] }
        guard let now = count(reports[0]), let then = count(reports[1]) else { return ["-"] }
        return [now > then ? "+\(now - then)" : "\(now - then)"]
    }

    /// Where everyone arrested or interviewed stands, adding up.
    private static func standings(_ reports: [Report]) -> String {
        let groups = Standing.Group.all.filter { group in reports.contains { $0.standing[group] > 0 } }
        let head =
            ["Where the people arrested or interviewed stand", ""] + reports.map(\.heading)
            + (reports.count == 2 ? ["Change"] : [])
        func row(_ words: String, _ unit: String, _ count: (Report) -> Int) -> [String] {
            [words, unit] + reports.map { String(count($0)) } + change(in: reports) { count($0) }
        }
        var body = groups.map { group in row(group.words, "") { $0.standing[group] } }
        if reports.contains(where: { $0.standing.unplaced > 0 }) {
            body.append(row("could not be placed", "") { $0.standing.unplaced })
        }
        let total = row("all of them", "person") { $0.standing.total }
        return columns([head] + body + [total])
    }

    /// Notes in their order, each once.
    private static func unrepeated(_ notes: [String]) -> [String] {
        var seen: Set<String> = []
        return notes.filter { seen.insert($0).inserted }
    }

    private var heading: String { asAt.iso + (knownAt == nil ? "" : "*") }

    private var notes: [String] {
        let said = Figure.all.compactMap { $0.note(asAt: asAt) }
        let ranged = answers.filter { $0.rangedEvents > 0 }.map { answer in
            "\(asAt.iso), \(answer.figure.title): \(answer.rangedEvents) of the events counted happened on a range of "
                + "days and \(answer.rangedEvents == 1 ? "counts" : "count") at its last."
        }
        return said + trials + ranged
    }

    private var trials: [String] {
        guard case .trials(let trials)? = self[.retrialsDue]?.value else { return [] }
        return trials.map { trial in
            let weeks = trial.weeks.map { ", \($0) weeks" } ?? ""
            return
                "\(asAt.iso), \(Figure.retrialsDue.title): \(trial.defendants) defendants\(weeks), from \(trial.starts.iso)."
        }
    }

    /// Rows with the first two columns set to the left and the others to the right.
    private static func columns(_ rows: [[String]]) -> String {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = row.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - row[column].count)
                return column < 2 ? row[column] + space : space + row[column]
            }
            return cells.joined(separator: "  ") + "\n"
        }.joined()
    }
}

extension Answer {
    /// The value as a table shows it: `109`, `60 to 70`, or a trial with what is known of it.
    package var words: String {
        switch value {
        case .count(let count): "\(count)"
        case .range(let low, let high): low == high ? "\(low) (plan)" : "\(low) to \(high)"
        case .trials(let trials): "\(trials.count)"
        case .sourced(let sourced): sourced.headline?.amount ?? "-"
        }
    }

    /// What one part comes to.
    fileprivate func part(_ place: Int) -> String? {
        parts.indices.contains(place) ? String(parts[place]) : nil
    }
}
