// The lifecycles as drawings, in Mermaid's language.

package import Lifecycle

extension Machine {
    /// The machine as a Mermaid state diagram: one arrow for each pair of states, with the events that lead along it.
    package var mermaid: String {
        (["stateDiagram-v2", "    direction LR"] + arrows(prefix: "")).joined(separator: "\n") + "\n"
    }

    /// The arrows; `prefix` goes before the name of each state.
    fileprivate func arrows(prefix: String) -> [String] {
        var pairs: [[State]] = []
        var events: [[State]: [String]] = [:]
        for rule in rules {
            for from in rule.from {
                for to in rule.to {
                    let pair = [from, to.state]
                    if events[pair] == nil { pairs.append(pair) }
                    if events[pair]?.contains(rule.event) != true { events[pair, default: []].append(rule.event) }
                }
            }
        }
        var lines = ["    [*] --> \(prefix)\(initial.rawValue)"]
        for pair in pairs {
            let label = (events[pair] ?? []).joined(separator: ", ")
            lines.append("    \(prefix)\(pair[0].rawValue) --> \(prefix)\(pair[1].rawValue): \(label)")
        }
        for state in terminal { lines.append("    \(prefix)\(state.rawValue) --> [*]") }
        return lines
    }
}

extension RuleBook {
    /// Every machine in one Mermaid diagram, each in a frame of its own.
    package var mermaid: String {
        var lines = ["stateDiagram-v2"]
        for machine in machines {
            let name = machine.id.rawValue
            for state in machine.states {
                lines.append("    state \"\(state.id.rawValue)\" as \(name)_\(state.id.rawValue)")
            }
            lines.append("    state \"\(name) \(machine.title)\" as \(name) {")
            lines += machine.arrows(prefix: "\(name)_").map { "    " + $0 }
            lines.append("    }")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
