// What must have followed by itself in a life whose past has changed.
import Lifecycle

extension Docket {
    /// Walks a life anew from the day of a change on, and makes its derived events what they must be.
    ///
    /// Those that no longer follow are struck, and those that do are added. Nothing before that day can be another.
    func rederive(_ dossier: Dossier, _ cause: Cause) -> Bool {
        guard let machine = dossier.machine, machine.hasDerivedRules else { return false }
        let day = cause.place.day
        let wanted = derivation(of: dossier, machine, from: day)
        var kept: [Int?] = wanted.map { _ in nil }
        var stale: [Int] = []
        for index in dossier.standing where dossier.events[index].derived && dossier.events[index].when.last >= day {
            let event = dossier.events[index]
            guard event.name != Opening.fallAway else { continue }
            let match = wanted.indices.first {
                kept[$0] == nil && wanted[$0].rule.id == event.rule && wanted[$0].cause.place.day == event.when.last
                    && wanted[$0].cause.event?.seq == event.cause
            }
            if let match { kept[match] = index } else { stale.append(index) }
        }
        // What follows from the same event after something that is missing must be recorded after it.
        for place in wanted.indices where kept[place] == nil {
            for later in wanted.indices[(place + 1)...]
            where wanted[later].cause.event?.seq == wanted[place].cause.event?.seq {
                guard wanted[later].cause.place.day == wanted[place].cause.place.day, let index = kept[later] else {
                    continue
                }
                stale.append(index)
                kept[later] = nil
            }
        }
        let missing = wanted.indices.filter { kept[$0] == nil }.map { wanted[$0] }
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
        guard !ticks.isEmpty else { return [] }
        let sights = Sights()
        var found: [(rule: Rule, cause: Cause)] = []
        var walk = Walk(dossier, machine, before: .start(of: day))
        let beginning = beginning(of: dossier)
        for (index, tick) in ticks.enumerated() {
            walk.pass(to: tick.place.day)
            if tick.home === dossier, let event = tick.event { walk.take(event) }
            guard beginning <= tick.place, machine.derives(at: walk.here) else { continue }
            // What follows in lower records from the same event comes first.
            let root = tick.root
            let later = ticks[(index + 1)...].prefix { $0.place.day == tick.place.day }
            if root != nil, later.contains(where: { $0.root == root }) { continue }
            let around = DocketSurroundings(docket: self, dossier: dossier, place: tick.place, sights: sights)
            var chain = Chain()
            for tick in root == nil ? [] : ticks[...index] where tick.root == root && tick.place > beginning {
                if let event = tick.event { chain.note(event.name, at: tick.home) }
            }
            while true {
                let rule = machine.derived(
                    at: walk.here, past: walk.past, begunOn: dossier.begun, on: tick.place.day, around: around
                ) { chain.fires($0, around) }
                guard let rule else { break }
                walk.take(rule, on: tick.place.day)
                chain.fire(rule, for: dossier)
                chain.note(rule.event, at: dossier)
                // A link that an event took away is known from that event alone.
                let known = max(around.believed(rule), tick.event?.believedFrom ?? dossier.known)
                let cause = Cause(
                    event: rooted(tick.event), place: tick.place, known: known, recordedAt: 0, recorder: "")
                found.append((rule, cause))
            }
        }
        return found
    }

    /// The place from which something may follow for a record: that of the event that opened it, or its first day.
    func beginning(of dossier: Dossier) -> Place {
        guard let (home, index) = dossier.cause.flatMap({ event($0) }) else { return .start(of: dossier.begun) }
        return max(home.events[index].place, .start(of: dossier.begun))
    }

    /// A place at which something may follow by itself, the record to which something happened there, and which of its
    /// events that was; nil if the record came to be there.
    private struct Tick {
        let place: Place
        let home: Dossier
        let index: Int?
        /// The order of recording of the event that a person recorded and from which this comes.
        let root: Int64?

        init(place: Place, home: Dossier, index: Int?) {
            (self.place, self.home, self.index) = (place, home, index)
            root = index.map {
                home.events[$0].derived ? home.events[$0].cause ?? home.events[$0].seq : home.events[$0].seq
            }
        }

        var event: Event? { index.map { home.events[$0] } }
    }

    private func ticks(for dossier: Dossier, _ machine: Machine, from day: Day) -> [Tick] {
        var ticks: [Tick] = []
        if let (home, index) = dossier.cause.flatMap({ event($0) }), dossier.begun >= day {
            ticks.append(Tick(place: beginning(of: dossier), home: home, index: index))
        }
        for index in dossier.standing where dossier.events[index].when.last >= day {
            let event = dossier.events[index]
            guard !event.derived || event.name == Opening.fallAway else { continue }
            ticks.append(Tick(place: event.place, home: dossier, index: index))
        }
        for other in watched(by: machine, dossier) {
            let together = max(other.begun, dossier.begun)
            if together >= day { ticks.append(Tick(place: .start(of: together), home: other, index: nil)) }
            guard var state = other.machine?.initial else { continue }
            for stand in other.life {
                // Between other states nothing changes for this record.
                defer { state = stand.state }
                guard stand.place.day >= day, let index = stand.event else { continue }
                if other.events[index].movesLinks
                    || Watch.stirs(
                        machine.record, when: other.reference.kind, by: other.events[index].name, goes: state,
                        to: stand.state)
                {
                    ticks.append(Tick(place: stand.place, home: other, index: index))
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
