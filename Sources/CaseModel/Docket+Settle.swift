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

    /// Lets every derived rule fire that holds now because `moved` moved, and what follows from that in turn.
    ///
    /// - Parameter latest: whether nothing in the docket is later than the cause; if something is, pasts are walked anew.
    func settle(_ moved: Dossier, _ cause: Cause, latest: Bool) {
        for watcher in watchers(of: moved, in: Watch.derived) + [moved] {
            let changed = latest ? follow(watcher, cause) : rederive(watcher, cause)
            if changed, watcher !== moved { settle(watcher, cause, latest: latest) }
        }
    }

    /// The records whose rules look at `dossier`.
    func watchers(of dossier: Dossier, in table: [RecordKind: [Watch]]) -> [Dossier] {
        var found: [Int64] = []
        for watch in table[dossier.reference.kind] ?? [] {
            let ids: [Int64]
            if watch.link.hasPrefix("own:") {
                ids = linked(watch.watcher, String(watch.link.dropFirst(4)), to: dossier.id)
            } else if watch.link == "investigation" {
                ids = dossier.investigation.map { [$0] } ?? []
            } else {
                ids = Array(dossier.targets(ever: watch.link))
            }
            for id in ids where dossiers[id]?.reference.kind == watch.watcher && !found.contains(id) { found.append(id) }
        }
        return found.compactMap { dossiers[$0] }
    }

    /// Fires what holds at the end of a life that nothing later can change.
    private func follow(_ dossier: Dossier, _ cause: Cause) -> Bool {
        guard let machine = dossier.machine, machine.hasDerivedRules, dossier.begun <= cause.place.day else { return false }
        var fired = false
        let around = DocketSurroundings(docket: self, dossier: dossier, place: Place.end(of: cause.place.day))
        for _ in 0..<8 {
            guard let state = dossier.state,
                let rule = machine.derived(
                    at: state, past: dossier.past(before: .end(of: cause.place.day)), begunOn: dossier.begun,
                    around: around)
            else { break }
            append(follower(rule, cause, of: dossier), to: dossier)
            fired = true
        }
        return fired
    }

    private func follower(_ rule: Rule, _ cause: Cause, of dossier: Dossier) -> Event {
        let believed = dossier.life.last { $0.place <= cause.place }.flatMap { dossier.events[$0.event].believedFrom }
        return Event(
            seq: nextSeq(), id: newID(), rule: rule.id, name: rule.event, when: Interval(cause.place.day),
            after: cause.event?.id, known: max(cause.known, believed ?? cause.known), recordedAt: cause.recordedAt,
            recorder: cause.recorder, derived: true, cause: cause.event?.seq)
    }

    /// Walks a life anew and makes its derived events what they must be: strikes those that no longer follow, adds those
    /// that do.
    private func rederive(_ dossier: Dossier, _ cause: Cause) -> Bool {
        guard let machine = dossier.machine, machine.hasDerivedRules else { return false }
        let due = derivation(of: dossier, machine)
        var missing = due
        var stale: [Int] = []
        for index in dossier.standing where dossier.events[index].derived {
            let event = dossier.events[index]
            let match = missing.firstIndex { $0.rule.id == event.rule && $0.cause.place.day == event.when.last }
            if let match { missing.remove(at: match) } else { stale.append(index) }
        }
        guard !missing.isEmpty || !stale.isEmpty else { return false }
        for index in stale { amend(dossier, index) { $0.struck = max(cause.known, $0.known) } }
        for (rule, origin) in missing {
            let cause = Cause(
                event: origin.event, place: origin.place, known: max(cause.known, origin.known),
                recordedAt: cause.recordedAt, recorder: cause.recorder)
            append(follower(rule, cause, of: dossier), to: dossier)
        }
        return true
    }

    /// What would follow by itself in a life, from its beginning, as it is believed now.
    private func derivation(of dossier: Dossier, _ machine: Machine) -> [(rule: Rule, cause: Cause)] {
        var ticks: [(place: Place, event: Event?, known: Day, own: Bool)] = []
        for index in dossier.standing where !dossier.events[index].derived {
            let event = dossier.events[index]
            ticks.append((event.place, event, event.believedFrom ?? event.known, true))
        }
        for other in watched(by: machine, dossier) {
            ticks.append((.start(of: max(other.begun, dossier.begun)), nil, other.known, false))
            for stand in other.life {
                let event = other.events[stand.event]
                ticks.append((stand.place, event, event.believedFrom ?? event.known, false))
            }
        }
        ticks.sort { $0.place < $1.place }

        var found: [(rule: Rule, cause: Cause)] = []
        var past = [machine.initial]
        for tick in ticks {
            if tick.own, let event = tick.event {
                past.append(machine.leads(event, from: past[past.count - 1], past: past, begunOn: dossier.begun))
            }
            guard dossier.begun <= tick.place.day else { continue }
            let around = DocketSurroundings(docket: self, dossier: dossier, place: tick.place)
            for _ in 0..<8 {
                guard
                    let rule = machine.derived(
                        at: past[past.count - 1], past: past, begunOn: dossier.begun, around: around),
                    let destination = rule.to.first
                else { break }
                past.append(destination.state)
                let cause = Cause(
                    event: tick.event, place: tick.place, known: tick.known, recordedAt: 0, recorder: "")
                found.append((rule, cause))
            }
        }
        return found
    }

    /// The records at which a machine's derived rules look, from one record.
    private func watched(by machine: Machine, _ dossier: Dossier) -> [Dossier] {
        var found: Set<Int64> = []
        for (kind, watches) in Watch.derived {
            for watch in watches where watch.watcher == machine.record {
                if watch.link.hasPrefix("own:") {
                    found.formUnion(dossier.targets(ever: String(watch.link.dropFirst(4))))
                } else {
                    found.formUnion(linked(kind, watch.link, to: dossier.id))
                }
            }
        }
        return found.sorted().compactMap { dossiers[$0] }
    }
}

extension Machine {
    /// Whether anything in this lifecycle follows by itself.
    var hasDerivedRules: Bool { Self.withDerivedRules.contains(id) }

    private static let withDerivedRules = Set(
        RuleBook.current.machines.filter { $0.rules.contains { $0.kind == .derived && !$0.timer } }.map(\.id))
}
