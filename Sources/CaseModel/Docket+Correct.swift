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
        return keepingThePast(of: dossier, from: cause, evenIfBroken: evenIfBroken) {
            let concerned = watchers(of: dossier, in: Watch.derived)
            amend(dossier, index) { $0.struck = known }
            settle(dossier, cause, also: concerned)
        }
    }

    /// Lets a held event take effect by a second person's approval.
    package func approve(_ dossier: Dossier, _ index: Int, by approver: String, roles: Set<Role>, on day: Day)
        -> [Refusal]
    {
        let event = dossier.events[index]
        let rule = dossier.machine?.rules(for: event.name).first { $0.id == event.rule }
        guard let approval = rule?.approval, event.needsApproval else {
            return [Refusal(rule: event.rule, why: "\(event.id) needs no approval.")]
        }
        if event.struck != nil { return [Refusal(rule: event.rule, why: "\(event.id) is struck.")] }
        if event.approved != nil { return [Refusal(rule: event.rule, why: "\(event.id) is approved already.")] }
        if approval.notRecorder, approver == event.recorder {
            return [
                Refusal(
                    rule: event.rule, why: "Who recorded \(event.id) cannot approve it: a second person must.",
                    accounts: approval.by.map(\.rawValue))
            ]
        }
        guard approval.by.contains(where: roles.contains) else {
            return [
                Refusal(
                    rule: event.rule, why: "\(event.id) is not for this account to approve.",
                    accounts: approval.by.map(\.rawValue))
            ]
        }
        var approved = event
        approved.approved = day
        let cause = Cause(approved)
        return keepingThePast(of: dossier, from: cause, evenIfBroken: false) {
            amend(dossier, index) {
                $0.approved = day
                $0.approver = approver
            }
            settle(dossier, cause)
        }
    }
}
