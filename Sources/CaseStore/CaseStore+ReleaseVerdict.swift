// Who may act on a release, and who could instead.
import Access
import KeyRing
import Lifecycle
import Publishing

extension CaseStore {
    /// This account, as a candidate for an act on a release that takes this right.
    func candidate(_ right: Act) -> ReleaseStanding.Candidate { candidate(keys.user, account.organisation, right) }

    private func candidate(_ id: String, _ body: Organisation, _ right: Act) -> ReleaseStanding.Candidate {
        ReleaseStanding.Candidate(account: id, roles: roles(of: id), body: body) { [roster, clock] act in
            if id == act.account { return true }
            let then = Int64(LondonTime(at: act.at).day.number), today = Int64(clock().today.number)
            if [then, today].contains(where: { roster.covered(by: id, on: $0).contains(act.account) }) { return true }
            // Whom the other stood in for then, unless the other could have done it in their own name.
            guard roster.covered(by: act.account, on: then).contains(id) else { return false }
            let own = Set(roster.ownRoles(of: act.account, on: then).compactMap { Role(rawValue: $0) })
            return !act.kind.rights.contains { own.may($0) }
        }
    }

    /// The accounts that can do that with a release of this standing today.
    func able(_ kind: ReleaseAct.Kind, _ standing: ReleaseStanding) -> [UserRow] {
        roster.accounts.filter { user in
            guard user.status == .active else { return false }
            let body = Organisation(rawValue: user.organisation) ?? .other
            let candidate = candidate(user.id, body, .checkRelease)
            switch kind {
            case .draft: return candidate.roles.may(.draftRelease)
            case .check: return standing.obstacle(toCheckBy: candidate) == nil
            case .approve:
                return standing.wanted.contains { $0.isSpoken(for: candidate.roles, of: body) }
                    && !standing.acts.contains { candidate.isOne($0) }
            case .reject: return standing.obstacle(toRejectBy: candidate) == nil
            }
        }
    }

    /// The refusal that an obstacle comes to, with who can supply what is missing; what is no right of the account's leaves
    /// its line in the log.
    func refused(_ obstacle: ReleaseObstacle, _ release: StoredRelease, _ act: String) throws -> any Error {
        switch obstacle.kind {
        case .samePerson: try deny("second part in a release")
        case .wrongRole: try deny("part in a release")
        case .notNow: break
        }
        let standing = try release.state()
        let names = obstacle.instead.map { able($0, standing).map(\.name) } ?? []
        let nobody = obstacle.instead != nil && names.isEmpty
        return Refused([
            Refusal(
                rule: "release.\(act)",
                why: "\(release.reference.text): \(obstacle.why)"
                    + (nobody ? " Nobody can today: a custodian gives somebody the role, or cover." : ""),
                missing: obstacle.missing, accounts: names)
        ])
    }

    /// What this account is told at sign-in of a release that waits for it.
    func releaseTidings() -> [String] {
        guard account.roles.may(.readReleases), let count = try? connection.releaseCount(), count > 0 else { return [] }
        let reference = ReleaseReference(number: count)
        guard let standing = try? StoredRelease.glance(at: reference, in: connection), standing.state.isOpen else {
            return []
        }
        if !standing.isChecked {
            guard standing.obstacle(toCheckBy: candidate(.checkRelease)) == nil else { return [] }
            return ["\(reference.text) waits to be checked: dalesway release check \(reference.text)"]
        }
        guard case .success = standing.owner(approvedBy: candidate(.approveRelease)) else { return [] }
        return ["\(reference.text) waits for your approval: dalesway release approve \(reference.text)"]
    }
}

extension ReleaseAct.Kind {
    /// The rights of which one carries such an act.
    fileprivate var rights: [Act] {
        switch self {
        case .draft: [.draftRelease]
        case .check: [.checkRelease]
        case .approve: [.approveRelease, .overrideRelease]
        case .reject: [.draftRelease, .checkRelease, .approveRelease, .overrideRelease]
        }
    }
}
