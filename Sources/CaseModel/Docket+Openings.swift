// Records that events open, kept as the history would have them: what is missing is opened, what had no cause falls away.
import Lifecycle

extension Docket {
    /// Opens what the newest events open, with nothing in the docket later.
    func openUp(after chain: Chain, _ cause: Cause) {
        guard let register, cause.place.day >= register.goLive else { return }
        for news in chain.events where news.index >= 0 {
            guard let dossier = dossiers[news.dossier], !Opening.consequences(dossier.machine, news.event).isEmpty,
                let stand = dossier.life.last(where: { $0.event == news.index })
            else { continue }
            for opening in openings(of: dossier, stand) where !isTold(opening) {
                guard let opened = begin(opening, register, cause) else { continue }
                let because = Cause(
                    event: opening.cause, place: opening.cause.place, known: opened.known,
                    recordedAt: cause.recordedAt, recorder: cause.recorder)
                follow(from: opened, because, .coming)
            }
        }
    }

    /// Makes the opened records what the history, as it is believed now, would have them be.
    ///
    /// Only what was opened on or after the day of the change can be another, and what `moved` itself has become.
    func reconcile(_ moved: Dossier, _ cause: Cause) {
        for _ in 0..<8 {
            let touched = reconcileOnce(moved, cause)
            guard !touched.isEmpty else { return }
            for dossier in touched {
                let from = Cause(
                    event: nil, place: min(.start(of: dossier.begun), cause.place), known: cause.known,
                    recordedAt: cause.recordedAt, recorder: cause.recorder)
                rederive([dossier] + watchers(of: dossier, in: Watch.derived), from)
            }
        }
    }

    /// - Returns: the records that came, fell away or came back.
    private func reconcileOnce(_ moved: Dossier, _ cause: Cause) -> [Dossier] {
        let day = cause.place.day
        let goLive = register?.goLive ?? Span.open
        guard !opened.isEmpty || tick.day >= goLive else { return [] }
        let all = opened.compactMap { dossiers[$0] }
        let causes = Set(all.filter { $0.begun >= day || $0 === moved }.compactMap(\.cause))
        let there = all.filter { $0.cause.map(causes.contains) ?? false }
        var wanted: [Opening] = []
        for id in order {
            guard let dossier = dossiers[id], let machine = dossier.machine, let table = Opening.table[machine.id]
            else {
                continue
            }
            for stand in dossier.life {
                guard let event = stand.event.map({ dossier.events[$0] }) else { continue }
                guard table[event.name] != nil, max(day, goLive) <= stand.place.day || causes.contains(event.id) else {
                    continue
                }
                wanted += openings(of: dossier, stand)
            }
        }
        var touched: [Dossier] = []
        for dossier in there {
            // What was opened by an event of another case file is left as it is.
            guard let (home, index) = dossier.cause.flatMap({ event($0) }) else { continue }
            let isWanted: Bool
            if let place = wanted.firstIndex(where: { $0.isSame(as: dossier) }) {
                wanted.remove(at: place)
                isWanted = true
            } else {
                isWanted = false
            }
            if keep(dossier, isWanted, home.events[index], cause) { touched.append(dossier) }
        }
        guard let register else { return touched }
        for opening in wanted where opening.cause.when.last >= register.goLive && !isTold(opening) {
            if let dossier = begin(opening, register, cause) { touched.append(dossier) }
        }
        return touched
    }

    /// Whether a duty of that day tells the same victim the same thing of the same suspect already: several counts charged
    /// on one day make one duty.
    private func isTold(_ opening: Opening) -> Bool {
        guard opening.kind == .duty else { return false }
        let whom = suspect(behind: opening.cause.id)
        return opened.contains { id in
            guard let dossier = dossiers[id], dossier.begun == opening.cause.when.last, dossier.reference.kind == .duty,
                let cause = dossier.cause, dossier.links.values.contains(opening.target),
                dossier.facts["trigger"] == opening.facts["trigger"],
                !dossier.events.contains(where: { $0.name == Opening.fallAway && $0.stands })
            else { return false }
            return cause != opening.cause.id && suspect(behind: cause) == whom
        }
    }

    /// The suspect whom an event is about, or the record to which it happened, by its number.
    private func suspect(behind event: String) -> Int64? {
        guard let (home, index) = self.event(event) else { return nil }
        return home.target("suspect", asOf: home.events[index].place) ?? home.id
    }

    /// Lets a record fall away that nothing opens any more, or come back that something opens again.
    private func keep(_ dossier: Dossier, _ isWanted: Bool, _ opener: Event, _ cause: Cause) -> Bool {
        let fallen = dossier.events.firstIndex { $0.name == Opening.fallAway && $0.stands }
        switch (isWanted || dossier.isTakenUp, fallen) {
        case (true, let index?):
            amend(dossier, index) { $0.struck = max(cause.known, $0.known) }
            return true
        case (false, nil):
            guard let rule = dossier.machine?.rules(for: Opening.fallAway).first else { return false }
            let because = Cause(
                event: opener, place: .start(of: dossier.begun), known: cause.known, recordedAt: cause.recordedAt,
                recorder: cause.recorder)
            append(follower(rule, because, of: dossier, known: dossier.known), to: dossier)
            return true
        case (true, nil), (false, _?): return false
        }
    }

    private func begin(_ opening: Opening, _ register: OpeningRegister, _ cause: Cause) -> Dossier? {
        guard let (id, reference) = register.enter(opening), let target = dossiers[opening.target] else { return nil }
        let inside = target.reference.kind == .investigation ? target.id : target.investigation
        let dossier = Dossier(
            id: id, reference: reference, person: target.person, investigation: inside, begun: opening.cause.when.last,
            known: max(opening.known, cause.known), facts: opening.facts, links: opening.links, isNew: true)
        enter(dossier)
        return dossier
    }

    // MARK: - What an event opens

    /// What the event of a stand opens, as it is believed now.
    func openings(of dossier: Dossier, _ stand: Dossier.Stand) -> [Opening] {
        guard let event = stand.event.map({ dossier.events[$0] }) else { return [] }
        var openings: [Opening] = []
        for consequence in Opening.consequences(dossier.machine, event.name) {
            guard consequence.into.isEmpty || consequence.into.contains(stand.state),
                consequence.during.contains(event.when.last),
                !consequence.once || isFirst(stand, of: consequence, in: dossier)
            else { continue }
            var seen: Set<Int64> = []
            for (target, known) in concerned(by: consequence, dossier, stand.place)
            where seen.insert(target.id).inserted {
                var known = max(known, event.believedFrom ?? event.known)
                if !consequence.entitled.isEmpty {
                    guard let state = target.state(asOf: stand.place), consequence.entitled.contains(state) else {
                        continue
                    }
                    known = max(known, target.believed(asOf: stand.place))
                }
                openings.append(
                    Opening(
                        kind: consequence.opens, cause: event, target: target.id,
                        links: links(of: consequence.opens, from: dossier, to: target, stand.place),
                        facts: facts(of: consequence, for: target, event, stand.place), known: known))
            }
        }
        return openings
    }

    /// Whether nothing before a stand opened the same.
    private func isFirst(_ stand: Dossier.Stand, of consequence: Consequence, in dossier: Dossier) -> Bool {
        let first = dossier.life.first { earlier in
            guard let event = earlier.event else { return false }
            return Opening.consequences(dossier.machine, dossier.events[event].name).contains {
                $0.id == consequence.id
            }
        }
        return first?.event == stand.event
    }

    /// Whether an event opens something for the records that it concerns, and concerns none.
    package func concernsNobody(_ dossier: Dossier, _ index: Int) -> Bool {
        guard let register, let stand = dossier.life.last(where: { $0.event == index }),
            dossier.events[index].when.last >= register.goLive
        else { return false }
        let consequences = Opening.consequences(dossier.machine, dossier.events[index].name).filter {
            ($0.into.isEmpty || $0.into.contains(stand.state)) && $0.opens == .duty
        }
        return !consequences.isEmpty && consequences.allSatisfy { concerned(by: $0, dossier, stand.place).isEmpty }
    }

    /// The records that a consequence concerns, each with the day on which it was known that the event concerns it.
    private func concerned(by consequence: Consequence, _ dossier: Dossier, _ place: Place) -> [(Dossier, Day)] {
        consequence.paths.flatMap { path in
            path.reduce([(dossier, dossier.known)]) { found, way in found.flatMap { step($0.0, way, place, $0.1) } }
        }
    }

    private func step(_ dossier: Dossier, _ way: Consequence.Way, _ place: Place, _ known: Day) -> [(Dossier, Day)] {
        switch way {
        case .own(let name):
            guard let target = dossier.target(name, asOf: place).flatMap({ dossiers[$0] }) else { return [] }
            return [(target, max(known, target.known, dossier.linkKnown(name, asOf: place)))]
        case .of(let kind, let name):
            return linked(kind, name, to: dossier.id).compactMap { id in
                guard let other = dossiers[id], other.begun <= place.day, other.target(name, asOf: place) == dossier.id
                else { return nil }
                return (other, max(known, other.known, other.linkKnown(name, asOf: place)))
            }
        }
    }

    /// The links that an opened record has: to the record that it concerns, and to those that the event is about.
    private func links(of kind: RecordKind, from dossier: Dossier, to target: Dossier, _ place: Place) -> [String:
        Int64]
    {
        var links: [String: Int64] = [:]
        for link in RecordShape.of(kind).links {
            let found =
                [target, dossier].first { $0.reference.kind == link.kind }?.id ?? target.target(link.name, asOf: place)
                ?? dossier.target(link.name, asOf: place)
            if let found, dossiers[found]?.reference.kind == link.kind { links[link.name] = found }
        }
        return links
    }

    private func facts(of consequence: Consequence, for target: Dossier, _ event: Event, _ place: Place)
        -> [String: FieldValue]
    {
        var facts = consequence.facts
        facts["cause"] = .text(event.id)
        if consequence.opens == .duty, facts["working_days"] == nil {
            facts["working_days"] = .count(target.hasEnhancedRights(asOf: place) ? 1 : 5)
        }
        return facts
    }
}

extension Dossier {
    /// The day from which it is known that a link points where it does at that place.
    fileprivate func linkKnown(_ name: String, asOf place: Place) -> Day {
        let change = linkChanges.last { $0.name == name && $0.place <= place }
        return change.flatMap { events[$0.event].believedFrom } ?? known
    }

    /// Whether a victim is to be told within one working day: unless it was said last that they have no enhanced rights.
    ///
    /// Victims of these offences have them as a rule (Victims' Code 2020, right 4).
    fileprivate func hasEnhancedRights(asOf place: Place) -> Bool {
        let said = life.last { stand in
            stand.place <= place && stand.event.map { events[$0].fields[Opening.rights] != nil } ?? false
        }
        return switch said?.event.flatMap({ events[$0].fields[Opening.rights] }) {
        case .choice(let said), .text(let said): said != "no"
        case .flag(let said): said
        case .day, .count, .reference, nil: true
        }
    }
}
