// Four different people: the verdict on who may do what with a release next.

internal import Access
package import Lifecycle

extension ReleaseStanding {
    /// Somebody who would act on a release.
    package struct Candidate {
        /// The account, by its handle.
        package let account: String
        /// What it is today.
        package let roles: Set<Role>
        /// The body it belongs to.
        package let body: Organisation
        /// Whether it is one person with another account: the same, or in the other's place.
        package let isOne: (ReleaseAct) -> Bool

        /// An account as it stands today.
        package init(
            account: String, roles: Set<Role>, body: Organisation, isOne: @escaping (ReleaseAct) -> Bool
        ) {
            (self.account, self.roles, self.body, self.isOne) = (account, roles, body, isOne)
        }
    }

    /// Why `candidate` may not check it now; nil if they may.
    package func obstacle(toCheckBy candidate: Candidate) -> ReleaseObstacle? {
        if let closed { return closed }
        guard candidate.roles.may(.checkRelease) else { return .wrongRole(.check, "check a release") }
        if let own = acts.first(where: { $0.kind != .check && candidate.isOne($0) }) {
            return ReleaseObstacle(
                .samePerson,
                "Who \(own.words) a release does not check it, nor who stands in for them: a second person must.",
                missing: ["a check by somebody else"], instead: .check)
        }
        return nil
    }

    /// For whom `candidate` approves it now, or why they may not.
    package func owner(approvedBy candidate: Candidate) -> Result<ReleaseOwner, ReleaseObstacle> {
        if let closed { return .failure(closed) }
        let spoken = owners.filter { $0.isSpoken(for: candidate.roles, of: candidate.body) }
        guard !spoken.isEmpty else {
            let isDPO = ReleaseOwner.dataProtection.isSpoken(for: candidate.roles, of: candidate.body)
            let why =
                isDPO
                ? "It does not depart from the policy: a data-protection officer's approval is not asked for."
                : "A release is approved by \(owners.map(\.words).joined(separator: "; by "))."
            return .failure(ReleaseObstacle(.wrongRole, why, missing: missingApprovals, instead: .approve))
        }
        if let own = acts.first(where: { candidate.isOne($0) }) {
            return .failure(
                ReleaseObstacle(
                    .samePerson,
                    "Who \(own.words) a release does not approve it as well, nor who stands in for them.",
                    missing: missingApprovals, instead: .approve))
        }
        guard isChecked else {
            return .failure(
                ReleaseObstacle(
                    .notNow, "It has not been checked.", missing: ["a check by somebody who did not draft it"],
                    instead: .check))
        }
        guard let owner = spoken.first(where: wanted.contains) else {
            return .failure(
                ReleaseObstacle(
                    .notNow, "It is approved for \(spoken.map(\.rawValue).joined(separator: " and ")) already.",
                    missing: missingApprovals, instead: .approve))
        }
        return .success(owner)
    }

    /// Why `candidate` may not reject it; nil if they may: who checks, who approves, and who drafted it.
    package func obstacle(toRejectBy candidate: Candidate) -> ReleaseObstacle? {
        if let closed { return closed }
        let mayReject = [Access.Act.checkRelease, .approveRelease, .overrideRelease].contains {
            candidate.roles.may($0)
        }
        return mayReject || candidate.account == drafter ? nil : .wrongRole(.reject, "reject a release")
    }

    /// The approvals that are wanted still, a line each.
    package var missingApprovals: [String] { wanted.map { "the approval of \($0.words)" } }

    private var closed: ReleaseObstacle? {
        switch state {
        case .drafted, .checked, .approved: nil
        case .published, .corrected:
            ReleaseObstacle(
                .notNow,
                "It is published, and stays as it is: what is wrong in it is put right by a release of its own.",
                missing: ["a draft that corrects it: dalesway release draft --corrects …"], instead: .draft)
        case .rejected:
            ReleaseObstacle(.notNow, "It was rejected: draft another.", missing: ["a new draft"], instead: .draft)
        }
    }
}

extension ReleaseObstacle {
    fileprivate static func wrongRole(_ kind: ReleaseAct.Kind, _ words: String) -> Self {
        Self(.wrongRole, "This account may not \(words).", instead: kind)
    }
}
