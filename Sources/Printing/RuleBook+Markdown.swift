// The rule book as a handbook: to be read aloud by somebody who has never seen the program.

package import Lifecycle

extension RuleBook {
    /// The whole handbook in Markdown: what every machine is, its drawing, its states and its rules.
    package var markdown: String {
        let opening = """
            # The rule book

            Edition \(edition), in force from \(inForceFrom.words). This page is printed by `dalesway lifecycle --markdown`.

            A **decision** is somebody's, and is refused if it is not lawful. An **occurrence** is what the world or an outside
            body did: where a rule was broken it is still recorded, as it happened, and a supervisor is told of the breach.
            What comes about **by itself** follows from other events, and nobody records it.

            A field is asked for **now**, or is owed **later**, or *may stay unknown*. A condition on other records is worked
            out from their events. What is *vouched for* the program cannot know: whoever records the event answers for it.

            """
        let contents = machines.map { "- [\($0.id.rawValue) \($0.title)](#\($0.anchor))" }.joined(separator: "\n")
        return ([opening + "\n" + contents + "\n"] + machines.map(\.markdown)).joined(separator: "\n")
    }
}

extension Machine {
    /// The machine's chapter of the handbook.
    package var markdown: String {
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
            "", "| What happens | From and to | Who | What it takes | Limit and source |", "|---|---|---|---|---|",
        ]
        lines += rows.map(\.line)
        return lines.joined(separator: "\n") + "\n"
    }

    fileprivate var anchor: String {
        let letters = "\(id.rawValue) \(title)".lowercased().unicodeScalars.filter {
            $0 == " " || $0 == "-" || ("a"..."z").contains($0) || ("0"..."9").contains($0)
        }
        return String(String.UnicodeScalarView(letters)).split(separator: " ", omittingEmptySubsequences: false)
            .joined(separator: "-")
    }

    /// The rules as rows; rules about one event that say the same of several states share a row.
    private var rows: [Row] {
        var rows: [Row] = []
        for rule in rules {
            let row = Row(rule)
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

/// One row of a machine's table.
private struct Row {
    let event: String
    var id: String
    let what: String
    /// The states that the event leaves as they are; none if it leads anywhere.
    var states: [State]
    let way: String
    let who: String
    let takes: String
    let rest: String

    init(_ rule: Rule) {
        event = rule.event
        id = "`\(rule.id)`"
        what = cell(rule.words)
        let from = rule.from.map(code).joined(separator: ", ")
        let to = rule.to.map { code($0.state) }.joined(separator: " or ")
        let stays = rule.to.count == 1 && rule.from == [rule.to[0].state]
        states = stays ? rule.from : []
        way = "\(from) **to** \(to)"
        who = Row.who(rule).map(cell).joined(separator: "<br>")
        takes = Row.takes(rule).map(cell).joined(separator: "<br>")
        rest = Row.rest(rule).map(cell).joined(separator: "<br>")
    }

    var line: String {
        let course = states.isEmpty ? way : states.map(code).joined(separator: ", ") + ", **and stays there**"
        return "| **\(what)**<br>\(id) | \(course) | \(who) | \(takes) | \(rest) |"
    }

    /// Whether another row says the same of another state.
    func sameBut(_ other: Row) -> Bool {
        !states.isEmpty && !other.states.isEmpty
            && (event, what, who, takes, rest) == (other.event, other.what, other.who, other.takes, other.rest)
    }

    private static func who(_ rule: Rule) -> [String] {
        guard rule.kind != .derived else { return [rule.timer ? "By itself, as days pass" : "By itself"] }
        var lines = [rule.kind == .decision ? "Decision" : "Occurrence"]
        if !rule.deciders.isEmpty {
            let bodies = rule.deciders.map { decider in
                decider.organisation == .court ? decider.role : Row.body(decider)
            }
            lines.append("Decided by \(bodies.joined(separator: ", or "))")
        }
        lines.append("Recorded by \(rule.recorders.map(\.rawValue).joined(separator: ", "))")
        if let approval = rule.approval {
            let other = approval.notRecorder ? ", another person" : ""
            lines.append("Approved by \(approval.by.map(\.rawValue).joined(separator: " or "))\(other)")
        }
        return lines
    }

    private static func body(_ decider: Decider) -> String {
        decider.organisation.map { "\(decider.role) (\($0.rawValue))" } ?? decider.role
    }

    private static func takes(_ rule: Rule) -> [String] {
        let fields = rule.requires.map { requirement in
            let after =
                switch requirement.after {
                case "on"?: ", not before the event"
                case let field?: ", not before `\(field)`"
                case nil: ""
                }
            let choices =
                if case .choice(let choices) = requirement.type { ": \(choices.joined(separator: ", "))" } else { "" }
            let needed =
                switch requirement.needed {
                case .now: "**now**"
                case .later: "**later**"
                case .unknownAllowed: "*may stay unknown*"
                }
            return "`\(requirement.field)` \(needed): \(requirement.words)\(after)\(choices)"
        }
        let hinges = Set(rule.to.compactMap(\.when))
        let conditions = rule.conditions.filter { !hinges.contains($0.id) }.map { "Must hold: \($0.words)" }
        let choice = hinges.isEmpty ? [] : ["Where it leads hangs on what went before"]
        return fields + conditions + choice + rule.attested.map { "*Vouched for:* \($0)" }
    }

    private static func rest(_ rule: Rule) -> [String] {
        var lines: [String] = []
        switch (rule.inForce.from, rule.inForce.to) {
        case (let from?, let to?): lines.append("Records begun from \(from.words) to \(to.words)")
        case (let from?, nil): lines.append("Records begun on or after \(from.words)")
        case (nil, let to?): lines.append("Records begun on or before \(to.words)")
        case (nil, nil): break
        }
        if let limit = rule.limit { lines.append("Limit: \(limit)") }
        lines.append(rule.law ? rule.source : "\(rule.source) (*not law*)")
        if !rule.effects.isEmpty {
            let effects = rule.effects.map { "`\($0.event)` of a \($0.record.rawValue)" }
            lines.append("May set off \(effects.joined(separator: ", "))")
        }
        if !rule.marks.isEmpty { lines.append("Counted in \(rule.marks.map { "`\($0)`" }.joined(separator: ", "))") }
        return lines
    }
}

private func code(_ state: State) -> String {
    "`\(state.rawValue)`"
}

/// Text that cannot break out of a cell of a table.
private func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
}
