// What single events still ask of somebody: fields to supply, a breach to review, an approval to give.
import Lifecycle

extension Chronicle {
    /// The deadlines that events of a record set, whatever came after them; none for what happened before `goLive`.
    func owed(_ dossier: Dossier, from goLive: Day) -> [Span] {
        var spans: [Span] = []
        for event in dossier.events where event.when.last >= goLive {
            let since = max(event.known, dossier.known)
            let struck = max(event.struck ?? Span.open, dossier.known)
            if let believed = event.believedFrom, !event.derived {
                spans += later(event, since: since, believed: max(believed, dossier.known)..<max(struck, believed))
            }
            if event.asHappened {
                spans += awaiting("due/breach", event, since: since, struck: struck, approved: event.approved)
            }
            if event.needsApproval {
                spans += awaiting("due/held", event, since: since, struck: struck, approved: event.approved)
            }
        }
        return spans
    }

    /// What an event lacks of what may be supplied later.
    private func later(_ event: Event, since: Day, believed: Range<Day>) -> [Span] {
        guard let owed = Self.later[event.rule], !believed.isEmpty else { return [] }
        let due = owed.filter { event.fields[$0] == nil }.map { Rule.last(toSupply: $0, of: since) }.min()
        guard let due else { return [] }
        return [
            Span(
                "due/later", from: since, knownFrom: believed.lowerBound, knownTo: believed.upperBound,
                target: event.seq, windowFrom: since.adding(days: 1), windowTo: due)
        ]
    }

    /// That an event waits for a second person, who came on a day or has not come yet.
    private func awaiting(_ code: String, _ event: Event, since: Day, struck: Day, approved: Day?) -> [Span] {
        let due = since.lastToApprove
        func span(to: Day, known: Range<Day>) -> Span {
            Span(
                code, from: since, to: to, knownFrom: known.lowerBound, knownTo: known.upperBound, target: event.seq,
                windowFrom: since.adding(days: 1), windowTo: due)
        }
        let seen = min(max(approved ?? Span.open, since), max(struck, since))
        var spans: [Span] = []
        if since < seen { spans.append(span(to: Span.open, known: since..<seen)) }
        if let approved, since < approved, seen < struck { spans.append(span(to: approved, known: seen..<struck)) }
        return spans
    }

    /// The fields that may be supplied later, by the rule that asks for them.
    private static let later: [String: [String]] = {
        var later: [String: [String]] = [:]
        for rule in RuleBook.current.machines.flatMap(\.rules) where rule.kind != .derived {
            let fields = rule.owed([String]()).map(\.field)
            if !fields.isEmpty { later[rule.id] = fields }
        }
        return later
    }()
}
