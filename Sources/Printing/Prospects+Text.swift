// What may be recorded next of a record, and why the rest may not: on one screen.

package import CaseModel
package import Lifecycle

/// A record with what may come next.
package struct Prospects: Sendable {
    private let outlook: Outlook
    private let may: [Rule]
    private let mayNot: [(rule: Rule, obstacle: Refusal)]

    /// What the rules say to one reader of one record.
    package init(_ outlook: Outlook) {
        self.outlook = outlook
        may = outlook.prospects.filter { $0.obstacle == nil }.map(\.rule)
        mayNot = outlook.prospects.compactMap { prospect in prospect.obstacle.map { (prospect.rule, $0) } }
    }

    private var record: RecordView { outlook.record }

    /// In lines: what is due, each event that may be recorded with what it needs now, then what stands in the way of others.
    package var text: String { heading + due + offered + barred + elsewhere }

    private var heading: String {
        guard let state = record.state else { return record.heading + "\n" }
        return wrapped(record.stateWords ?? "", after: record.heading + " in \(state.rawValue): ", indent: 2)
    }

    private var due: String {
        outlook.deadlines.isEmpty ? "" : "\nDue on it:\n" + outlook.deadlines.ownLines
    }

    private var offered: String {
        guard !may.isEmpty else { return "\nNothing can be recorded of it now by you.\n" }
        let opening =
            record.isReceiving == nil
            ? "May be recorded now:" : "May be recorded, if it stands where that may be, which is not open to you:"
        let width = may.map(\.event.count).max() ?? 0
        return "\n\(opening)\n" + may.map { $0.brief(width) }.joined()
            + wrapped(
                "All that one of them may carry: dalesway next \(record.reference.text) EVENT", after: "  ", indent: 2)
    }

    private var barred: String {
        let barred = mayNot.filter { !isElsewhere($0) }
        guard !barred.isEmpty else { return "" }
        return "\nMay not, and why:\n" + barred.map { refuse($0.rule, $0.obstacle) }.joined()
    }

    private var elsewhere: String {
        let names = mayNot.filter(isElsewhere).map(\.rule.event)
        guard !names.isEmpty else { return "" }
        return "\n" + wrapped("Not from this state: \(names.joined(separator: ", ")).", after: "", indent: 2)
    }

    /// Whether nothing but the record's state stands in the way.
    private func isElsewhere(_ prospect: (rule: Rule, obstacle: Refusal)) -> Bool {
        record.state.map { state in !prospect.rule.from.contains(state) } ?? false
    }

    private func refuse(_ rule: Rule, _ obstacle: Refusal) -> String {
        let hindrances = outlook.hindrances[rule.id] ?? []
        // What hangs on other records is said with their names, and not twice.
        let told = Set(hindrances.map(\.words))
        let missing = obstacle.missing.filter { !told.contains($0) } + hindrances.map(\.sentence)
        let who = obstacle.who.isEmpty ? "" : "  can be put right by: \(obstacle.who.joined(separator: ", "));"
        let lead = String(repeating: " ", count: 6)
        return wrapped(obstacle.why, after: "  \(rule.event)  ", indent: 6)
            + missing.map { wrapped("needed: \($0)", after: lead, indent: 8) }.joined()
            + wrapped("\(who) \(rule.ground)", after: lead, indent: 8)
    }

    /// One event in full: what it is, every field, who decides and approves, the time limit and where the rule comes from;
    /// nil if the record's lifecycle has no such event.
    package func text(of event: String) -> String? {
        guard let prospect = outlook.prospects.first(where: { $0.rule.event == event }) else { return nil }
        let rule = prospect.rule
        let state = wrapped("\(rule.event): \(rule.words)", after: "", indent: 2)
        let verdict = prospect.obstacle.map { "\nMay not be recorded now:\n" + refuse(rule, $0) }
        return heading + "\n" + state + rule.full + (verdict ?? "\nMay be recorded now by you.\n")
    }

    /// As an object: `may` and `mayNot`, each event with its rule, and what is due.
    package var json: JSON { json(may, mayNot) }

    /// The same of one event alone; nil if the record's lifecycle has no such event.
    package func json(of event: String) -> JSON? {
        guard outlook.prospects.contains(where: { $0.rule.event == event }) else { return nil }
        return json(may.filter { $0.event == event }, mayNot.filter { $0.rule.event == event })
    }

    private func json(_ may: [Rule], _ mayNot: [(rule: Rule, obstacle: Refusal)]) -> JSON {
        [
            "ref": .text(record.reference.text), "state": JSON(record.state?.rawValue),
            "stateWords": JSON(record.stateWords), "may": JSON(may.map(\.prospect)),
            "mayNot": JSON(
                mayNot.map { rule, obstacle in
                    [
                        "event": .text(rule.event), "rule": .text(rule.id), "refused": obstacle.json,
                        "words": .text(rule.words), "source": .text(rule.source), "law": .flag(rule.law),
                        "hindrances": JSON((outlook.hindrances[rule.id] ?? []).map(\.json)),
                    ]
                }),
            "due": JSON(outlook.deadlines.map(\.json)),
        ]
    }
}

extension Hindrance {
    /// The condition, and the records on which it hangs, those of one state together.
    fileprivate var sentence: String {
        let states = records.map(\.state).reduce(into: [State]()) { if !$0.contains($1) { $0.append($1) } }
        let standing = states.map { state in
            let all = records.filter { $0.state == state }.map(\.reference.text)
            let more = all.count > Self.most ? " and \(all.count - Self.most) more" : ""
            return all.prefix(Self.most).joined(separator: ", ") + more
                + (all.count == 1 ? " is " : " are ") + state.rawValue
        }
        if let wanted { return "\(words): there is no such \(wanted.rawValue) yet" }
        return standing.isEmpty ? words : "\(words): \(standing.joined(separator: "; "))"
    }

    /// How many records of one state are named.
    private static let most = 6

    fileprivate var json: JSON {
        [
            "words": .text(words),
            "records": JSON(records.map { ["ref": .text($0.reference.text), "state": .text($0.state.rawValue)] }),
            "wanted": JSON(wanted?.rawValue),
        ]
    }
}

extension Refusal {
    /// The refusal as an object: the rule, why, what is missing and who can supply it.
    package var json: JSON {
        ["rule": .text(rule), "why": .text(why), "missing": JSON(missing), "who": JSON(who)]
    }
}
