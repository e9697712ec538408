// A clock that runs while a record stands in certain states.

/// A stay's clock, followed event by event.
struct StayClock: Sendable {
    private let stay: Clock.Stay
    private(set) var now: Running?

    /// The clock of a record that begins on that day; nil for one that has no such clock.
    init?(_ stay: Clock.Stay, begunOn begun: Day, facts: [String: FieldValue], at initial: State) {
        if let only = stay.only {
            guard case .choice(let value) = facts[only.fact], only.values.contains(value) else { return nil }
        }
        self.stay = stay
        guard stay.states.contains(initial), stay.begins.isEmpty else { return }
        if let fact = stay.fact, let day = facts[fact]?.day {
            now = Running(counted: begun, due: day)
        } else if let period = stay.period {
            now = Running(counted: begun.adding(days: 1), due: period.last(after: begun))
        }
    }

    /// Takes in what happened next.
    mutating func follow(_ turn: Turn) {
        guard stay.states.contains(turn.to), !stay.ends.contains(turn.event) else { return now = nil }
        let comes =
            stay.begins.isEmpty
            ? !stay.states.contains(turn.from) || stay.restarts.contains(turn.event) : stay.begins.contains(turn.event)
        let says = stay.given.isEmpty || stay.given.contains(turn.event)
        if says, let field = stay.field, let day = turn.fields[field]?.day {
            now = Running(counted: turn.day.adding(days: 1), due: day, event: turn.place)
        } else if comes || (!stay.across && turn.from != turn.to) {
            let period = comes || stay.begins.isEmpty ? stay.period : nil
            now = period.map {
                Running(counted: turn.day.adding(days: 1), due: $0.last(after: turn.day), event: turn.place)
            }
        }
    }
}
