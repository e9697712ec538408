// What follows by itself when a record moves: the derived rules of the records that watch it.
import Lifecycle

extension Docket {
    /// What brought something about.
    struct Cause {
        /// The event, if it was one and not the coming of a record.
        let event: Event?
        /// Its place.
        let place: Place
        /// The day on which it became known.
        let known: Day
        /// When it is being recorded and by whom.
        let recordedAt: Int64
        let recorder: String
    }

    /// Lets every derived rule fire that holds now because `moved` moved in the past: pasts are walked anew.
    ///
    /// - Parameters:
    ///   - move: how `moved` moved, if it moved at the end of its own life and no link changed.
    ///   - others: records that looked at `moved` before, and may not be found from it any more.
    func settle(_ moved: Dossier, _ cause: Cause, _ move: Move = .anyhow, also others: [Dossier] = []) {
        rederive([moved] + stirred(by: moved, move) + others, cause)
        reconcile(moved, cause)
    }

    /// Walks pasts anew, and those of the records that look at what changes thereby.
    func rederive(_ dossiers: [Dossier], _ cause: Cause) {
        var waiting: [Dossier] = []
        wait(dossiers, &waiting)
        var rounds: [Int64: Int] = [:]
        while let next = lowest(&waiting) {
            rounds[next.id, default: 0] += 1
            // Records that look at each other might never agree; the rule book's tests see to it that they do.
            guard rounds[next.id, default: 0] <= 16, rederive(next, cause) else { continue }
            wait(watchers(of: next, in: Watch.derived), &waiting)
        }
    }

    /// Lets every derived rule fire that holds at the end because `moved` moved, with nothing in the docket later.
    func follow(from moved: Dossier, _ cause: Cause, _ move: Move) {
        var chain = Chain()
        if case .coming = move {} else if let event = cause.event { chain.note(event, of: moved) }
        var waiting = [moved]
        wait(stirred(by: moved, move), &waiting)
        while let next = lowest(&waiting) {
            let before = next.state(asOf: .end(of: cause.place.day))
            let events = follow(next, cause, &chain)
            guard !events.isEmpty else { continue }
            wait(stirred(by: next, before.map { .leaving($0, by: events) } ?? .anyhow), &waiting)
        }
        openUp(after: chain, cause)
    }

    /// What one event has brought about so far.
    struct Chain {
        /// The events, with the records to which they happened and their places among that one's events.
        private(set) var events: [(event: String, machine: MachineID, dossier: Int64, index: Int)] = []
        /// The rules that have fired, each at most once for a record.
        private var fired: [(rule: String, dossier: Int64)] = []

        /// Notes the newest event of a record.
        mutating func note(_ event: Event, of dossier: Dossier) {
            guard let machine = dossier.machine else { return }
            events.append((event.name, machine.id, dossier.id, dossier.events.count - 1))
        }

        /// Notes an event that a walk through the past comes by.
        mutating func note(_ event: String, at home: Dossier) {
            guard let machine = home.machine else { return }
            events.append((event, machine.id, home.id, -1))
        }

        mutating func fire(_ rule: Rule, for dossier: Dossier) { fired.append((rule.id, dossier.id)) }

        func hasFired(_ rule: Rule, for dossier: Dossier) -> Bool {
            fired.contains { $0.dossier == dossier.id && $0.rule == rule.id }
        }

        /// Whether the rule may fire: once only, and one that follows from events only if one of them has happened.
        func fires(_ rule: Rule, _ around: DocketSurroundings) -> Bool {
            guard !hasFired(rule, for: around.dossier) else { return false }
            guard !rule.triggers.isEmpty else { return true }
            return events.contains { event in
                let code = "\(event.machine.rawValue).\(event.event)"
                return rule.triggers.contains { $0.event == code && around.finds(event.dossier, by: $0.link) }
            }
        }
    }

    /// How a record moved, as far as that shows what cannot follow from it.
    enum Move {
        /// It came to be there, and has no life yet.
        case coming
        /// At the end of its life it left this state by these events, and its links stayed.
        case leaving(State, by: [String])
        /// In any other way.
        case anyhow
    }

    private func wait(_ dossiers: [Dossier], _ waiting: inout [Dossier]) {
        for dossier in dossiers where !waiting.contains(where: { $0 === dossier }) { waiting.append(dossier) }
    }

    /// Takes out of the waiting the one that the others may depend on.
    private func lowest(_ waiting: inout [Dossier]) -> Dossier? {
        guard waiting.count > 1 else { return waiting.popLast() }
        let height = waiting.map { Watch.height[$0.reference.kind, default: 0] }
        guard let place = height.indices.min(by: { height[$0] < height[$1] }) else { return nil }
        return waiting.remove(at: place)
    }

    /// The records for which something may follow from where `moved` stands now.
    private func stirred(by moved: Dossier, _ move: Move) -> [Dossier] {
        guard let now = moved.state else { return watchers(of: moved, in: Watch.derived) }
        let kind = moved.reference.kind
        return watchers(of: moved, in: Watch.derived) { watcher in
            switch move {
            case .coming: Watch.stirs(watcher, when: kind, comesIn: now)
            case .leaving(let state, let events):
                events.contains { Watch.stirs(watcher, when: kind, by: $0, goes: state, to: now) }
            case .anyhow: true
            }
        }
    }

    /// The records whose rules look at `dossier`.
    func watchers(
        of dossier: Dossier, in table: [RecordKind: [Watch]], where matters: (RecordKind) -> Bool = { _ in true }
    ) -> [Dossier] {
        var found: [Int64] = []
        for watch in table[dossier.reference.kind] ?? [] where matters(watch.watcher) {
            let ids: [Int64]
            if watch.link.hasPrefix("own:") {
                ids = linked(watch.watcher, String(watch.link.dropFirst(4)), to: dossier.id)
            } else if watch.link.hasPrefix("field:") {
                ids = linked(watch.watcher, watch.link, to: dossier.id)
            } else if watch.link == "investigation" {
                ids = dossier.investigation.map { [$0] } ?? []
            } else {
                ids = dossier.targets(ever: watch.link).sorted()
            }
            for id in ids where dossiers[id]?.reference.kind == watch.watcher && !found.contains(id) {
                found.append(id)
            }
        }
        return found.compactMap { dossiers[$0] }
    }

    /// Fires what holds at the end of a life that nothing later can change.
    ///
    /// - Returns: the names of the events that followed.
    private func follow(_ dossier: Dossier, _ cause: Cause, _ chain: inout Chain) -> [String] {
        guard let machine = dossier.machine, machine.hasDerivedRules, dossier.begun <= cause.place.day else {
            return []
        }
        var events: [String] = []
        let around = DocketSurroundings(docket: self, dossier: dossier, place: Place.end(of: cause.place.day))
        while let state = dossier.state(asOf: around.place) {
            let rule = machine.derived(
                at: state, past: machine.looksBack ? dossier.past(before: around.place) : [state],
                begunOn: dossier.begun, on: cause.place.day, around: around
            ) { chain.fires($0, around) }
            guard let rule else { break }
            let event = follower(rule, cause, of: dossier, known: around.believed(rule))
            append(event, to: dossier)
            chain.note(event, of: dossier)
            chain.fire(rule, for: dossier)
            events.append(rule.event)
        }
        return events
    }

    func follower(_ rule: Rule, _ cause: Cause, of dossier: Dossier, known: Day) -> Event {
        Event(
            seq: nextSeq(), id: newID(), rule: rule.id, name: rule.event, when: Interval(cause.place.day),
            after: cause.event?.id, known: max(cause.known, known), recordedAt: cause.recordedAt,
            recorder: cause.recorder, derived: true, cause: cause.event?.seq)
    }
}

extension DocketSurroundings {
    /// The day from which it is known that a derived rule holds here, which does hold.
    func believed(_ rule: Rule) -> Day {
        rule.conditions.reduce(dossier.believed(asOf: place)) { day, condition in
            believed(condition).map { max($0, day) } ?? day
        }
    }
}

extension Machine {
    /// Whether anything in this lifecycle follows by itself.
    var hasDerivedRules: Bool { Self.derivedFrom[id] != nil }

    /// Whether anything may follow by itself for a record in that state.
    func derives(at state: State) -> Bool { Self.derivedFrom[id]?.contains(state) ?? false }

    /// The states from which something follows by itself.
    private static let derivedFrom: [MachineID: Set<State>] = {
        var from: [MachineID: Set<State>] = [:]
        for rule in RuleBook.current.machines.flatMap(\.rules) where rule.followsByItself {
            from[rule.machine, default: []].formUnion(rule.from)
        }
        return from
    }()
}
