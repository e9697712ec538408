// A life walked anew, with what the passing of days does between its events.
import Lifecycle

/// A record's life as far as it was walked: events are taken in one by one, timers fire between them.
struct Walk {
    private let machine: Machine
    private let begun: Day
    /// Every state in which it has stood, oldest first.
    private(set) var past: [State]
    private var clockwork: Clockwork?
    private var lapse: Lapse?

    /// The life of a dossier before `place`.
    init(_ dossier: Dossier, _ machine: Machine, before place: Place) {
        self.machine = machine
        begun = dossier.begun
        guard machine.hasTimers else {
            past = dossier.past(before: place)
            return
        }
        past = [machine.initial]
        clockwork = Clockwork(machine, begunOn: dossier.begun, facts: dossier.facts)
        lapse = clockwork?.lapse(at: machine.initial)
        for stand in dossier.life where stand.place < place {
            guard let event = stand.event.map({ dossier.events[$0] }) else { continue }
            pass(to: event.when.last)
            take(event)
        }
        if place.day > begun { pass(to: place.day.adding(days: -1)) }
    }

    /// Where it stands.
    var here: State { past[past.count - 1] }

    /// Lets happen what the passing of days does up to and on that day.
    mutating func pass(to day: Day) {
        while let lapse, lapse.day <= day {
            let from = here
            clockwork?.pass(lapse, from: from)
            past.append(lapse.to)
            self.lapse = clockwork?.lapse(at: lapse.to)
        }
    }

    /// Takes in an event of its own.
    mutating func take(_ event: Event) {
        move(
            to: machine.leads(event, from: here, past: past, begunOn: begun), by: event.name, on: event.when.last,
            event.fields)
    }

    /// Takes in that a derived rule fires.
    mutating func take(_ rule: Rule, on day: Day) {
        guard let destination = rule.to.first else { return }
        move(to: destination.state, by: rule.event, on: day, [:])
    }

    private mutating func move(to next: State, by event: String, on day: Day, _ fields: [String: FieldValue]) {
        let from = here
        past.append(next)
        guard clockwork != nil else { return }
        clockwork?.follow(Turn(event, on: day, fields: fields, from: from, to: next))
        lapse = clockwork?.lapse(at: next)
    }
}
