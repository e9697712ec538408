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
            day. --by tells the people of each figure apart by one characteristic, or by two crossed: \
            \(Characteristic.allCases.map(\.rawValue).joined(separator: ", ")). Such counts are true and not for publication.

            --compare sets another day beside the first, a year before it if no day is said, with what came and went \
            between the two; it may be given again for a further day. A sum that does not balance is not shown: the whole is \
            refused.
            """,
        examples: [
            "dalesway figures --as-at 2018-10-31", "dalesway figures --as-at 2018-10-31 --compare",
            "dalesway figures --as-at 2018-10-31 --compare 2017-10-31 --compare 2016-09-19",
            "dalesway figures --as-at 2016-09-19 --known-at 2016-09-19 --json",
            "dalesway figures --as-at 2018-10-31 --by 'age band at the time' --by sex --of people-charged",
        ],
        .option("as-at", "The day; today if not said.", as: Day.self),
        .option("known-at", "The day whose knowledge is asked for; all that is known now if not said.", as: Day.self),
        .repeated(
            "compare", "Another day to set beside it; a year before if none is said.", as: OtherDay.self,
            bare: OtherDay.yearAgo),
        .repeated("by", "What to break the figures down by; at most two.", as: String.self, value: "CHARACTERISTIC"),
        .repeated("of", "Which figures to break down; all that can be, if not said.", as: String.self, value: "FIGURE")
    ) { (call, asAt: Day?, knownAt: Day?, compare: [OtherDay], by: [String], of: [String]) in
        let day = asAt ?? call.clock.today
        guard by.isEmpty else {
            guard compare.isEmpty else {
                throw Trouble("--by counts one day: ask for the other day by itself", .usage)
            }
            let broken = try FiguresBroken(by: by, of: of)
            return try call.signedIn { try broken.answer(from: $0, asAt: day, knownAt: knownAt) }
        }
        guard of.isEmpty else { throw Trouble("--of says which figures --by breaks down: say by what", .usage) }
        let days = [day] + compare.map { $0.day(before: day) }
        let found = try call.signedIn { try $0.comparison(asAt: days, knownAt: knownAt) }
        return Answer(text(of: found), json: found.json)
    }

    /// The table of all the reports, their sums, and a paragraph for each.
    private static func text(of found: Comparison) -> String {
        Report.table(found.reports) + "\n" + found.sums + paragraphs(of: found.reports)
    }

    /// The table of all the reports, and a paragraph for each.
    static func text(of reports: [Report]) -> String { Report.table(reports) + paragraphs(of: reports) }

    private static func paragraphs(of reports: [Report]) -> String {
        reports.map { "\n\(wrapped($0.paragraph))\n" }.joined()
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
