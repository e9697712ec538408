// The second person's approval, and the striking of an event.
package import Lifecycle

extension Docket {
    /// Strikes an event: it stays to be seen, and is believed no longer from `known` on.
    ///
    /// - Returns: the refusals, if striking it would break what stands after it; empty if it is struck.
    package func strike(
        _ dossier: Dossier, _ index: Int, known: Day, recordedAt: Int64, recorder: String, evenIfBroken: Bool
    ) -> [Refusal] {
        let event = dossier.events[index]
        if event.struck != nil { return [Refusal(rule: event.rule, why: "\(event.id) is struck already.")] }
        if event.derived {
            let cause = dossiers.values.lazy.flatMap(\.events).first { $0.seq == event.cause }
            let what = cause.map { "\($0.id), of which it is a consequence" } ?? "what it is a consequence of"
            return [Refusal(rule: event.rule, why: "\(event.id) follows from other events: strike \(what).")]
        }
        if known < event.known {
            return [Refusal(rule: event.rule, why: "It cannot be known to be wrong before it became known.")]
        }
        let cause = Cause(event: nil, place: event.place, known: known, recordedAt: recordedAt, recorder: recorder)
        return keepingThePast(of: dossier, from: cause, by: event.id, evenIfBroken: evenIfBroken) {
            let concerned = watchers(of: dossier, in: Watch.derived)
            amend(dossier, index) { $0.struck = known }
            settle(dossier, cause, also: concerned)
        }
    }

    /// Lets a held event take effect by a second person's approval, or notes that somebody has reviewed a breach.
    ///
    /// - Parameters:
    ///   - isOne: whether who approves and who recorded it are one person: the same, or one in the other's place.
    ///   - day: the day on which it is approved.
    package func approve(
        _ dossier: Dossier, _ index: Int, by approver: String, roles: Set<Role>, isOne: Bool = false, on day: Day
    ) -> [Refusal] {
        let event = dossier.events[index]
        guard let approval = dossier.approval(of: event) else {
            return [Refusal(rule: event.rule, why: "\(event.id) needs no approval.")]
        }
        if event.struck != nil { return [Refusal(rule: event.rule, why: "\(event.id) is struck.")] }
        if event.approved != nil { return [Refusal(rule: event.rule, why: "\(event.id) is approved already.")] }
        guard approval.by.contains(where: roles.contains) else {
            return [
                Refusal(
                    rule: event.rule, why: "\(event.id) is not for this account to approve.",
                    accounts: approval.by.map(\.rawValue))
            ]
        }
        if approval.notRecorder, approver == event.recorder || isOne {
            let why =
                approver == event.recorder
                ? "Who recorded \(event.id) cannot approve it: a second person must."
                : "Who recorded \(event.id) and you stand in for one another: a third person must approve it."
            return [Refusal(rule: event.rule, why: why, accounts: approval.by.map(\.rawValue))]
        }
        var approved = event
        approved.approved = day
        let cause = Cause(approved)
        guard event.needsApproval else {
            // A breach is in force already: nothing follows from its review.
            amend(dossier, index) { ($0.approved, $0.approver) = (day, approver) }
            return []
        }
        return keepingThePast(of: dossier, from: cause, by: event.id, evenIfBroken: false) {
            amend(dossier, index) { ($0.approved, $0.approver) = (day, approver) }
            settle(dossier, cause)
        }
    }
}

extension Dossier {
    /// The second person whom an event asks for: its rule's, or for a breach whoever supervises; nil if none.
    package func approval(of event: Event) -> Approval? {
        guard let machine, event.supplements == nil || event.isMark else { return nil }
        if event.needsApproval { return machine.rules(for: event.name).first { $0.id == event.rule }?.approval }
        return event.asHappened ? Approval(by: machine.id.reviewers) : nil
    }
}
