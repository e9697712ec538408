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
        var lines = [
            "## What follows by itself", "",
            """
            Nobody records these events. Each is written with its cause, in the same breath, and struck with it if the \
            cause is struck.
            """,
            "", "| What happens | To | When | After any of | Law or choice |", "|---|---|---|---|---|",
        ]
        lines += derivedEffects.map(line)
        lines += [
            "", "## What events open", "",
            """
            An event opens a record for everyone whom it concerns: a duty, a right, a review. The record begins on the day \
            of the event and carries it as its cause. If the cause is struck, it falls away. Nothing is opened for what \
            happened before the store's first day in use.
            """,
            "", "| What is opened | After any of | For whom | It begins with | Law or choice |",
            "|---|---|---|---|---|",
        ]
        lines += consequences.map(line)
        return lines.joined(separator: "\n") + "\n"
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

    private func line(_ opening: Consequence) -> String {
        let into = opening.into.isEmpty ? "" : "<br>where it leads to \(opening.into.map(code).joined(separator: ", "))"
        let entitled =
            opening.entitled.isEmpty ? "" : "<br>who is \(opening.entitled.map(code).joined(separator: ", "))"
        let facts = opening.facts.keys.sorted().map { "`\($0)` \(cell(opening.facts[$0]?.text ?? ""))" }
        let days = opening.during.words("Events").map { "<br>\($0)" } ?? ""
        return "| **\(cell(opening.words))**<br>`\(opening.id)`, a \(opening.opens.rawValue) record | "
            + "\(opening.causes.map { "`\($0)`" }.joined(separator: ", "))\(into)\(days) | "
            + "\(opening.paths.map(words).joined(separator: "; or "))\(entitled) | \(facts.joined(separator: "<br>")) | "
            + "\(origin(opening.source, law: opening.law)) |"
    }

    /// A way from the event's record to whom it concerns: `every allegation of it, the victim of that`.
    private func words(_ path: [Consequence.Way]) -> String {
        guard !path.isEmpty else { return "itself" }
        return path.enumerated().map { place, way in
            let of = place == 0 ? "of it" : "of that"
            return switch way {
            case .own(let name): "the \(name) \(of)"
            case .of(let kind, _): "every \(kind.rawValue) \(of)"
            }
        }.joined(separator: ", ")
    }
}
