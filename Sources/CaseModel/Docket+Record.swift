// Recording an event: what the rules say, what follows, and whether the rest of the past still stands.
package import Lifecycle

extension Docket {
    /// What came of a proposal.
    package enum Outcome: Sendable {
        /// It is recorded; what follows from it by itself is recorded too.
        case recorded(Event)
        /// It may not be, and nothing has changed.
        case refused([Refusal])
    }

    /// Adds a record, and lets follow what follows from its being there.
    package func add(_ dossier: Dossier, recordedAt: Int64, recorder: String) {
        let place = Place.start(of: dossier.begun)
        let latest = place > tick
        enter(dossier)
        let cause = Cause(event: nil, place: place, known: dossier.known, recordedAt: recordedAt, recorder: recorder)
        settle(dossier, cause, latest: latest)
    }

    /// Records an event of `dossier`, if the rules allow it; a backdated one only if the whole past still obeys them.
    package func record(_ proposal: Proposal, on dossier: Dossier) -> Outcome {
        guard let machine = dossier.machine, let state = dossier.state else {
            return refuse(
                dossier, "Records of this kind have no lifecycle: nothing can be recorded on \(dossier.reference.text).")
        }
        if let impossible = impossible(proposal, dossier) { return .refused([impossible]) }
        var event = draft(proposal, machine, dossier)
        let latest = event.place > tick
        if dossier.lastPlace.map({ event.place > $0 }) ?? true {
            let verdict = machine.apply(
                proposal.attempt, at: state, past: machine.looksBack ? dossier.past(before: event.place) : [state],
                begunOn: dossier.begun,
                around: DocketSurroundings(docket: self, dossier: dossier, place: event.place))
            guard case .moves(let step) = verdict else {
                guard case .refused(let refusals) = verdict else { return .refused([]) }
                return .refused(refusals)
            }
            settle(step, &event)
            if latest || !event.stands {
                append(event, to: dossier)
                if event.stands { self.settle(dossier, Cause(event), latest: true) }
                return .recorded(event)
            }
        }
        return insert(event, proposal, dossier, machine)
    }

    /// Records an event into the past: what stood before must still stand after.
    private func insert(_ proposed: Event, _ proposal: Proposal, _ dossier: Dossier, _ machine: Machine) -> Outcome {
        var event = proposed
        let around = DocketSurroundings(docket: self, dossier: dossier, place: event.place)
        let verdict = machine.apply(
            proposal.attempt, at: dossier.state(asOf: event.place) ?? machine.initial,
            past: dossier.past(before: event.place), begunOn: dossier.begun, around: around)
        switch verdict {
        case .refused(let refusals): return .refused(refusals)
        case .moves(let step): settle(step, &event)
        }
        let wrong = keepingThePast(of: dossier, evenIfBroken: proposal.asHappened) {
            append(event, to: dossier)
            if event.stands { settle(dossier, Cause(event), latest: false) }
        }
        return wrong.isEmpty ? .recorded(event) : .refused(wrong)
    }

    /// Makes a change to the past of `dossier` and takes it back if what stood before would no longer stand.
    func keepingThePast(of dossier: Dossier, evenIfBroken: Bool, _ change: () -> Void) -> [Refusal] {
        let concerned = [dossier] + watchers(of: dossier, in: Watch.decided)
        let before = Set(concerned.flatMap { broken($0).map(\.event) })
        return trying {
            change()
            guard !evenIfBroken else { return [] }
            let concerned = [dossier] + watchers(of: dossier, in: Watch.decided)
            return concerned.flatMap { broken($0) }.filter { !before.contains($0.event) }.map(\.refusal)
        }
    }

    /// The events of a life that the rules would not allow as the past now stands.
    private func broken(_ dossier: Dossier) -> [(event: String, refusal: Refusal)] {
        guard let machine = dossier.machine else { return [] }
        let events = Dictionary(
            uniqueKeysWithValues: dossier.standing.map { (dossier.events[$0].id, dossier.events[$0]) })
        let happenings = dossier.standing.map { index in
            Happening(id: dossier.events[index].id, dossier.events[index].attempt(machine))
        }
        let review = machine.review(happenings, begunOn: dossier.begun) { happening in
            DocketSurroundings(
                docket: self, dossier: dossier, place: events[happening.id]?.place ?? .end(of: dossier.begun))
        }
        return review.refusals.compactMap { id, refusals in
            guard let first = refusals.first, events[id]?.asHappened == false, events[id]?.derived == false else {
                return nil
            }
            let why = "It would break \(id), which is recorded on \(dossier.reference.text) already: \(first.why)"
            return (id, Refusal(rule: first.rule, why: why, missing: first.missing, who: first.who))
        }
    }

    private func settle(_ step: Step, _ event: inout Event) {
        event.rule = step.rule.id
        event.asHappened = !step.breaches.isEmpty
        event.needsApproval = step.rule.approval != nil
    }

    private func draft(_ proposal: Proposal, _ machine: Machine, _ dossier: Dossier) -> Event {
        var event = Event(
            seq: nextSeq(), id: proposal.id ?? newID(), rule: machine.id.rawValue, name: proposal.event,
            when: proposal.when, after: proposal.after, known: proposal.known, recordedAt: proposal.recordedAt,
            recorder: proposal.recorder, fields: proposal.fields, decider: proposal.decider,
            approved: proposal.approved?.day, approver: proposal.approved?.approver)
        if let after = proposal.after.flatMap({ self.event($0) })?.dossier.events.first(where: { $0.id == proposal.after }),
            after.when.last == event.when.last
        {
            event.anchor = after.anchor
        }
        return event
    }

    /// What no record can be, lawful or not.
    private func impossible(_ proposal: Proposal, _ dossier: Dossier) -> Refusal? {
        let rule = dossier.machine?.rules(for: proposal.event).first?.id ?? dossier.machine?.id.rawValue ?? ""
        if proposal.known < proposal.when.first {
            return Refusal(rule: rule, why: "It is said to have become known before it happened.")
        }
        if let id = proposal.id, event(id) != nil {
            return Refusal(rule: rule, why: "There is an event \(id) already.")
        }
        if let after = proposal.after {
            guard let (home, index) = event(after) else {
                return Refusal(rule: rule, why: "There is no event \(after) in this investigation to come after.")
            }
            if home.events[index].when.last > proposal.when.last {
                return Refusal(rule: rule, why: "It is said to come after \(after), which happened later.")
            }
        }
        for link in RecordShape.of(dossier.reference.kind).eventLinks {
            guard let named = proposal.fields[link.name]?.reference else { continue }
            guard self.dossier(named) != nil else {
                return Refusal(rule: rule, why: "\(named.text) does not belong to the same investigation.")
            }
        }
        return nil
    }

    private func refuse(_ dossier: Dossier, _ why: String) -> Outcome {
        .refused([Refusal(rule: dossier.reference.kind.prefix, why: why)])
    }
}

extension Docket.Cause {
    /// An event as the cause of what follows from it.
    init(_ event: Event) {
        self.init(
            event: event, place: event.place, known: event.believedFrom ?? event.known, recordedAt: event.recordedAt,
            recorder: event.recorder)
    }
}

extension Event {
    /// What stands for the text of a sealed field that was not opened.
    package static let mask = "▒▒▒"

    /// The event as the rules see it; sealed values, which were weighed when it was recorded, are stood in for.
    func attempt(_ machine: Machine) -> Attempt {
        var fields = fields
        if fields.values.contains(.text(Self.mask)), let rule = machine.rules(for: name).first(where: { $0.id == rule }) {
            for requirement in rule.requires where fields[requirement.field] == .text(Self.mask) {
                if case .choice(let choices) = requirement.type, let choice = choices.first {
                    fields[requirement.field] = .choice(choice)
                }
            }
        }
        return Attempt(name, when: when, fields: fields, decider: decider, asHappened: asHappened, derived: derived)
    }
}

extension Machine {
    /// Whether any rule asks for what the record itself has been.
    var looksBack: Bool { Self.lookingBack.contains(id) }

    private static let lookingBack = Set(
        RuleBook.current.machines.filter { machine in
            machine.rules.contains { $0.conditions.contains { $0.link == "self" } }
        }.map(\.id))
}
