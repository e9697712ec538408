// What must have followed by itself in a life whose past has changed.
import Lifecycle

extension Docket {
    /// Walks a life anew from the day of a change on, and makes its derived events what they must be.
    ///
    /// Those that no longer follow are struck, and those that do are added. Nothing before that day can be another.
    func rederive(_ dossier: Dossier, _ cause: Cause) -> Bool {
        guard let machine = dossier.machine, machine.hasDerivedRules else { return false }
        let day = cause.place.day
        var missing = derivation(of: dossier, machine, from: day)
        var stale: [Int] = []
        for index in dossier.standing where dossier.events[index].derived && dossier.events[index].when.last >= day {
            let event = dossier.events[index]
            let match = missing.firstIndex {
                $0.rule.id == event.rule && $0.cause.place.day == event.when.last && $0.cause.event?.seq == event.cause
            }
            if let match { missing.remove(at: match) } else { stale.append(index) }
        }
        guard !missing.isEmpty || !stale.isEmpty else { return false }
        for index in stale { amend(dossier, index) { $0.struck = max(cause.known, $0.known) } }
        for (rule, origin) in missing {
            let because = Cause(
                event: origin.event, place: origin.place, known: cause.known, recordedAt: cause.recordedAt,
                recorder: cause.recorder)
            append(follower(rule, because, of: dossier, known: origin.known), to: dossier)
        }
        return true
    }

    /// What would follow by itself in a life, from a day on, as it is believed now.
    private func derivation(of dossier: Dossier, _ machine: Machine, from day: Day) -> [(rule: Rule, cause: Cause)] {
        let ticks = ticks(for: dossier, machine, from: day)
        var found: [(rule: Rule, cause: Cause)] = []
        var past = dossier.past(before: .start(of: day))
        for (index, tick) in ticks.enumerated() {
            if tick.own, let event = tick.event {
                past.append(machine.leads(event, from: past[past.count - 1], past: past, begunOn: dossier.begun))
            }
            guard dossier.begun <= tick.place.day, let here = past.last, machine.derives(at: here) else { continue }
            // What follows in lower records from the same event comes first.
            let root = tick.root
            let later = ticks[(index + 1)...].prefix { $0.place.day == tick.place.day }
            if root != nil, later.contains(where: { $0.root == root }) { continue }
            let around = DocketSurroundings(docket: self, dossier: dossier, place: tick.place)
            for _ in 0..<8 {
                guard let state = past.last,
                    let rule = machine.derived(at: state, past: past, begunOn: dossier.begun, around: around),
                    let destination = rule.to.first
                else { break }
                past.append(destination.state)
                // A link that an event took away is known from that event alone.
                let known = max(around.believed(rule), tick.event?.believedFrom ?? dossier.known)
                let cause = Cause(
                    event: rooted(tick.event), place: tick.place, known: known, recordedAt: 0, recorder: "")
                found.append((rule, cause))
            }
        }
        return found
    }

    /// A place at which something may follow by itself, and the event there: the record's own or one that it watches.
    private struct Tick {
        let place: Place
        let event: Event?
        let own: Bool

        /// The order of recording of the event that a person recorded and from which this comes.
        var root: Int64? { event.map { $0.derived ? $0.cause ?? $0.seq : $0.seq } }
    }

    private func ticks(for dossier: Dossier, _ machine: Machine, from day: Day) -> [Tick] {
        var ticks: [Tick] = []
        for index in dossier.standing where !dossier.events[index].derived && dossier.events[index].when.last >= day {
            ticks.append(Tick(place: dossier.events[index].place, event: dossier.events[index], own: true))
        }
        for other in watched(by: machine, dossier) {
            let together = max(other.begun, dossier.begun)
            if together >= day { ticks.append(Tick(place: .start(of: together), event: nil, own: false)) }
            guard var state = other.machine?.initial else { continue }
            for stand in other.life {
                let event = other.events[stand.event]
                // Between other states nothing changes for this record.
                defer { state = stand.state }
                guard stand.place.day >= day else { continue }
                if event.movesLinks
                    || Watch.stirs(machine.record, when: other.reference.kind, goes: state, to: stand.state)
                {
                    ticks.append(Tick(place: stand.place, event: event, own: false))
                }
            }
        }
        ticks.sort { $0.place < $1.place }
        return ticks
    }

    /// The event that a person recorded and from which `event` follows.
    private func rooted(_ event: Event?) -> Event? {
        guard let event, event.derived else { return event }
        guard let (dossier, index) = event.after.flatMap({ self.event($0) }) else { return nil }
        return dossier.events[index]
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
