// All the clocks of one record, followed event by event.

/// The clocks of one record: what runs now, what has stopped, and what will follow by the mere passing of days.
///
/// It is given the events that stand, in their order, with the states that they found and left; where the passing of days
/// comes first, ``lapse(at:)`` says so and ``pass(_:from:)`` takes it in.
package struct Clockwork: Sendable {
    private let begun: Day
    private var clocks: [(part: Part, reckoner: Reckoner)]
    /// What runs or stands still now.
    package private(set) var standing: [Deadline] = []
    /// What stopped at the last turn.
    package private(set) var stopped: [Deadline] = []
    private var last: Day

    /// The clocks of a record of that machine that begins on that day; nil where such records have none.
    package init?(_ machine: Machine, begunOn begun: Day, facts: [String: FieldValue]) {
        guard let parts = Part.of[machine.id] else { return nil }
        self.begun = begun
        last = begun
        clocks = []
        clocks.reserveCapacity(parts.count)
        for part in parts {
            guard let reckoner = Reckoner(part.reckoning, begunOn: begun, facts: facts, at: machine.initial) else {
                continue
            }
            clocks.append((part, reckoner))
        }
        compare(on: begun)
    }

    /// Takes in the next event.
    package mutating func follow(_ turn: Turn) {
        for index in clocks.indices { clocks[index].reckoner.follow(turn) }
        last = max(last, turn.day)
        compare(on: turn.day)
    }

    /// What will follow by the mere passing of days, if no event comes first; nil if nothing will.
    package func lapse(at state: State) -> Lapse? {
        var first: Lapse?
        for (part, reckoner) in clocks {
            guard let timer = part.timer, timer.from.contains(state), timer.inForce.contains(begun) else {
                continue
            }
            guard let now = reckoner.now, let due = now.due, now.rests == nil else { continue }
            let day = max(due.adding(days: timer.onTheDay ? 0 : 1), last.adding(days: 1))
            if first.map({ day < $0.day }) ?? true { first = Lapse(day: day, rule: timer.rule, to: timer.to) }
        }
        return first
    }

    /// Takes in that the passing of days moved the record.
    package mutating func pass(_ lapse: Lapse, from state: State) {
        follow(Turn("", on: lapse.day, from: state, to: lapse.to))
    }

    /// Holds what the clocks say against what they said before.
    private mutating func compare(on day: Day) {
        stopped.removeAll(keepingCapacity: true)
        for (part, reckoner) in clocks {
            let place = standing.firstIndex { $0.clock == part.id }
            guard let now = reckoner.now else {
                if let place { stop(place, on: day) }
                continue
            }
            if let place {
                let was = standing[place]
                if was.counted == now.counted, was.due == now.due, was.left == now.left, was.until == now.rests {
                    continue
                }
                stop(place, on: day)
            }
            standing.append(
                Deadline(
                    part.id, from: day, counted: now.counted, due: now.due, left: now.left, until: now.rests,
                    event: now.event))
        }
    }

    private mutating func stop(_ place: Int, on day: Day) {
        var deadline = standing.remove(at: place)
        deadline.until = max(deadline.from, min(day, deadline.until ?? day))
        stopped.append(deadline)
    }
}

/// What every record's clocks share: a clock and the timer that hangs on it, found once.
private final class Part: Sendable {
    let id: String
    let reckoning: Clock.Reckoning
    let timer: Timer?

    init(_ clock: Clock) {
        id = clock.id
        reckoning = clock.reckoning
        timer = clock.rule.flatMap { RuleBook.current.rule($0) }.flatMap { Timer($0, of: clock) }
    }

    static let of: [MachineID: [Part]] = Dictionary(
        grouping: Clock.all.compactMap { clock in clock.machine.map { ($0, Part(clock)) } }, by: \.0
    ).mapValues { $0.map(\.1) }
}

/// A timer rule, as far as its clock needs it.
private struct Timer: Sendable {
    let rule: String
    let from: [State]
    let to: State
    let inForce: InForce
    let onTheDay: Bool

    init?(_ rule: Rule, of clock: Clock) {
        guard rule.timer, let to = rule.to.first else { return nil }
        self.rule = rule.id
        self.to = to.state
        from = rule.from
        inForce = rule.inForce
        if case .stay(let stay) = clock.reckoning { onTheDay = stay.lapsesOnTheDay } else { onTheDay = false }
    }
}

/// How one clock of a record is reckoned.
private enum Reckoner: Sendable {
    case bail(BailClock)
    case duty(DutyClock)
    case request(RequestClock)
    case stay(StayClock)
    /// None, while it is being changed.
    case taken

    init?(_ reckoning: Clock.Reckoning, begunOn begun: Day, facts: [String: FieldValue], at initial: State) {
        switch reckoning {
        case .bail:
            guard let clock = BailClock(arrestOn: begun) else { return nil }
            self = .bail(clock)
        case .duty: self = .duty(DutyClock(begunOn: begun, facts: facts))
        case .request: self = .request(RequestClock(begunOn: begun))
        case .stay(let stay):
            guard let clock = StayClock(stay, begunOn: begun, facts: facts, at: initial) else { return nil }
            self = .stay(clock)
        case .event: return nil
        }
    }

    mutating func follow(_ turn: Turn) {
        switch self {
        case .bail(var clock):
            // Let go first, so that what it holds is changed in place.
            self = .taken
            clock.follow(turn)
            self = .bail(clock)
        case .duty(var clock):
            clock.follow(turn)
            self = .duty(clock)
        case .request(var clock):
            clock.follow(turn)
            self = .request(clock)
        case .stay(var clock):
            clock.follow(turn)
            self = .stay(clock)
        case .taken: break
        }
    }

    var now: Running? {
        switch self {
        case .bail(let clock): clock.now
        case .duty(let clock): clock.now
        case .request(let clock): clock.now
        case .stay(let clock): clock.now
        case .taken: nil
        }
    }
}
