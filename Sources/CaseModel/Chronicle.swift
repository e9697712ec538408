// What a life says to the figures: what was so on which days, as believed on which days.
package import Lifecycle

/// The spans of one record, folded from its events over everything that was ever believed of it.
package struct Chronicle {
    private let dossier: Dossier
    private let machine: Machine?
    private let number: (Reference) -> Int64?
    private let prefix: String

    /// - Parameter number: the record number that a reference stands for.
    package init(_ dossier: Dossier, number: @escaping (Reference) -> Int64?) {
        self.dossier = dossier
        self.number = number
        machine = dossier.machine
        prefix =
            switch dossier.facts["role"] ?? RecordShape.of(dossier.reference.kind).standard("role") {
            case .choice(let role) where dossier.reference.kind == .charge:
                "\(MachineID.b3.rawValue)/\(role)"
            case .text, .day, .choice, .reference, .count, .flag, nil: dossier.machine?.id.rawValue ?? ""
            }
    }

    /// Every span, in a fixed order.
    package var spans: [Span] {
        let ordered = dossier.events.indices.sorted { dossier.events[$0].place < dossier.events[$1].place }
        var changes: Set<Day> = [dossier.known]
        for event in dossier.events {
            if let day = event.believedFrom { changes.insert(max(day, dossier.known)) }
            if let day = event.struck { changes.insert(max(day, dossier.known)) }
        }
        let days = changes.sorted()
        var open: [Span: Day] = [:]
        var done: [Span] = []
        for day in days {
            let believed = Set(believed(on: day, ordered))
            for (span, since) in open where !believed.contains(span) {
                done.append(span.believed(from: since, to: day))
                open[span] = nil
            }
            for span in believed where open[span] == nil { open[span] = day }
        }
        done += open.map { $0.key.believed(from: $0.value, to: Span.open) }
        return done.filter { $0.knownFrom < $0.knownTo }.sorted {
            ($0.knownFrom, $0.from, $0.to, $0.code) < ($1.knownFrom, $1.from, $1.to, $1.code)
        }
    }

    /// What was believed at the end of a day; its own interval of belief is left open.
    private func believed(on day: Day, _ ordered: [Int]) -> [Span] {
        let events = ordered.filter { index in
            let event = dossier.events[index]
            guard let from = event.believedFrom, from <= day else { return false }
            return event.struck.map { $0 > day } ?? true
        }
        return stays(events) + marks(events) + links(events) + plans(events)
    }

    private func stays(_ events: [Int]) -> [Span] {
        guard let machine else { return [] }
        var spans: [Span] = []
        var past = [machine.initial]
        var since = dossier.begun
        var ranged = false
        for index in events {
            let event = dossier.events[index]
            let next = machine.leads(event, from: past[past.count - 1], past: past, begunOn: dossier.begun)
            if next != past[past.count - 1] {
                let until = max(since, event.when.last)
                spans.append(stay(past[past.count - 1], from: since, to: until, ranged))
                (since, ranged) = (until, event.when.isRanged)
            }
            past.append(next)
        }
        return spans + [stay(past[past.count - 1], from: since, to: Span.open, ranged)]
    }

    private func stay(_ state: State, from: Day, to: Day, _ ranged: Bool) -> Span {
        Span("\(prefix):\(state.rawValue)", from: from, to: to, knownFrom: from, ranged: ranged)
    }

    private func marks(_ events: [Int]) -> [Span] {
        events.compactMap { index in
            let event = dossier.events[index]
            guard let machine, machine.rules(for: event.name).contains(where: { !$0.marks.isEmpty }) else { return nil }
            let day = event.when.last
            return Span("\(prefix)@\(event.name)", from: day, to: day, knownFrom: day, ranged: event.when.isRanged)
        }
    }

    private func links(_ events: [Int]) -> [Span] {
        let head = dossier.reference.kind.prefix
        var spans: [Span] = []
        for link in RecordShape.of(dossier.reference.kind).eventLinks {
            var target = dossier.links[link.name]
            var since = dossier.begun
            for index in events {
                let event = dossier.events[index]
                guard let next = event.fields[link.name]?.reference.flatMap(number), next != target else { continue }
                let until = max(since, event.when.last)
                if let target { spans.append(self.link("\(head)>\(link.name)", target, from: since, to: until)) }
                (target, since) = (next, until)
            }
            if let target { spans.append(self.link("\(head)>\(link.name)", target, from: since, to: Span.open)) }
        }
        return spans
    }

    private func link(_ code: String, _ target: Int64, from: Day, to: Day) -> Span {
        Span(code, from: from, to: to, knownFrom: from, target: target)
    }

    private func plans(_ events: [Int]) -> [Span] {
        switch dossier.reference.kind {
        case .phase:
            return [plan("PHA", "window_from", "window_to", dossier.facts, from: dossier.begun)]
        case .submission:
            return [plan("D2:planned", "planned", "planned", dossier.facts, from: dossier.begun)]
        case .post:
            guard case .choice(let role) = dossier.facts["role"] else { return [] }
            let until = max(dossier.begun, dossier.facts["until"]?.day ?? Span.open)
            return [Span("POS:\(role)", from: dossier.begun, to: until, knownFrom: dossier.begun)]
        case .prosecution:
            let trials = events.filter { dossier.events[$0].fields["trial_no"] != nil }
            return trials.indices.map { place in
                let event = dossier.events[trials[place]]
                let until = place + 1 < trials.count ? dossier.events[trials[place + 1]].when.last : Span.open
                var span = plan("D3:trial", "start", "start", event.fields, from: event.when.last)
                span.to = until
                span.low = event.fields.count("weeks")
                span.high = event.fields.count("trial_no")
                return span
            }
        case .investigation, .crime, .person, .suspect, .custody, .charge, .victim, .support, .advice:
            return []
        }
    }

    private func plan(_ code: String, _ first: String, _ last: String, _ fields: [String: FieldValue], from: Day) -> Span {
        Span(
            code, from: from, knownFrom: from, windowFrom: fields[first]?.day, windowTo: fields[last]?.day,
            low: fields.count("low"), high: fields.count("high"))
    }
}

extension [String: FieldValue] {
    /// The count given under a name.
    fileprivate func count(_ name: String) -> Int? {
        if case .count(let count) = self[name] { count } else { nil }
    }
}

extension Span {
    /// The same, believed from one day to another.
    fileprivate func believed(from: Day, to: Day) -> Span {
        var span = self
        (span.knownFrom, span.knownTo) = (from, to)
        return span
    }
}
