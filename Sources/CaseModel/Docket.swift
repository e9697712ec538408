// The records that are weighed together: those of one investigation, with their lives.
package import Lifecycle

/// The working set of one investigation, or of one record that belongs to none.
///
/// A docket decides and keeps what it decided in memory; the store writes what changed, or drops the docket. A refusal
/// leaves it as it was.
package final class Docket {
    /// Gives the next number in the order of recording.
    let nextSeq: () -> Int64
    /// Gives a new event id.
    let newID: () -> String
    /// What opened records are given by the store; nil where nothing is opened, as in reading.
    let register: OpeningRegister?

    /// The dossiers by record number.
    package private(set) var dossiers: [Int64: Dossier] = [:]
    /// The dossiers in the order in which they came.
    package private(set) var order: [Int64] = []
    private var numbers: [Reference: Int64] = [:]
    /// Records of other dockets that fields name: their number and where they stand.
    package var outside: [Reference: (id: Int64, state: State?)] = [:]
    private var eventHomes: [String: (dossier: Int64, index: Int)] = [:]
    /// Which records have, or had, a link to a record: by the target, the link's name and the kind.
    private var inbound: [Inbound: [Int64]] = [:]
    /// The latest place of anything in the docket.
    private(set) var tick = Place(day: Day(number: .min / 4), anchor: .min, seq: .min)
    /// What dossiers were before a trial began; nil outside a trial.
    private(set) var before: [Int64: Dossier]?
    /// The marks that were made of events that accepted changes of the past left against the rules.
    package internal(set) var marked: [Int64] = []
    /// The links that a trial noted, in their order.
    private var noted: [Inbound] = []
    /// The records that a trial brought, in their order.
    private var brought: [Dossier] = []
    /// The records that events opened, in the order in which they came.
    private(set) var opened: [Int64] = []

    struct Inbound: Hashable {
        let target: Int64
        let name: String
        let kind: RecordKind
    }

    package init(
        nextSeq: @escaping () -> Int64, newID: @escaping () -> String, register: OpeningRegister? = nil
    ) {
        self.nextSeq = nextSeq
        self.newID = newID
        self.register = register
    }

    /// Takes in dossiers as the store has them, and folds their lives.
    package func take(_ stored: [Dossier]) {
        for dossier in stored { enter(dossier) }
        for dossier in stored {
            for index in dossier.events.indices {
                eventHomes[dossier.events[index].id] = (dossier.id, index)
            }
        }
        let anchored = stored.flatMap { dossier in
            dossier.events.indices.filter { dossier.events[$0].after != nil }.map { (dossier: dossier, index: $0) }
        }.sorted { $0.dossier.events[$0.index].seq < $1.dossier.events[$1.index].seq }
        for place in anchored {
            // Not in place: the event that it came after may be of the same dossier, and is read meanwhile.
            var event = place.dossier.events[place.index]
            anchor(&event)
            place.dossier.events[place.index] = event
        }
        for dossier in stored {
            dossier.fold(number)
            for event in dossier.events { noteNames(in: event, of: dossier) }
            for change in dossier.linkChanges { note(dossier, change.name, change.target) }
            if let place = dossier.lastPlace { tick = max(tick, place) }
        }
    }

    func enter(_ dossier: Dossier) {
        dossiers[dossier.id] = dossier
        order.append(dossier.id)
        numbers[dossier.reference] = dossier.id
        for (name, target) in dossier.links { note(dossier, name, target) }
        if let investigation = dossier.investigation, dossier.links["investigation"] == nil {
            note(dossier, "investigation", investigation)
        }
        if dossier.cause != nil { opened.append(dossier.id) }
        if before != nil { brought.append(dossier) }
        tick = max(tick, .start(of: dossier.begun))
    }

    /// Whether the trial that is under way brought that record.
    func isBrought(_ dossier: Dossier) -> Bool { brought.contains { $0 === dossier } }

    /// The number of the record that a reference stands for.
    package func number(_ reference: Reference) -> Int64? { numbers[reference] ?? outside[reference]?.id }

    /// The dossier that a reference stands for.
    package func dossier(_ reference: Reference) -> Dossier? { numbers[reference].flatMap { dossiers[$0] } }

    /// The dossier and event that an event's id stands for.
    package func event(_ id: String) -> (dossier: Dossier, index: Int)? {
        guard let home = eventHomes[id], let dossier = dossiers[home.dossier] else { return nil }
        return (dossier, home.index)
    }

    /// The records of a kind that have, or had, a link of this name to `target`.
    func linked(_ kind: RecordKind, _ name: String, to target: Int64) -> [Int64] {
        inbound[Inbound(target: target, name: name, kind: kind)] ?? []
    }

    private func note(_ dossier: Dossier, _ name: String, _ target: Int64) {
        let key = Inbound(target: target, name: name, kind: dossier.reference.kind)
        guard inbound[key]?.contains(dossier.id) != true else { return }
        inbound[key, default: []].append(dossier.id)
        if before != nil { noted.append(key) }
    }

    /// Notes the records that an event's fields name, for rules that look at them.
    private func noteNames(in event: Event, of dossier: Dossier) {
        for (name, value) in event.fields {
            guard let named = value.reference, let target = numbers[named] else { continue }
            note(dossier, "field:\(name)", target)
        }
    }

    /// Puts an event after the one that it says it came after, if both are of one day.
    func anchor(_ event: inout Event) {
        guard let after = event.after, let (dossier, index) = self.event(after) else { return }
        let earlier = dossier.events[index]
        if earlier.when.last == event.when.last { event.anchor = earlier.anchor }
    }

    /// Lets an event be found under another id.
    func moveHome(from old: String, to id: String) { eventHomes[id] = eventHomes.removeValue(forKey: old) }

    /// Lets a record be found under another reference.
    func moveNumber(of dossier: Dossier, to reference: Reference) {
        numbers[dossier.reference] = nil
        numbers[reference] = dossier.id
    }

    /// Appends an event to a dossier; its life is extended if the event is the latest, and folded anew if not.
    @discardableResult
    func append(_ event: Event, to dossier: Dossier) -> Int {
        remember(dossier)
        var event = event
        anchor(&event)
        dossier.events.append(event)
        let index = dossier.events.count - 1
        eventHomes[event.id] = (dossier.id, index)
        noteNames(in: event, of: dossier)
        if event.supplements != nil {
            dossier.hasSupplements = true
            dossier.fold(number)
            for change in dossier.linkChanges { note(dossier, change.name, change.target) }
        }
        guard event.stands else { return index }
        if let last = dossier.lastPlace, event.place < last {
            dossier.fold(number)
        } else {
            dossier.extend(by: index, number)
        }
        for change in dossier.linkChanges where change.event == index { note(dossier, change.name, change.target) }
        tick = max(tick, event.place)
        return index
    }

    /// Changes an event that stands in a dossier: strikes it or approves it.
    func amend(_ dossier: Dossier, _ index: Int, _ change: (inout Event) -> Void) {
        remember(dossier)
        change(&dossier.events[index])
        if index < dossier.kept { dossier.amended.insert(index) }
        dossier.fold(number)
        for change in dossier.linkChanges where change.event == index { note(dossier, change.name, change.target) }
        if dossier.events[index].stands { tick = max(tick, dossier.events[index].place) }
    }

    private func remember(_ dossier: Dossier) {
        if before != nil, before?[dossier.id] == nil, !isBrought(dossier) { before?[dossier.id] = dossier.copied() }
    }

    /// Does `body`; if it finds something wrong, takes everything back.
    func trying(_ body: () -> [Refusal]) -> [Refusal] {
        before = [:]
        noted = []
        brought = []
        let mark = tick
        let wrong = body()
        if !wrong.isEmpty, let copies = before {
            for (id, copy) in copies {
                for event in dossiers[id]?.events.dropFirst(copy.events.count) ?? [] { eventHomes[event.id] = nil }
                dossiers[id]?.restore(copy)
            }
            for key in noted.reversed() {
                inbound[key]?.removeLast()
                if inbound[key]?.isEmpty == true { inbound[key] = nil }
            }
            for dossier in brought { leave(dossier) }
            tick = mark
        }
        before = nil
        brought = []
        return wrong
    }

    private func leave(_ dossier: Dossier) {
        for event in dossier.events { eventHomes[event.id] = nil }
        dossiers[dossier.id] = nil
        numbers[dossier.reference] = nil
        order.removeAll { $0 == dossier.id }
        opened.removeAll { $0 == dossier.id }
    }

    /// What `body` finds in the docket as it was before the trial that is under way.
    func asBefore<Found>(_ body: () -> Found) -> Found {
        let changed = before ?? [:]
        let now = changed.keys.compactMap { dossiers[$0]?.copied() }
        for (id, copy) in changed { dossiers[id]?.restore(copy) }
        for dossier in brought { dossiers[dossier.id] = nil }
        defer {
            for dossier in brought { dossiers[dossier.id] = dossier }
            for copy in now { dossiers[copy.id]?.restore(copy) }
        }
        return body()
    }
}
