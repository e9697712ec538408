// The clock of a request for one's own data: one month, two more, standing still while it is made clear.

/// The time for an answer (Data Protection Act 2018 s.54, as amended by the Data (Use and Access) Act 2025 s.76).
struct RequestClock: Sendable {
    /// The day from which it runs: of the request, or of the proof of who asks.
    private var relevant: Day
    private var isExtended = false
    /// The days for which it stood still.
    private var stood = 0
    private var phase = Phase.running
    private var event: Int?

    private enum Phase: Equatable {
        case running
        /// It begins only when it is known who asks.
        case waiting
        /// It stands still since that day, until the request is made clear.
        case still(Day)
        case over
    }

    /// From this day on the time to make a request clear does not count (SI 2026/82).
    private static let stops = Day(number: Day.number(year: 2026, month: 2, day: 5))
    /// Until the day before this one there were 40 days (Data Protection Act 1998 s.7).
    private static let months = Day(number: Day.number(year: 2018, month: 5, day: 25))
    private static let open: Set<State> = ["RECEIVED", "ID_CHECK", "CLARIFY", "IN_PROGRESS", "EXTENDED"]

    /// The lengths that it may have.
    static let terms = [
        Term(["RECEIVED", "CLARIFY", "IN_PROGRESS"], begun: InForce(from: months), .months(1)),
        Term(["EXTENDED"], begun: InForce(from: months), .months(3)),
        Term([], begun: InForce(to: months.adding(days: -1)), .days(40)),
    ]

    init(begunOn begun: Day) { relevant = begun }

    /// Takes in what happened next.
    mutating func follow(_ turn: Turn) {
        guard turn.from != turn.to else { return }
        event = turn.place
        if phase == .over { (relevant, isExtended, stood) = (turn.day, false, 0) }
        if case .still(let since) = phase { stood += max(0, turn.day.number - since.number) }
        if phase == .waiting, Self.open.contains(turn.to) { relevant = max(relevant, turn.day) }
        if turn.to == "EXTENDED" { isExtended = true }
        phase =
            if !Self.open.contains(turn.to) {
                .over
            } else if turn.to == "ID_CHECK" {
                .waiting
            } else if turn.to == "CLARIFY", turn.day >= Self.stops {
                .still(turn.day)
            } else {
                .running
            }
    }

    /// What the clock says now.
    var now: Running? {
        switch phase {
        case .waiting, .over: nil
        case .running: Running(counted: relevant, due: due, event: event)
        case .still(let since): Running(counted: since, left: max(0, due.number - since.number + 1), event: event)
        }
    }

    private var due: Day {
        let period = relevant < Self.months ? Period.days(40) : .months(isExtended ? 3 : 1)
        return period.last(after: relevant).adding(days: stood)
    }
}
