// One figure explained: its definition and what of the rule book it counts.

package import Figures
import Lifecycle

extension Figure {
    /// The definition, the unit and the states, events and plans that count, in plain text.
    package var explanation: String {
        var rows = [
            ["Figure", id], ["Edition", edition],
            ["Published as", seeds.isEmpty ? "-" : seeds.joined(separator: ", ")],
            ["Counted in", unit.rawValue], ["Says", isStock ? "where things stand at the end of the day" : said],
        ]
        for (place, source) in sources.enumerated() { rows.append([place == 0 ? "Counts" : "", source.words]) }
        return "\(title)\n\n" + wrapped(definition) + "\n" + columns(rows)
    }

    /// The same as one object.
    package var explanationJSON: JSON {
        .object([
            ("version", 1), ("id", .text(id)), ("title", .text(title)), ("edition", .text(edition)),
            ("seeds", .list(seeds.map { .text($0) })), ("unit", .text(unit.rawValue)),
            ("group", .text(group.rawValue)), ("stock", .flag(isStock)), ("cumulative", .flag(isCumulative)),
            ("definition", .text(definition)),
            ("counts", .list(sources.map { .object([("code", .text($0.code)), ("words", .text($0.words))]) })),
        ])
    }

    private var said: String {
        series.isEmpty ? "how many there have ever been by the day" : "how many there were in a period"
    }

    /// Everything that it reads, in the words of the rule book.
    private var sources: [(code: String, words: String)] {
        series.isEmpty
            ? measure.codes.map { ($0.rawValue, $0.explained) }
            : series.map { ($0.rawValue, "\($0.title), as others counted it") }
    }
}

extension Code {
    /// The code with what the rule book says of it.
    fileprivate var explained: String {
        let head = rawValue.prefix { $0 != ":" && $0 != "@" }
        let machine = RuleBook.current.machines.first { $0.id.rawValue == head.prefix { $0 != "/" } }
        let rest = String(rawValue.dropFirst(head.count + 1))
        if rawValue.contains("@") {
            return "\(rawValue): the event \(rest) of \(machine?.title.lowercased() ?? "a record")"
        }
        if let state = machine?.states.first(where: { $0.id.rawValue == rest }) {
            let role = head.split(separator: "/").dropFirst().first.map { " (\($0.lowercased()))" } ?? ""
            return "\(rawValue): \(machine?.title ?? "")\(role): \(state.words)"
        }
        if rawValue.contains(">") { return "\(rawValue): the link of a record to another" }
        if rawValue.hasPrefix("POS:") { return "\(rawValue): a post, for as long as it stands" }
        return "\(rawValue): a plan, with its window"
    }
}
