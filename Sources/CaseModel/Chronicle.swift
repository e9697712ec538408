// What a life says to the figures: what was so on which days, as believed on which days.
package import Lifecycle

/// The spans of one record, folded from its events over everything that was ever believed of it.
package struct Chronicle {
    private let dossier: Dossier
    private let machine: Machine?
    private let number: (Reference) -> Int64?
    private let prefix: String
    private let goLive: Day

    /// Which way of folding this is: a store whose spans an earlier one made has them folded anew.
    package static let edition = 2

    /// - Parameters:
    ///   - goLive: the first day whose events owe what they lack to somebody; nil: none does.
    ///   - number: the record number that a reference stands for.
    package init(_ dossier: Dossier, goLive: Day? = nil, number: @escaping (Reference) -> Int64?) {
        self.dossier = dossier
        self.number = number
        self.goLive = goLive ?? Span.open
        machine = dossier.machine
        prefix =
            switch dossier.facts["role"] ?? RecordShape.standard("role", of: dossier.reference.kind) {
            case .choice(let role) where dossier.reference.kind == .charge:
                "\(MachineID.b3.rawValue)/\(role)"
            case .text, .day, .choice, .reference, .count, .flag, nil: dossier.machine?.id.rawValue ?? ""
            }
    }

    /// Every span, in a fixed order.
    package var spans: [Span] {
        let believed = dossier.events.indices.filter { belief($0) != nil }
            .sorted { dossier.events[$0].place < dossier.events[$1].place }
        let ordered = dossier.hasSupplements ? believed.filter { dossier.events[$0].supplements == nil } : believed
        let linking = believed.filter { dossier.events[$0].movesLinks }
        let trials = dossier.reference.kind == .prosecution ? believed : []
        let spans =
            (dossier.hasSupplements ? threaded(believed, stays) : inOrder(ordered) ?? threaded(ordered, stays))
            + marks(ordered) + threaded(linking, links)
            + threaded(trials, plans) + owed(dossier, from: goLive)
        // What came and went twice on one day is said once.
        var brief: Set<Span> = []
        let told = spans.filter { $0.knownFrom < $0.knownTo && ($0.from < $0.to || brief.insert($0).inserted) }
        return told.sorted {
            ($0.knownFrom, $0.from, $0.to, $0.code) < ($1.knownFrom, $1.from, $1.to, $1.code)
        }
    }

    /// The days on which an event is believed; nil if it was known to be wrong before it could be believed.
    func belief(_ index: Int) -> Range<Day>? {
        let event = dossier.events[index]
        guard let day = event.believedFrom else { return nil }
        let from = max(day, dossier.known)
        let to = max(event.struck ?? Span.open, dossier.known)
        guard let original = event.supplements else { return from < to ? from..<to : nil }
        // What was supplied is believed while the event is to which it was supplied.
        guard let days = dossier.events.firstIndex(where: { $0.seq == original }).flatMap({ belief($0) }) else {
            return nil
        }
        let (first, last) = (max(from, days.lowerBound), min(to, days.upperBound))
        return first < last ? first..<last : nil
    }

    /// What was believed day by day, put together: what goes on being believed goes on, the rest ends.
    private func threaded(_ events: [Int], _ fold: ([Int]) -> [Span]) -> [Span] {
        let events = events.compactMap { index in belief(index).map { (index: index, days: $0) } }
        guard !events.isEmpty else { return fold([]).map { $0.believed(from: dossier.known, to: Span.open) } }
        let changes = Set(events.flatMap { [$0.days.lowerBound, $0.days.upperBound] } + [dossier.known])
        var open: [Span: Day] = [:]
        var done: [Span] = []
        for day in changes.sorted() where day < Span.open {
            let believed = Set(fold(events.filter { $0.days.contains(day) }.map(\.index)))
            for (span, since) in open where !believed.contains(span) {
                done.append(span.believed(from: since, to: day))
                open[span] = nil
            }
            for span in believed where open[span] == nil { open[span] = day }
        }
        return done + open.map { $0.key.believed(from: $0.value, to: Span.open) }
    }

    /// The course of a life that became known in the order in which it happened, and of which nothing was struck.
    ///
    /// That is the common case, put together in one walk; nil for any other.
    private func inOrder(_ events: [Int]) -> [Span]? {
        guard let machine else { return [] }
        var days: [Day] = []
        days.reserveCapacity(events.count)
        for index in events {
            guard let belief = belief(index), belief.upperBound == Span.open,
                belief.lowerBound >= days.last ?? dossier.known
            else { return nil }
            days.append(belief.lowerBound)
        }
        var course = course(machine)
        var spans: [Span] = []
        var going = course.ahead.map { $0.believed(from: dossier.known, to: Span.open) }
        for (index, day) in zip(events, days) {
            let ended = course.take(dossier.events[index], at: index).map { $0.believed(from: day, to: Span.open) }
            let ahead = course.ahead.map { $0.believed(from: day, to: Span.open) }
            // What was believed already goes on being believed; what is said no more was believed to this day.
            let merged = (ended + ahead).map { span in going.first { $0.says(span) } ?? span }
            for span in going where !merged.contains(span) {
                spans.append(span.believed(from: span.knownFrom, to: day))
            }
            spans += merged.prefix(ended.count)
            going = Array(merged.dropFirst(ended.count))
        }
        return spans + going
    }

    private func stays(_ events: [Int]) -> [Span] {
        guard let machine else { return [] }
        var course = course(machine)
        var spans: [Span] = []
        for index in events where dossier.events[index].supplements == nil {
            var event = dossier.events[index]
            if dossier.hasSupplements { event.fields = dossier.fields(of: index, among: events) }
            spans += course.take(event, at: index)
        }
        return spans + course.ahead
    }

    private func course(_ machine: Machine) -> Course {
        Course(dossier, machine, prefix: prefix) { dossier.events[$0].seq }
    }

    private func marks(_ events: [Int]) -> [Span] {
        guard let machine else { return [] }
        return events.compactMap { index in
            let event = dossier.events[index]
            guard let belief = belief(index), machine.marks(event.name) else { return nil }
            let day = event.when.last
            return Span(
                "\(prefix)@\(event.name)", from: day, to: day, knownFrom: belief.lowerBound,
                knownTo: belief.upperBound, ranged: event.when.isRanged)
        }
    }

    private func links(_ events: [Int]) -> [Span] {
        let head = dossier.reference.kind.prefix
        var spans: [Span] = []
        for link in RecordShape.eventLinks(of: dossier.reference.kind) {
            var target = dossier.links[link.name]
            var since = dossier.begun
            for index in events {
                let event = dossier.events[index]
                guard let next = event.given[link.name]?.reference.flatMap(number), next != target else { continue }
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
            let trials = events.filter { dossier.events[$0].supplements == nil }
                .map { (day: dossier.events[$0].when.last, fields: dossier.fields(of: $0, among: events)) }
                .filter { $0.fields["trial_no"] != nil }
            return trials.indices.map { place in
                let (day, fields) = trials[place]
                var span = plan("D3:trial", "start", "start", fields, from: day)
                span.to = place + 1 < trials.count ? trials[place + 1].day : Span.open
                span.low = fields.count("weeks")
                span.high = fields.count("trial_no")
                return span
            }
        case .investigation, .crime, .person, .suspect, .custody, .charge, .victim, .support, .advice, .duty, .review,
            .information, .retention, .request, .allocation, .allegation, .aggregate:
            return []
        }
    }

    private func plan(_ code: String, _ first: String, _ last: String, _ fields: [String: FieldValue], from: Day)
        -> Span
    {
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
    /// Whether the other says the same, whenever either was believed.
    fileprivate func says(_ other: Span) -> Bool {
        from == other.from && to == other.to && code == other.code && windowTo == other.windowTo
            && ranged == other.ranged && target == other.target && windowFrom == other.windowFrom && low == other.low
    }

    /// The same, believed from one day to another.
    fileprivate func believed(from: Day, to: Day) -> Span {
        var span = self
        (span.knownFrom, span.knownTo) = (from, to)
        return span
    }
}

extension Machine {
    /// Whether a figure counts events of that name.
    fileprivate func marks(_ event: String) -> Bool { Self.marking[id]?.contains(event) ?? false }

    private static let marking: [MachineID: Set<String>] = {
        var marking: [MachineID: Set<String>] = [:]
        for rule in RuleBook.current.machines.flatMap(\.rules) where !rule.marks.isEmpty {
            marking[rule.machine, default: []].insert(rule.event)
        }
        return marking
    }()
}
