// Who has done what with a release, and who may do what next.

/// The standing of a release: the acts on it, in order, and what they come to.
package struct ReleaseStanding: Hashable, Sendable {
    /// The acts; the first is the draft.
    package private(set) var acts: [ReleaseAct]
    /// Where it goes below the policy.
    package let departures: [Departure]
    /// The published release that corrects it, if one does.
    package var correctedBy: ReleaseReference?

    /// The standing that acts lead to; nil if no such acts could have followed each other.
    package init?(_ acts: [ReleaseAct], departures: [Departure], correctedBy: ReleaseReference? = nil) {
        guard let first = acts.first, first.kind == .draft else { return nil }
        (self.acts, self.departures, self.correctedBy) = ([first], departures, nil)
        for act in acts.dropFirst() {
            guard state.isOpen, act.at >= self.acts.last?.at ?? 0 else { return nil }
            switch act.kind {
            case .draft: return nil
            case .check:
                guard act.account != first.account, !approvals.contains(where: { $0.account == act.account }) else {
                    return nil
                }
            case .approve:
                guard let owner = act.owner, wanted.contains(owner), isChecked,
                    !self.acts.contains(where: { $0.account == act.account })
                else { return nil }
            case .reject: break
            }
            self.acts.append(act)
        }
        self.correctedBy = correctedBy
    }

    /// A release that was drafted just now.
    package init(drafted act: ReleaseAct, departures: [Departure]) {
        (acts, self.departures) = ([act], departures)
    }

    /// Where it stands.
    package var state: ReleaseState {
        if acts.contains(where: { $0.kind == .reject }) { return .rejected }
        if wanted.isEmpty { return correctedBy == nil ? .published : .corrected }
        if !approvals.isEmpty { return .approved }
        return isChecked ? .checked : .drafted
    }

    /// Who drafted it, by handle.
    package var drafter: String { acts.first?.account ?? "" }

    /// The newest check.
    package var check: ReleaseAct? { acts.last { $0.kind == .check } }

    /// Whether it was checked.
    package var isChecked: Bool { check != nil }

    /// The approvals, in order.
    package var approvals: [ReleaseAct] { acts.filter { $0.kind == .approve } }

    /// All who must approve it.
    package var owners: [ReleaseOwner] {
        departures.isEmpty ? [.police, .council] : [.police, .council, .dataProtection]
    }

    /// Those of them who have not.
    package var wanted: [ReleaseOwner] {
        let given = Set(approvals.compactMap(\.owner))
        return owners.filter { !given.contains($0) }
    }

    /// When it was published, in milliseconds of UTC since 1970; nil if it is not.
    package var publishedAt: Int64? { state.isPublished ? approvals.last?.at : nil }

    /// The standing after one more act; the act must have been found lawful.
    package func adding(_ act: ReleaseAct) -> Self {
        var standing = self
        standing.acts.append(act)
        return standing
    }
}
