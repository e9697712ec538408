// A rule as somebody reads it who is about to record its event.

import Lifecycle

extension Rule {
    /// Where the rule comes from, and whether it is law.
    var ground: String { "\(source)\(law ? "" : " (not law)"); rule \(id)" }

    /// The event in as few lines as hold it: what it is, the fields that it cannot be without, who decides, who approves.
    func brief(_ width: Int) -> String {
        let now = requires.filter { $0.needed == .now }.map(\.option)
        let parts = [
            now.isEmpty ? nil : "give " + now.joined(separator: ", "),
            deciders.isEmpty ? nil : "decided by \(whoDecides)",
            approval.map { "takes effect when \($0.words) approves" },
        ].compactMap(\.self)
        let head = "  " + event + String(repeating: " ", count: max(0, width - event.count) + 2)
        let tail = parts.isEmpty ? "" : " [\(parts.joined(separator: "; "))]"
        return wrapped(words + tail, after: head)
    }

    /// All of the event: its fields with what they may hold, who decides, who approves, what is vouched for, the time limit.
    var full: String {
        var rows = requires.map { ["  " + $0.option, $0.firmness, $0.words + $0.form] }
        if !deciders.isEmpty { rows.append(["  --by-rank", "if not you", "decided by \(whoDecides)"]) }
        let lines = [
            approval.map { "takes effect when \($0.words) has approved it" }, limit.map { "time limit: \($0)" },
            "where the rule comes from: \(ground)",
        ].compactMap(\.self)
        return wrappedColumns(rows)
            + attested.map { wrapped("you vouch for this: \($0)", after: "  ", indent: 4) }.joined()
            + lines.map { wrapped($0, after: "  ", indent: 4) }.joined()
    }

    private var whoDecides: String {
        deciders.map { decider in
            decider.organisation.map { "\(decider.role) (\($0.rawValue))" } ?? decider.role
        }.joined(separator: " or ")
    }

    /// What somebody needs to know to record the event.
    var prospect: JSON {
        [
            "event": .text(event), "rule": .text(id), "words": .text(words),
            "fields": JSON(requires.map(\.json)), "deciders": JSON(deciders.map(\.json)),
            "approval": JSON((approval?.by ?? []).map(\.rawValue)), "attested": JSON(attested), "limit": JSON(limit),
            "source": .text(source), "law": .flag(law),
        ]
    }
}

extension Approval {
    /// Who may approve.
    fileprivate var words: String { by.map(\.rawValue).joined(separator: " or ") }
}

extension Requirement {
    /// The field as it is typed.
    fileprivate var option: String { "--" + String(field.map { $0 == "_" ? "-" : $0 }) }

    fileprivate var firmness: String {
        switch needed {
        case .now: "now"
        case .later: "later"
        case .unknownAllowed: "if known"
        }
    }

    fileprivate var form: String {
        switch type {
        case .text: ""
        case .day: " (a day)"
        case .choice(let choices): " (\(choices.joined(separator: ", ")))"
        case .reference(let kind): " (\(kind.prefix)-…)"
        case .count: " (a number)"
        case .flag: " (yes or no)"
        }
    }
}
