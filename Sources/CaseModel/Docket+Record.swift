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
    ///
    /// - Parameter asHappened: whether it was there although something that is recorded could not have been done then.
    /// - Returns: the refusals, if its being there would break what stands after it; empty if it is added.
    @discardableResult
    package func add(_ dossier: Dossier, recordedAt: Int64, recorder: String, asHappened: Bool = false) -> [Refusal] {
        let place = Place.start(of: dossier.begun)
        let cause = Cause(event: nil, place: place, known: dossier.known, recordedAt: recordedAt, recorder: recorder)
        if place > tick {
            enter(dossier)
            follow(from: dossier, cause, .coming)
            return []
        }
        return keepingThePast(
            of: dossier, from: cause, by: dossier.reference.text, evenIfBroken: asHappened
        ) {
            enter(dossier)
            settle(dossier, cause, .coming)
        }
    }

    /// Records an event of `dossier`, if the rules allow it; a backdated one only if the whole past still obeys them.
    package func record(_ proposal: Proposal, on dossier: Dossier) -> Outcome {
        guard let machine = dossier.machine else {
            return refuse(
                dossier, "Records of this kind have no lifecycle: nothing can be recorded on \(dossier.reference.text)."
            )
        }
        if let impossible = impossible(proposal, dossier) { return .refused([impossible]) }
        var event = draft(proposal, machine, dossier)
        let latest = event.place > tick
        if dossier.lastPlace.map({ event.place > $0 }) ?? true {
            let state = dossier.state(asOf: event.place) ?? machine.initial
            let verdict = machine.apply(
                proposal.attempt, at: state, past: machine.looksBack ? dossier.past(before: event.place) : [state],
                begunOn: dossier.begun,
                around: DocketSurroundings(docket: self, dossier: dossier, place: event.place))
            guard case .moves(let step) = verdict else {
                guard case .refused(let refusals) = verdict else { return .refused([]) }
                return .refused(refusals)
            }
            settle(step, &event, proposal)
            if latest || !event.stands {
                append(event, to: dossier)
                if event.stands {
                    follow(from: dossier, Cause(event), event.movesLinks ? .anyhow : .leaving(state, by: [event.name]))
                }
                return .recorded(event)
            }
        }
        return insert(event, proposal, dossier, machine)
    }

    /// Records an event into the past: what stood before must still stand after.
    private func insert(_ proposed: Event, _ proposal: Proposal, _ dossier: Dossier, _ machine: Machine) -> Outcome {
        var event = proposed
        let around = DocketSurroundings(docket: self, dossier: dossier, place: event.place)
        let here = dossier.state(asOf: event.place) ?? machine.initial
        let verdict = machine.apply(
            proposal.attempt, at: here,
            past: dossier.past(before: event.place), begunOn: dossier.begun, around: around)
        switch verdict {
        case .refused(let refusals): return .refused(refusals)
        case .moves(let step): settle(step, &event, proposal)
        }
        let isLast = dossier.lastPlace.map { event.place > $0 } ?? true
        let move: Move = isLast && !event.movesLinks ? .leaving(here, by: [event.name]) : .anyhow
        let wrong = keepingThePast(
            of: dossier, from: Cause(event), by: event.id, evenIfBroken: proposal.asHappened
        ) {
            append(event, to: dossier)
            if event.stands { settle(dossier, Cause(event), move) }
        }
        return wrong.isEmpty ? .recorded(event) : .refused(wrong)
    }

    private func settle(_ step: Step, _ event: inout Event, _ proposal: Proposal) {
        event.rule = step.rule.id
        event.asHappened = !step.breaches.isEmpty
        event.needsApproval = step.rule.approval != nil
        guard !event.needsApproval else { return }
        let reviewed = event.asHappened ? proposal.reviewed : nil
        (event.approved, event.approver) = (reviewed?.day, reviewed?.approver)
    }

    private func draft(_ proposal: Proposal, _ machine: Machine, _ dossier: Dossier) -> Event {
        var event = Event(
            seq: nextSeq(), id: proposal.id ?? newID(), rule: machine.id.rawValue, name: proposal.event,
            when: proposal.when, after: proposal.after, known: proposal.known, recordedAt: proposal.recordedAt,
            recorder: proposal.recorder, fields: proposal.fields, decider: proposal.decider,
            approved: proposal.approved?.day, approver: proposal.approved?.approver)
        anchor(&event)
        return event
    }

    /// What no record can be, lawful or not.
    private func impossible(_ proposal: Proposal, _ dossier: Dossier) -> Refusal? {
        // Rules are looked up only to be named.
        var rule: String {
            dossier.machine?.rules(for: proposal.event).first?.id ?? dossier.machine?.id.rawValue ?? ""
        }
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
        guard !proposal.fields.isEmpty else { return nil }
        for link in RecordShape.eventLinks(of: dossier.reference.kind) {
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
