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
        var waiting = [moved]
        wait(stirred(by: moved, move) + others, &waiting)
        while let next = lowest(&waiting) {
            if rederive(next, cause) { wait(watchers(of: next, in: Watch.derived), &waiting) }
        }
    }

    /// Lets every derived rule fire that holds at the end because `moved` moved, with nothing in the docket later.
    ///
    func follow(from moved: Dossier, _ cause: Cause, _ move: Move) {
        var waiting = [moved]
        wait(stirred(by: moved, move), &waiting)
        while let next = lowest(&waiting) {
            let before = next.state
            if follow(next, cause) { wait(stirred(by: next, before.map { .leaving($0) } ?? .anyhow), &waiting) }
        }
    }

    /// How a record moved, as far as that shows what cannot follow from it.
    enum Move {
        /// It came to be there, and has no life yet.
        case coming
        /// At the end of its life it left this state, and its links stayed.
        case leaving(State)
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
            case .leaving(let state): Watch.stirs(watcher, when: kind, goes: state, to: now)
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
    private func follow(_ dossier: Dossier, _ cause: Cause) -> Bool {
        guard let machine = dossier.machine, machine.hasDerivedRules, dossier.begun <= cause.place.day else {
            return false
        }
        var fired = false
        let around = DocketSurroundings(docket: self, dossier: dossier, place: Place.end(of: cause.place.day))
        for _ in 0..<8 {
            guard let state = dossier.state,
                let rule = machine.derived(
                    at: state, past: machine.looksBack ? dossier.past(before: around.place) : [state],
                    begunOn: dossier.begun, around: around)
            else { break }
            append(follower(rule, cause, of: dossier, known: around.believed(rule)), to: dossier)
            fired = true
        }
        return fired
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
        for rule in RuleBook.current.machines.flatMap(\.rules) where rule.kind == .derived && !rule.timer {
            from[rule.machine, default: []].formUnion(rule.from)
        }
        return from
    }()
}
