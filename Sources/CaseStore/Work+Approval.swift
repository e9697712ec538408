// The second person within a piece of work: who approves, and who may not.
import Access
import CaseModel
import Cryptography
import KeyRing
import Lifecycle

extension Work {
    /// Approves a held event as a second person, or reviews one that was recorded as it happened.
    func approve(_ id: String) throws -> Event {
        let (docket, dossier, index) = try home(ofEvent: id)
        let event = dossier.events[index]
        let day = max(moment.today, event.known)
        let refusals = docket.approve(
            dossier, index, by: store.keys.user, roles: store.account.roles,
            isOne: store.isOne(with: event, dossier), on: day)
        try tellTrouble()
        guard refusals.isEmpty else {
            throw Refused(
                refusals.map { refusal in
                    guard !refusal.accounts.isEmpty, let approval = dossier.approval(of: event) else { return refusal }
                    return Refusal(
                        rule: refusal.rule, why: refusal.why + store.whoCan(approve: event, dossier, approval),
                        missing: refusal.missing, accounts: refusal.accounts, deciders: refusal.deciders)
                })
        }
        let signature = try store.keys.sign("approve", event.statement(on: day))
        approvals.append((event.seq, day, signature.bytes))
        return dossier.events[index]
    }
}

extension CaseStore {
    /// Whether an account, this one if not said, is one person with who recorded an event: the same, or in the other's
    /// place.
    ///
    /// Who covers for the recorder, now or when it was recorded, is; so is whom the recorder then covered for, if the
    /// recorder could not have recorded it otherwise.
    func isOne(_ account: String? = nil, with event: Event, _ dossier: Dossier) -> Bool {
        let account = account ?? keys.user
        let then = event.recordedAt / 86_400_000
        if account == event.recorder { return true }
        if [then, Int64(clock().today.number)].contains(where: {
            roster.covered(by: account, on: $0).contains(event.recorder)
        }) {
            return true
        }
        guard roster.covered(by: event.recorder, on: then).contains(account) else { return false }
        let rule = dossier.machine?.rules(for: event.name).first { $0.id == event.rule }
        let own = roster.ownRoles(of: event.recorder, on: then).compactMap { Role(rawValue: $0) }
        return rule?.recorders.contains(where: own.contains) != true
    }

    /// The accounts that can approve an event, in a sentence that follows another.
    func whoCan(approve event: Event, _ dossier: Dossier, _ approval: Approval) -> String {
        let today = Int64(clock().today.number)
        let able = roster.accounts.filter { user in
            let roles = Set(roster.roles(of: user.id, on: today).compactMap { Role(rawValue: $0) })
            return user.status == .active && approval.by.contains(where: roles.contains)
                && roles.mayOpen(dossier.reference.kind)
                && !(approval.notRecorder && isOne(user.id, with: event, dossier))
        }
        guard !able.isEmpty else { return " Nobody can today: a custodian gives somebody the role, or cover." }
        return " \(able.map(\.name).joined(separator: ", ")) can."
    }
}
