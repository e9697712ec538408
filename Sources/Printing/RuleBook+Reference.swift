// The chapters at the end of the handbook: time limits, editions, and what is vouched for.

import Lifecycle

extension RuleBook {
    /// The clocks of this book's machines, and those that run for events of any.
    var clocks: [Clock] {
        Clock.all.filter { clock in clock.machine.map { machine($0) != nil } ?? true }
    }

    /// The chapter on time limits.
    var clocksMarkdown: String {
        var lines = [
            "## Time limits", "",
            """
            A day on which a period ends is its last day in time. Working days leave out Saturdays, Sundays and the bank \
            holidays of England and Wales. What is due stands in `dalesway due`.
            """,
            "", "| What is due | Whose it is | How long | From, and until | When it has run out | Law or choice |",
            "|---|---|---|---|---|---|",
        ]
        lines += clocks.map { clock in
            let after = clock.rule.map { "`\($0)` holds" } ?? "nothing follows by itself"
            return "| **\(cell(clock.words))**<br>`\(clock.id)` | \(cell(clock.owner.words)) | \(cell(clock.limit)) | "
                + "from: \(cell(clock.start))<br>until: \(cell(clock.stops)) | \(after) | "
                + "\(origin(clock.source, law: clock.law)) |"
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The chapter on editions.
    var editionsMarkdown: String {
        var lines = [
            "## Editions", "",
            """
            Rules change. A rule holds for the events of certain days, or for the records begun on certain days, such as \
            bail by the day of arrest. An event is judged by the rules of its own day, and a new edition leaves what \
            happened before it as it was. `dalesway lifecycle --on DAY` prints the rules of one day.
            """,
            "", "| Edition | From | To | What changed |", "|---|---|---|---|",
        ]
        for (place, edition) in editions.enumerated() {
            let next = editions.indices.contains(place + 1) ? editions[place + 1].from : nil
            let until = next?.adding(days: -1).words ?? ""
            lines.append("| \(edition.name) | \(edition.from?.words ?? "") | \(until) | \(cell(edition.words)) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What is vouched for, each statement once, with the rules under which it is.
    var vouched: [(words: String, rules: [String])] {
        var found: [(words: String, rules: [String])] = []
        for rule in machines.flatMap(\.rules) {
            for words in rule.attested {
                if let place = found.firstIndex(where: { $0.words == words }) {
                    found[place].rules.append(rule.id)
                } else {
                    found.append((words, [rule.id]))
                }
            }
        }
        return found
    }

    /// The chapter on what is vouched for.
    var vouchedMarkdown: String {
        let lines = vouched.map { "| \(cell($0.words)) | \($0.rules.map { "`\($0)`" }.joined(separator: ", ")) |" }
        return """
            ## What is vouched for

            \(vouched.count) statements the program cannot know. Whoever records the event answers for them; everything
            else it works out from what is recorded.

            | Vouched for | By whoever records |
            |---|---|
            \(lines.joined(separator: "\n"))

            """
    }
}
