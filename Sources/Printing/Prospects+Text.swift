// What may be recorded next of a record, and why the rest may not.

package import CaseModel
package import Lifecycle

/// A record with what may come next.
package struct Prospects: Sendable {
    private let record: RecordView
    private let may: [Rule]
    private let mayNot: [(rule: Rule, obstacle: Refusal)]

    /// What the rules say to one reader of one record.
    package init(_ record: RecordView, _ prospects: [Prospect]) {
        self.record = record
        may = prospects.filter { $0.obstacle == nil }.map(\.rule)
        mayNot = prospects.compactMap { prospect in prospect.obstacle.map { (prospect.rule, $0) } }
    }

    /// In lines: each event with its fields, then what stands in the way of the others.
    package var text: String {
        let state = record.state.map { " in \($0.rawValue)" } ?? ""
        let opening = "\(record.heading)\(state)\n"
        let offered =
            record.isReceiving == nil
            ? "May be recorded now:" : "May be recorded, if it stands where that may be, which is not open to you:"
        let first =
            may.isEmpty
            ? "\nNothing can be recorded of it now by you.\n" : "\n\(offered)\n" + may.map(offer).joined()
        let barred = mayNot.filter { !isElsewhere($0) }
        let second =
            barred.isEmpty ? "" : "\nMay not, and why:\n" + barred.map { refuse($0.rule, $0.obstacle) }.joined()
        let elsewhere = mayNot.filter(isElsewhere).map(\.rule.event)
        let third = elsewhere.isEmpty ? "" : "\nNot from this state: \(elsewhere.joined(separator: ", ")).\n"
        return opening + first + second + third
    }

    /// Whether nothing but the record's state stands in the way.
    private func isElsewhere(_ prospect: (rule: Rule, obstacle: Refusal)) -> Bool {
        record.state.map { state in !prospect.rule.from.contains(state) } ?? false
    }

    private func refuse(_ rule: Rule, _ obstacle: Refusal) -> String {
        "  \(rule.event)  \(obstacle.why)\n" + obstacle.missing.map { "      needed: \($0)\n" }.joined()
    }

    private func offer(_ rule: Rule) -> String {
        var rows = rule.requires.map { field in
            [
                "      --\(String(field.field.map { $0 == "_" ? "-" : $0 }))", needed(field),
                field.words + form(field.type),
            ]
        }
        if !rule.deciders.isEmpty {
            let who = rule.deciders.map { decider in
                decider.organisation.map { "\(decider.role) (\($0.rawValue))" } ?? decider.role
            }
            rows.append(["      --by-rank", "if not you", "decided by \(who.joined(separator: ", or "))"])
        }
        let approval = rule.approval.map { approval in
            "      takes effect when \(approval.by.map(\.rawValue).joined(separator: " or ")) has approved it\n"
        }
        let vouched = rule.attested.map { "      you vouch for this: \($0)\n" }.joined()
        return "  \(rule.event)  \(rule.words)\n" + columns(rows) + (approval ?? "") + vouched
    }

    private func needed(_ field: Requirement) -> String {
        switch field.needed {
        case .now: "now"
        case .later: "later"
        case .unknownAllowed: "if known"
        }
    }

    private func form(_ type: FieldType) -> String {
        switch type {
        case .text: ""
        case .day: " (a day)"
        case .choice(let choices): " (\(choices.joined(separator: ", ")))"
        case .reference(let kind): " (\(kind.prefix)-…)"
        case .count: " (a number)"
        case .flag: " (yes or no)"
        }
    }

    /// As an object: `may` and `mayNot`, each event with its rule.
    package var json: JSON {
        [
            "ref": .text(record.reference.text), "state": JSON(record.state?.rawValue),
            "may": JSON(may.map(\.prospect)),
            "mayNot": JSON(
                mayNot.map { rule, obstacle in
                    ["event": .text(rule.event), "rule": .text(rule.id), "refused": obstacle.json]
                }),
        ]
    }
}

extension Refusal {
    /// The refusal as an object: the rule, why, what is missing and who can supply it.
    package var json: JSON {
        ["rule": .text(rule), "why": .text(why), "missing": JSON(missing), "who": JSON(who)]
    }
}

extension Rule {
    /// What somebody needs to know to record the event.
    fileprivate var prospect: JSON {
        [
            "event": .text(event), "rule": .text(id), "words": .text(words),
            "fields": JSON(requires.map(\.json)), "deciders": JSON(deciders.map(\.json)),
            "approval": JSON((approval?.by ?? []).map(\.rawValue)), "attested": JSON(attested),
        ]
    }
}
