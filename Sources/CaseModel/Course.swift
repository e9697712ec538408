// A life told from its beginning: the stays in its states and the deadlines that stood, event by event.
import Lifecycle

/// What the events of a record tell the figures and the clocks, as far as they were taken in.
struct Course {
    private let machine: Machine
    private let begun: Day
    private let prefix: String
    private var past: [State]
    private var here: State
    private var code: String
    private var since: Day
    private var isRanged = false
    private var clockwork: Clockwork?
    private var lapse: Lapse?
    /// The numbers in the order of recording of the events that clocks were set by.
    private let seq: (Int) -> Int64

    /// A record's course before its first event.
    ///
    /// - Parameters:
    ///   - prefix: what the codes of its stays begin with.
    ///   - seq: the order of recording of an event, by its place in the dossier.
    init(_ dossier: Dossier, _ machine: Machine, prefix: String, seq: @escaping (Int) -> Int64) {
        self.machine = machine
        self.prefix = prefix
        self.seq = seq
        begun = dossier.begun
        past = [machine.initial]
        here = machine.initial
        code = "\(prefix):\(here.rawValue)"
        since = dossier.begun
        clockwork = Clockwork(machine, begunOn: dossier.begun, facts: dossier.facts)
        lapse = clockwork?.lapse(at: here)
    }

    /// Takes in the next event.
    ///
    /// - Returns: what it brought to an end.
    mutating func take(_ event: Event, at index: Int) -> [Span] {
        var ended: [Span] = []
        while let lapse, lapse.day <= event.when.last { pass(lapse, &ended) }
        let next = machine.leads(event, from: here, past: past, begunOn: begun)
        let from = here
        past.append(next)
        move(to: next, on: event.when.last, event.when.isRanged, &ended)
        guard clockwork != nil else { return ended }
        clockwork?.follow(
            Turn(event.name, on: event.when.last, fields: event.fields, from: from, to: next, place: index))
        settle(&ended)
        return ended
    }

    /// What goes on, and what the passing of days will make of it.
    var ahead: [Span] {
        guard let lapse else { return going }
        var later = self
        var spans: [Span] = []
        later.pass(lapse, &spans)
        return spans + later.ahead
    }

    private var going: [Span] {
        let stay = Span(code, from: since, knownFrom: since, ranged: isRanged)
        guard let clockwork, !clockwork.standing.isEmpty else { return [stay] }
        return [stay] + clockwork.standing.compactMap(span)
    }

    private mutating func pass(_ lapse: Lapse, _ ended: inout [Span]) {
        let from = here
        past.append(lapse.to)
        move(to: lapse.to, on: lapse.day, false, &ended)
        clockwork?.pass(lapse, from: from)
        settle(&ended)
    }

    private mutating func move(to next: State, on day: Day, _ ranged: Bool, _ ended: inout [Span]) {
        guard next != here else { return }
        let until = max(since, day)
        ended.append(Span(code, from: since, to: until, knownFrom: since, ranged: isRanged))
        (here, since, isRanged) = (next, until, ranged)
        code = "\(prefix):\(next.rawValue)"
    }

    private mutating func settle(_ ended: inout [Span]) {
        guard let clockwork else { return }
        for deadline in clockwork.stopped {
            if let span = span(deadline) { ended.append(span) }
        }
        lapse = clockwork.lapse(at: here)
    }

    /// A deadline as a span; nil for one that was over on the day on which it began.
    private func span(_ deadline: Deadline) -> Span? {
        let until = deadline.until ?? Span.open
        guard until > deadline.from else { return nil }
        return Span(
            Span.code(of: deadline), from: deadline.from, to: until, knownFrom: deadline.from,
            target: deadline.event.map(seq), windowFrom: deadline.counted, windowTo: deadline.due, low: deadline.left)
    }
}

extension Span {
    /// The code of a deadline's span: `due/CLOCK`, or `still/CLOCK` for a clock that stands still.
    fileprivate static func code(of deadline: Deadline) -> String {
        (deadline.left == nil ? dueCodes : stillCodes)[deadline.clock] ?? ""
    }

    private static let dueCodes = Dictionary(uniqueKeysWithValues: Clock.all.map { ($0.id, "due/\($0.id)") })
    private static let stillCodes = Dictionary(uniqueKeysWithValues: Clock.all.map { ($0.id, "still/\($0.id)") })
}
