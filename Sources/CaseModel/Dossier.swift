// One record with its whole life, as the rules and the figures need it.
package import Lifecycle

/// A record, its links and its events in the order of recording, with the life that they fold to.
package final class Dossier {
    /// The record's number in the store.
    package let id: Int64
    /// What people call it.
    package internal(set) var reference: Reference
    /// The person whom it is about, by record number.
    package let person: Int64?
    /// The investigation that it belongs to, by record number.
    package let investigation: Int64?
    /// The day on which it began.
    package let begun: Day
    /// The day on which that became known.
    package let known: Day
    /// Its open fields; sealed ones are not here.
    package let facts: [String: FieldValue]
    /// Its links as it was added, by name.
    package let links: [String: Int64]
    /// Its machine, if records of its kind have one.
    package let machine: Machine?

    /// Its events in the order of recording.
    package internal(set) var events: [Event]
    /// How many of `events` the store has already.
    package internal(set) var kept: Int
    /// Events struck or approved since they were read from the store, by their place in `events`.
    package internal(set) var amended: Set<Int> = []
    /// Whether any of the events gives later fields of another.
    var hasSupplements: Bool
    /// Whether the store does not have the record yet.
    package let isNew: Bool
    /// Where it stood, from its beginning to now.
    package private(set) var life: [Stand] = []
    /// How its links changed by events.
    package private(set) var linkChanges: [LinkChange] = []
    /// Its clocks after the last event; nil where the passing of days moves nothing.
    private var clockwork: Clockwork?
    /// What the passing of days will do after the last event, if nothing else happens.
    private var lapse: Lapse?

    /// A stand: from this place on the record stands in this state.
    package struct Stand: Sendable {
        package let place: Place
        package let state: State
        /// The place in `events` of the event that brought it there; nil if the mere passing of days did.
        package let event: Int?
    }

    /// A link that an event set.
    package struct LinkChange: Sendable {
        package let place: Place
        package let name: String
        package let target: Int64
        package let event: Int
    }

    package init(
        id: Int64, reference: Reference, person: Int64?, investigation: Int64?, begun: Day, known: Day,
        facts: [String: FieldValue], links: [String: Int64], events: [Event] = [], isNew: Bool
    ) {
        self.id = id
        self.reference = reference
        self.person = person
        self.investigation = investigation
        self.begun = begun
        self.known = known
        self.facts = facts
        self.links = links
        self.events = events
        self.isNew = isNew
        kept = events.count
        hasSupplements = events.contains { $0.supplements != nil }
        machine = RuleBook.current.machine(for: reference.kind)
        startClocks()
    }

    /// Whether the store must be told of anything.
    package var isChanged: Bool { isNew || kept < events.count || !amended.isEmpty }

    /// Where its last event left it, whatever the passing of days has done since; nil for a kind without a machine.
    package var state: State? { life.last?.state ?? machine?.initial }

    /// The place of its last event; nil if nothing happened yet.
    package var lastPlace: Place? { life.last?.place }

    /// Where it stood just after `place`, with what the passing of days had done by then; nil if it had not begun.
    package func state(asOf place: Place) -> State? {
        guard begun <= place.day, let machine else { return nil }
        return stand(asOf: place)?.state ?? machine.initial
    }

    /// Its last stand at or before `place`; nil if nothing had happened by then.
    func stand(asOf place: Place) -> Stand? {
        if let lapse, lapse.day <= place.day { return Stand(lapse) }
        if let last = life.last, last.place <= place { return last }
        return life.last { $0.place <= place }
    }

    /// Where it stood just after `place`, nil if it had not begun, and the first later place at which that may be otherwise;
    /// nil if there is none.
    func state(from place: Place) -> (state: State?, until: Place?) {
        guard begun <= place.day else { return (nil, .start(of: begun)) }
        guard let machine else { return (nil, nil) }
        if let lapse, lapse.day <= place.day { return (lapse.to, nil) }
        var next = lapse.map { Stand($0).place }
        for stand in life.reversed() {
            if stand.place <= place { return (stand.state, next) }
            next = stand.place
        }
        return (machine.initial, next)
    }

    /// The first place after `place` at which an event set the link of that name; nil if none did.
    func change(of name: String, after place: Place) -> Place? {
        guard name != "investigation" else { return nil }
        var first: Place?
        for change in linkChanges where change.place > place && change.name == name {
            first = first.map { min($0, change.place) } ?? change.place
        }
        return first
    }

    /// The latest of the events of these names that stand at or before `place`; nil if none has happened by then.
    func latest(of names: [String], asOf place: Place) -> Event? {
        let last = life.last { stand in
            stand.place <= place && stand.event.map { names.contains(events[$0].name) } ?? false
        }
        return last?.event.map { events[$0] }
    }

    /// The day from which it is known that it stood as it did just after `place`.
    func believed(asOf place: Place) -> Day {
        let event = life.last { $0.place <= place && $0.event != nil }?.event
        let day = event.flatMap { events[$0].believedFrom }
        return day.map { max($0, known) } ?? known
    }

    /// Every state that it stood in before `place`, oldest first.
    package func past(before place: Place) -> [State] {
        guard let machine else { return [] }
        let past = [machine.initial] + life.prefix { $0.place < place }.map(\.state)
        guard let lapse, lapse.day <= place.day, Stand(lapse).place < place else { return past }
        return past + [lapse.to]
    }

    /// The record that a link pointed to just after `place`.
    package func target(_ name: String, asOf place: Place) -> Int64? {
        if name == "investigation" { return links[name] ?? investigation }
        return linkChanges.last { $0.name == name && $0.place <= place }?.target ?? links[name]
    }

    /// Every record that a link of this name has ever pointed to.
    package func targets(ever name: String) -> Set<Int64> {
        Set(linkChanges.filter { $0.name == name }.map(\.target)).union(links[name].map { [$0] } ?? [])
    }

    /// The events that stand, in their order.
    package var standing: [Int] {
        events.indices.filter { events[$0].stands }.sorted { events[$0].place < events[$1].place }
    }

    /// Folds the events anew.
    ///
    /// - Parameter number: the record number that a reference stands for.
    package func fold(_ number: (Reference) -> Int64?) {
        life.removeAll(keepingCapacity: true)
        linkChanges.removeAll(keepingCapacity: true)
        startClocks()
        mergeSupplements()
        for index in standing { extend(by: index, number) }
    }

    /// Adds one event at the end of the life.
    func extend(by index: Int, _ number: (Reference) -> Int64?) {
        guard let machine else { return }
        let event = events[index]
        while let lapse, lapse.day <= event.when.last {
            clockwork?.pass(lapse, from: state ?? machine.initial)
            life.append(Stand(lapse))
            self.lapse = clockwork?.lapse(at: lapse.to)
        }
        let here = state ?? machine.initial
        let next = machine.leads(event, from: here, past: past(before: event.place), begunOn: begun)
        life.append(Stand(place: event.place, state: next, event: index))
        if clockwork != nil {
            clockwork?.follow(
                Turn(event.name, on: event.when.last, fields: event.fields, from: here, to: next, place: index))
            lapse = clockwork?.lapse(at: next)
        }
        guard event.movesLinks else { return }
        for link in RecordShape.eventLinks(of: reference.kind) {
            guard let named = event.fields[link.name]?.reference, let target = number(named) else { continue }
            linkChanges.append(LinkChange(place: event.place, name: link.name, target: target, event: index))
        }
    }

    private func startClocks() {
        guard let machine, machine.hasTimers else { return }
        clockwork = Clockwork(machine, begunOn: begun, facts: facts)
        lapse = clockwork?.lapse(at: machine.initial)
    }

    /// Takes back everything to what `copy` holds.
    func restore(_ copy: Dossier) {
        events = copy.events
        amended = copy.amended
        life = copy.life
        linkChanges = copy.linkChanges
        lapse = copy.lapse
        clockwork = copy.clockwork
    }

    /// A copy that later changes do not touch.
    func copied() -> Dossier {
        let copy = Dossier(
            id: id, reference: reference, person: person, investigation: investigation, begun: begun, known: known,
            facts: facts, links: links, events: events, isNew: isNew)
        copy.kept = kept
        copy.amended = amended
        copy.life = life
        copy.linkChanges = linkChanges
        copy.lapse = lapse
        copy.clockwork = clockwork
        return copy
    }
}

extension Dossier.Stand {
    /// What the passing of days will do.
    fileprivate init(_ lapse: Lapse) {
        self.init(place: .start(of: lapse.day), state: lapse.to, event: nil)
    }
}

extension Machine {
    /// Whether the mere passing of days moves such a record.
    package var hasTimers: Bool { Self.timed.contains(id) }

    private static let timed = Set(RuleBook.current.machines.filter { $0.rules.contains(where: \.timer) }.map(\.id))
}
