// A release as the terminal says it.

import Printing
import Publishing

extension Release {
    /// The release in one line, for a list.
    var line: String {
        let title = content.title.isEmpty ? "" : "  \(content.title)"
        let state =
            switch state {
            case .corrected: "corrected by \(standing.correctedBy?.text ?? "another")"
            case .drafted, .checked, .approved, .published, .rejected: state.rawValue
            }
        return "\(reference.text)  as at \(content.asAt)  \(state)\(title)\n"
    }

    /// What it is, of what day, and where it stands.
    var words: String {
        var lines = [
            String(line.dropLast()), "  known at \(content.knownAt); rules \(content.rules), policy \(content.policy)",
            "  SHA-256 \(hash)",
            "  \(content.headlines.count) headline figures, \(content.reconciliations.count) sums, "
                + "\(content.tables.count) breakdowns, \(content.withheld.count) withheld",
        ]
        if let corrects = content.corrects {
            lines.append("  corrects \(corrects)" + (content.because.map { ": \($0)" } ?? ""))
        }
        lines += standing.departures.map { "  BELOW THE POLICY: \($0.words) Because: \($0.because)" }
        if !isPublished { lines.append("  NOT FOR PUBLICATION: \(state.rawValue)") }
        return lines.map { $0 + "\n" }.joined()
    }

    /// Who did what, a line each.
    var signatureWords: String {
        standing.acts.map { act in
            "  \(act.words) by \(accounts[act.account] ?? act.account) at \(Clock.text(at: act.at))"
                + (act.because.map { ": \($0)" } ?? "") + "\n"
        }.joined()
    }

    /// What is withheld, and what would have to be merged.
    var withheldWords: String {
        content.withheld.map { table in
            let merge = table.merge.isEmpty ? "" : " Merge \(table.merge.joined(separator: ", "))."
            let last = table.last.map { " \($0) carries it." } ?? ""
            return "  withheld: \(table.title): \(table.because)\(merge)\(last)\n"
        }.joined()
    }

    /// What is wanted next, and from whom.
    var nextWords: String {
        switch state {
        case .drafted: "Next: somebody who did not draft it: dalesway release check \(reference.text)\n"
        case .checked, .approved:
            "Next: " + standing.missingApprovals.joined(separator: "; ")
                + ": dalesway release approve \(reference.text)\n"
        case .published, .rejected, .corrected: ""
        }
    }

    /// The release without its content: for what it says there is ‘release render --json’.
    var json: JSON {
        [
            "id": .text(reference.text), "title": .text(content.title), "asAt": .text(content.asAt),
            "knownAt": .text(content.knownAt), "state": .text(state.rawValue), "published": .flag(isPublished),
            "sha256": .text(hash), "corrects": JSON(content.corrects),
            "correctedBy": JSON(standing.correctedBy?.text), "wanted": JSON(standing.wanted.map(\.rawValue)),
            "tables": JSON(content.tables.map(\.id)),
            "overrides": JSON(
                standing.departures.map { departure -> JSON in
                    [
                        "table": .text(departure.table), "parameter": .text(departure.parameter.rawValue),
                        "value": .number(departure.value), "because": .text(departure.because),
                    ]
                }),
            "acts": JSON(
                standing.acts.map { act -> JSON in
                    [
                        "act": .text(act.kind.rawValue), "for": JSON(act.owner?.rawValue),
                        "by": .text(accounts[act.account] ?? act.account), "at": .number(Int(act.at)),
                        "time": .text(Clock.text(at: act.at)), "because": JSON(act.because),
                    ]
                }),
        ]
    }

    /// What is withheld, for programs.
    var withheldJSON: JSON {
        JSON(
            content.withheld.map { table -> JSON in
                [
                    "id": .text(table.id), "title": .text(table.title), "because": .text(table.because),
                    "merge": JSON(table.merge), "last": JSON(table.last),
                ]
            })
    }
}
