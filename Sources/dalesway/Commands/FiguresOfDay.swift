// The command `figures`: the progress figures of a day.

import CaseStore
import Figures
import Lifecycle
import Printing

extension Dalesway {
    static let figures = Command(
        "figures", "Print the progress figures as at a day, as a table and as a paragraph.",
        details: """
            --as-at is the day at whose end the figures hold. --known-at leaves out what became known only after that \
            day. --compare sets a second day beside the first. --by tells the people of each figure apart by one \
            characteristic, or by two crossed: \(Characteristic.allCases.map(\.rawValue).joined(separator: ", ")). Such \
            counts are true and not for publication.
            """,
        examples: [
            "dalesway figures --as-at 2018-10-31", "dalesway figures --as-at 2016-09-19 --compare 2018-10-31",
            "dalesway figures --as-at 2016-09-19 --known-at 2016-09-19 --json",
            "dalesway figures --as-at 2018-10-31 --by 'age band at the time' --by sex --of people-charged",
        ],
        .option("as-at", "The day; today if not said.", as: Day.self),
        .option("known-at", "The day whose knowledge is asked for; all that is known now if not said.", as: Day.self),
        .option("compare", "A second day to set beside it.", as: Day.self),
        .repeated("by", "What to break the figures down by; at most two.", as: String.self, value: "CHARACTERISTIC"),
        .repeated("of", "Which figures to break down; all that can be, if not said.", as: String.self, value: "FIGURE")
    ) { (call, asAt: Day?, knownAt: Day?, compare: Day?, by: [String], of: [String]) in
        guard by.isEmpty else {
            if compare != nil { throw Trouble("--by counts one day: ask for the other day by itself", .usage) }
            let broken = try FiguresBroken(by: by, of: of)
            return try call.signedIn { store in
                try broken.answer(from: store, asAt: asAt ?? call.clock.today, knownAt: knownAt)
            }
        }
        guard of.isEmpty else { throw Trouble("--of says which figures --by breaks down: say by what", .usage) }
        let days = [asAt ?? call.clock.today] + (compare.map { [$0] } ?? [])
        let reports = try call.signedIn { store in
            try days.map { try store.figures(asAt: $0, knownAt: knownAt) }
        }
        return Answer(text(of: reports), json: json(of: reports))
    }

    /// The table of all the reports, and a paragraph for each.
    static func text(of reports: [Report]) -> String {
        Report.table(reports) + reports.map { "\n\(wrapped($0.paragraph))\n" }.joined()
    }

    private static func json(of reports: [Report]) -> JSON {
        guard case .object(let members)? = reports.first?.json else { return .null }
        guard reports.count > 1, case .object(let second) = reports[1].json else { return .object(members) }
        return .object(members + [("compare", .object(second.filter { $0.0 != "version" }))])
    }

    /// The text in lines of at most 100 characters.
    private static func wrapped(_ text: String) -> String {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + word.count >= 100 {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return (lines + [line]).joined(separator: "\n")
    }
}
