// The spans of a record once more, worked out for one day and one day of knowing by folding its events directly.

import Lifecycle

@testable import CaseModel

/// A slow and independent account of what is so.
struct Slow {
    let dossier: Dossier
    let number: (Reference) -> Int64?

    static func text(_ span: Span) -> String {
        span.code + (span.target.map { " \($0)" } ?? "") + (span.high.map { " \($0)" } ?? "")
            + (span.isDeadline ? " \(span.windowTo?.iso ?? "") \(span.low ?? 0)" : "")
    }

    /// The events that had happened by `t` and were believed at `k`, in their order.
    private func events(_ t: Day, _ k: Day) -> [Event] {
        dossier.events.filter { event in
            guard event.supplements == nil, event.known <= k, event.when.last <= t else { return false }
            if event.needsApproval {
                guard let approved = event.approved, approved <= k else { return false }
            }
            return event.struck == nil || event.struck.map { k < $0 } == true
        }.sorted { ($0.when.last, $0.anchor, $0.seq) < ($1.when.last, $1.anchor, $1.seq) }
    }

    private var prefix: String {
        guard let machine = dossier.machine else { return "" }
        guard machine.id == .b3 else { return machine.id.rawValue }
        return dossier.facts["role"] == .choice("ANCILLARY") ? "B3/ANCILLARY" : "B3/PRIMARY"
    }

    /// Where the events lead by `t`, timers counted, and the deadlines that stand then.
    private func state(_ events: [Event], _ t: Day) -> (State, [Deadline])? {
        guard let machine = dossier.machine else { return nil }
        var states = [machine.initial]
        var clocks = Clockwork(machine, begunOn: dossier.begun, facts: dossier.facts)
        func wait(_ day: Day) {
            while let here = states.last, let lapse = clocks?.lapse(at: here), lapse.day <= day {
                clocks?.pass(lapse, from: here)
                states.append(lapse.to)
            }
        }
        for event in events {
            wait(event.when.last)
            let here = states[states.count - 1]
            let named = machine.rules.filter { $0.event == event.name }
            let rule =
                named.first { $0.from.contains(here) && $0.inForce.contains(dossier.begun) }
                ?? named.first { $0.id == event.rule }
            guard let rule else { continue }
            let reached = rule.to.first { destination in
                guard let condition = rule.conditions.first(where: { $0.id == destination.when }) else { return true }
                let latest = states.reversed().first { (condition.among ?? condition.states).contains($0) }
                return latest.map(condition.states.contains) ?? false
            }
            states.append(reached?.state ?? rule.to[0].state)
            clocks?.follow(
                Turn(
                    event.name, on: event.when.last, fields: event.fields, from: here, to: states[states.count - 1],
                    place: dossier.events.firstIndex { $0.seq == event.seq }))
        }
        wait(t)
        return (states[states.count - 1], clocks?.standing.filter { $0.until.map { t < $0 } ?? true } ?? [])
    }

    /// What stands at `t`, as known at `k`.
    func standing(_ t: Day, _ k: Day) -> [String] {
        guard dossier.begun <= t, dossier.known <= k else { return [] }
        let events = events(t, k)
        var found: [String] = []
        if let (state, deadlines) = state(events, t) {
            found.append("\(prefix):\(state.rawValue)")
            for deadline in deadlines {
                let target = deadline.event.map { " \(dossier.events[$0].seq)" } ?? ""
                let kind = deadline.left == nil ? "due" : "still"
                found.append("\(kind)/\(deadline.clock)\(target) \(deadline.due?.iso ?? "") \(deadline.left ?? 0)")
            }
        }
        let names: [String] =
            switch dossier.reference.kind {
            case .suspect: ["submission", "phase"]
            case .custody: ["submission"]
            case .charge: ["prosecution", "victim"]
            case .investigation, .crime, .phase, .post, .person, .victim, .support, .advice, .submission, .prosecution,
                .duty, .review, .information, .retention, .request, .allocation, .allegation, .aggregate:
                []
            }
        for name in names {
            let set = events.last { $0.fields[name] != nil }?.fields[name]?.reference.flatMap(number)
            if let target = set ?? dossier.links[name] {
                found.append("\(dossier.reference.kind.prefix)>\(name) \(target)")
            }
        }
        if dossier.reference.kind == .submission { found.append("D2:planned") }
        if dossier.reference.kind == .prosecution,
            case .count(let trial)? = events.last(where: { $0.fields["trial_no"] != nil })?.fields["trial_no"]
        {
            found.append("D3:trial \(trial)")
        }
        return found
    }

    /// The marks that events have left by `t`, as known at `k`.
    func marks(_ t: Day, _ k: Day) -> [String] {
        guard dossier.known <= k, let machine = dossier.machine else { return [] }
        let counted = Set(machine.rules.filter { !$0.marks.isEmpty }.map(\.event))
        return events(t, k).filter { counted.contains($0.name) }.map { "\(prefix)@\($0.name)" }
    }
}
