// The bail period: which days of it run, and when it ends.

/// The applicable bail period of one arrest (PACE 1984 ss.47ZA-47ZM), followed event by event.
package struct BailClock: Sendable {
    private let regime: BailRegime
    /// The day after arrest, with which the period begins.
    private let start: Day
    private var phase = Phase.none
    /// When the period would end if it never stood still.
    private var nominal: Day
    /// The days for which it stood still, up to when it last ran.
    private var stood = 0
    private var isDesignated = false
    private var isReleased = false
    private var event: Int?
    /// The days that ran, each from its first to the first that did not; the last is open while it runs.
    private var runs: [(from: Day, to: Day?)] = []
    /// The days in hospital, likewise; the day of discharge is one of them.
    private var stays: [(from: Day, to: Day?)] = []

    /// What the period is doing.
    private enum Phase: Equatable {
        /// Nobody is on bail.
        case none
        case running
        /// It stands still since that day, while the prosecutor decides.
        case still(Day)
        /// A court has been asked in time, and it goes on until the court decides.
        case pending
    }

    /// The clock of a person who was arrested on that day; nil where no period runs by law.
    package init?(arrestOn day: Day) {
        guard let regime = BailRegime.of(arrestOn: day) else { return nil }
        self.regime = regime
        start = day.adding(days: 1)
        nominal = regime.first.last(beginningWith: start)
    }

    /// Takes in what happened next.
    package mutating func follow(_ turn: Turn) {
        let before = phase
        if turn.event == "enter_hospital" { stays.append((turn.day, nil)) }
        if turn.event == "leave_hospital", let last = stays.indices.last, stays[last].to == nil {
            stays[last].to = max(turn.day.adding(days: 1), stays[last].from)
        }
        if turn.from != turn.to { enter(turn) }
        let isHospital = turn.event == "enter_hospital" || turn.event == "leave_hospital"
        if phase != before || turn.from != turn.to || isHospital { event = turn.place }
    }

    private mutating func enter(_ turn: Turn) {
        switch turn.to {
        case "BAIL_DPP": stand(from: isReleased ? max(turn.day, start) : start)
        case "BAIL_DPP_FURTHER_INFO":
            run(from: max(turn.day, start))
            if turn.from == "BAIL_DPP" { leaveSevenDays(from: turn.day) }
        case "BAIL_APP_PENDING":
            run(from: max(turn.day, start))
            phase = .pending
        case "FAILED_TO_ATTEND", "BREACH_ARREST", "ABP_EXPIRED": break
        case _ where [State].bailOnTheClock.contains(turn.to):
            extend(turn)
            run(from: isReleased ? max(turn.day, start) : start)
        default: end(on: turn.day)
        }
        if phase != .none { isReleased = true }
    }

    /// The end that a state stands for; one that a court set is kept where the person comes back to it.
    private mutating func extend(_ turn: Turn) {
        isDesignated = isDesignated || BailRegime.designated.contains(turn.to)
        switch turn.to {
        case "BAIL_COURT1", "BAIL_COURTN":
            if let until = turn.fields["until"]?.day {
                // As the court gave it, whatever stood still before.
                nominal = until.adding(days: -stood)
                stays.removeAll { $0.to != nil }
            } else if turn.from == "BAIL_APP_PENDING" {
                let first = isDesignated ? regime.court.designated : regime.court.standard
                nominal =
                    turn.to == "BAIL_COURT1"
                    ? first.last(beginningWith: start)
                    : regime.again.last(beginningWith: nominal.adding(days: 1))
            }
        case _:
            nominal = (regime.extended[turn.to] ?? regime.first).last(beginningWith: start)
        }
    }

    private mutating func run(from day: Day) {
        if case .still(let since) = phase { stood += max(0, day.number - since.number) }
        if runs.last.map({ $0.to != nil }) ?? true { runs.append((day, nil)) }
        phase = .running
    }

    private mutating func stand(from day: Day) {
        if case .still = phase { return }
        close(on: day)
        phase = .still(day)
    }

    private mutating func end(on day: Day) {
        close(on: day)
        phase = .none
    }

    private mutating func close(on day: Day) {
        guard let last = runs.indices.last, runs[last].to == nil else { return }
        runs[last].to = max(runs[last].from, day)
    }

    /// Not before seven days, of which the day of the request is the first (s.47ZL(7)-(8)).
    private mutating func leaveSevenDays(from request: Day) {
        let least = Period.days(7).last(beginningWith: request)
        stood += max(0, least.number - nominal.number - stood)
    }

    /// The days that ran so far: each run from its first day to the first that did not count; open while it runs.
    package var ran: [(from: Day, to: Day?)] { runs }

    /// The days that are left; nil unless the period stands still.
    package var left: Int? {
        guard case .still(let since) = phase else { return nil }
        return max(0, nominal.number + stood - since.number + 1)
    }

    /// What the clock says now.
    var now: Running? {
        switch phase {
        case .none, .pending: return nil
        case .still(let since): return Running(counted: since, left: left, event: event)
        case .running:
            let (due, rests) = ending
            return Running(counted: runs.last?.from ?? start, due: due, event: event, rests: rests)
        }
    }

    /// The last day, and the day from which the period stands still because the person is in hospital then.
    ///
    /// Days in hospital do not count if the person is there on the day on which the period would end (s.47ZM(4)-(5)).
    private var ending: (Day, Day?) {
        let plain = nominal.adding(days: stood)
        guard !stays.isEmpty else { return (plain, nil) }
        var day = plain
        for _ in 0...stays.count {
            guard let stay = stays.first(where: { $0.from <= day && $0.to.map { day < $0 } ?? true }) else { break }
            guard let discharged = stay.to else { return (day, day) }
            let later = plain.adding(days: inHospital(before: discharged))
            guard later > day else { break }
            day = later
        }
        return (day, nil)
    }

    /// The days that would have run and were spent in hospital, before that day.
    private func inHospital(before end: Day) -> Int {
        var count = 0
        for run in runs {
            for stay in stays {
                let first = max(run.from, stay.from)
                let last = min(run.to ?? end, min(stay.to ?? end, end))
                count += max(0, last.number - first.number)
            }
        }
        return count
    }
}
