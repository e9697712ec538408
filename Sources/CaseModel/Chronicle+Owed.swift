// What single events still ask of somebody: fields to supply, a breach to review, an approval to give.
import Lifecycle

extension Chronicle {
    /// The deadlines that events of a record set, whatever came after them; none for what happened before `goLive`.
    func owed(_ dossier: Dossier, from goLive: Day) -> [Span] {
        var spans: [Span] = []
        for (index, event) in dossier.events.enumerated()
        where (event.supplements == nil || event.isMark) && !event.derived {
            let since = max(event.known, dossier.known)
            let struck = max(event.struck ?? Span.open, dossier.known)
            // A mark is of the day on which the change was accepted that left an event against the rules.
            guard (event.isMark ? since : event.when.last) >= goLive else { continue }
            if !event.isMark { spans += later(dossier, index, since: since) }
            if event.asHappened {
                spans += awaiting("due/breach", event, since: since, struck: struck, approved: event.approved)
            }
            if event.needsApproval {
                spans += awaiting("due/held", event, since: since, struck: struck, approved: event.approved)
            }
        }
        return spans
    }

    /// What an event lacks of what may be supplied later, as long as it lacks it.
    private func later(_ dossier: Dossier, _ index: Int, since: Day) -> [Span] {
        let event = dossier.events[index]
        guard let owed = Self.later[event.rule], let believed = belief(index) else { return [] }
        let missing = owed.filter { event.given[$0] == nil }
        guard let first = missing.map({ Rule.last(toSupply: $0, of: since) }).min() else { return [] }
        func span(to: Day, due: Day, known: Range<Day>) -> Span {
            Span(
                "due/later", from: since, to: to, knownFrom: known.lowerBound, knownTo: known.upperBound,
                target: event.seq, windowFrom: since.adding(days: 1), windowTo: due)
        }
        let supplies = dossier.supplements(to: index).compactMap { place in belief(place).map { (place, $0) } }
        guard !supplies.isEmpty else { return [span(to: Span.open, due: first, known: believed)] }
        var spans: [Span] = []
        let changes = Set(supplies.flatMap { [$0.1.lowerBound, $0.1.upperBound] } + [believed.lowerBound])
        let days = changes.filter { believed.contains($0) }.sorted()
        for (place, day) in days.enumerated() {
            let known = day..<(place + 1 < days.count ? days[place + 1] : believed.upperBound)
            let there = supplies.filter { $0.1.contains(day) }
            let given = Set(there.flatMap { dossier.events[$0.0].fields.keys })
            let left = missing.filter { !given.contains($0) }.map { Rule.last(toSupply: $0, of: since) }
            if let due = left.min() {
                spans.append(span(to: Span.open, due: due, known: known))
            } else if let until = there.map({ dossier.events[$0.0].known }).max(), until > since {
                spans.append(span(to: until, due: first, known: known))
            }
        }
        return spans
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
