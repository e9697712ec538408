// One lifecycle as a chapter of the handbook.

import Lifecycle

extension Machine {
    /// The machine's chapter of the handbook.
    ///
    /// - Parameter openings: everything that events open.
    func markdown(openings: [Consequence]) -> String {
        var lines = ["## \(id.rawValue) \(title)", ""]
        lines.append(
            "For \(record.rawValue) records (`\(record.prefix)-`). It begins in \(code(initial)). "
                + "Closed: \(terminal.map(code).joined(separator: ", ")).")
        for note in notes { lines += ["", note] }
        lines += ["", "```mermaid", mermaid + "```", "", "| State | What it means | Counted in |", "|---|---|---|"]
        for state in states {
            let counts = state.counts.map { "`\($0)`" }.joined(separator: ", ")
            lines.append("| \(code(state.id)) | \(cell(state.words)) | \(counts) |")
        }
        lines += [
            "", "| What happens | From and to | Who | What it takes | Limit | Law or choice |",
            "|---|---|---|---|---|---|",
        ]
        lines += rows(openings).map(\.line)
        return lines.joined(separator: "\n") + "\n"
    }

    /// The rules as rows; rules about one event that say the same of several states share a row.
    private func rows(_ openings: [Consequence]) -> [RuleRow] {
        var rows: [RuleRow] = []
        for rule in rules {
            let event = "\(id.rawValue).\(rule.event)"
            let row = RuleRow(rule, of: self, openings: openings.filter { $0.causes.contains(event) })
            if let last = rows.last, last.sameBut(row) {
                rows[rows.count - 1].states += row.states
                rows[rows.count - 1].id += ", `.\(rule.id.dropFirst("\(id.rawValue).\(rule.event).".count))`"
            } else {
                rows.append(row)
            }
        }
        return rows
    }
}

/// A state as it stands in text.
func code(_ state: State) -> String {
    "`\(state.rawValue)`"
}

/// Text that cannot break out of a cell of a table.
func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
        .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " ")
}

/// Where a rule comes from, law told from choice by its first word.
func origin(_ source: String, law: Bool) -> String {
    guard !law else { return "**Law**<br>\(cell(source))" }
    return source == "Design choice" ? "*Choice*" : "*Choice*<br>\(cell(source))"
}
