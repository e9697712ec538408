// What one event brings about elsewhere: the derived rules with what sets them off, and what events open.

import Lifecycle

/// A derived rule with everything that can bring it about.
struct DerivedEffect {
    let rule: Rule
    /// The events that can bring it about, as `B3.charge`, in the rule book's order.
    let causes: [String]
}

extension RuleBook {
    /// Every rule that follows by itself, with its causes; those that hang on the passing of days are among the clocks.
    var derivedEffects: [DerivedEffect] {
        let rules = machines.flatMap(\.rules)
        return rules.filter { $0.kind == .derived && !$0.timer }.map { derived in
            var causes: [String] = []
            for rule in rules where rule.effects.contains(where: { $0.brings(derived) }) {
                let name = "\(rule.machine.rawValue).\(rule.event)"
                if !causes.contains(name) { causes.append(name) }
            }
            return DerivedEffect(rule: derived, causes: causes)
        }
    }
}

extension Effect {
    fileprivate func brings(_ rule: Rule) -> Bool {
        record == rule.machine.record && event == rule.event && words == rule.words
    }
}

extension RuleBook {
    /// The chapters on what follows by itself and on what events open.
    var effectsMarkdown: String {
        let head = [
            "## What follows by itself", "",
            """
            Nobody records these events. Each is written with its cause, in the same breath, and struck with it if the \
            cause is struck.
            """,
            "", "| What happens | To | When | After any of | Law or choice |", "|---|---|---|---|---|",
        ]
        return (head + derivedEffects.map(line) + ["", openingsMarkdown]).joined(separator: "\n")
    }

    private var openingsMarkdown: String {
        let head = [
            "## What events open", "",
            """
            An event opens a record for everyone whom it concerns: a duty, a right, a review. The record begins on the day \
            of the event and carries it as its cause. If the cause is struck, it falls away. Nothing is opened for what \
            happened before the store's first day in use.

            Entitled are those who stand, just after the event, in one of the states of a group:
            """, "",
        ]
        let groups = entitledGroups
        let listed = groups.enumerated().map { "\($0 + 1). \($1.map(code).joined(separator: ", "))" }
        let table = [
            "", "| What is opened | After any of | For whom | It begins with | Law or choice |",
            "|---|---|---|---|---|",
        ]
        return (head + listed + table + consequences.map { line($0, groups) }).joined(separator: "\n") + "\n"
    }

    private func line(_ effect: DerivedEffect) -> String {
        let rule = effect.rule
        let when = rule.conditions.map(\.words).joined(separator: "; and ")
        let causes =
            effect.causes.isEmpty ? "its cause is struck" : effect.causes.map { "`\($0)`" }.joined(separator: ", ")
        let to = rule.to.map { code($0.state) }.joined(separator: " or ")
        return "| **\(cell(rule.words))**<br>`\(rule.id)` of the \(rule.machine.record.rawValue) | \(to) | "
            + "\(cell(when)) | \(causes) | \(origin(rule.source, law: rule.law)) |"
    }

    /// The groups of states in which somebody is concerned by an event, each once.
    private var entitledGroups: [[State]] {
        var groups: [[State]] = []
        for opening in consequences where !opening.entitled.isEmpty && !groups.contains(opening.entitled) {
            groups.append(opening.entitled)
        }
        return groups
    }

    private func line(_ opening: Consequence, _ groups: [[State]]) -> String {
        let into = opening.into.isEmpty ? "" : "<br>where it leads to \(opening.into.map(code).joined(separator: ", "))"
        let group = groups.firstIndex(of: opening.entitled).map { $0 + 1 }
        let entitled = group.map { "<br>if entitled by group \($0)" } ?? ""
        let facts = opening.facts.keys.sorted().map { "`\($0)` \(cell(opening.facts[$0]?.text ?? ""))" }
        let days = opening.during.words("Events").map { "<br>\($0)" } ?? ""
        let once = opening.once ? "<br>one, however often it happens" : ""
        return "| **\(cell(opening.words))**<br>`\(opening.id)`, a \(opening.opens.rawValue) record | "
            + "\(opening.causes.map { "`\($0)`" }.joined(separator: ", "))\(into)\(days) | "
            + "\(opening.paths.map(words).joined(separator: "; or "))\(entitled)\(once) | \(facts.joined(separator: "<br>")) | "
            + "\(origin(opening.source, law: opening.law)) |"
    }

    /// A way from the event's record to whom it concerns: `the victim of every allegation of it`.
    private func words(_ path: [Consequence.Way]) -> String {
        path.reduce("it") { record, way in
            switch way {
            case .own(let name): "the \(name) of \(record)"
            case .of(let kind, _): "every \(kind.rawValue) of \(record)"
            }
        }
    }
}
