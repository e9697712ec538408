// From counts to a release: what may be said, and what stands behind it.

package import DisclosureControl

/// A release put together: what it says, the statements that enter the ledger with it, and the proof that it is safe.
///
/// It is a pure function of what it was made of: the same input gives the same bytes.
package struct Assembly: Hashable, Sendable {
    /// What readers are given: nothing that is hidden is in it.
    package let content: ReleaseContent
    /// What enters the ledger, as secret as the counts: what is said of a year ago first, if anything is, the release last.
    package let statements: [Statement]
    /// What disclosure control made of the last of ``statements``, and its proof.
    package let protection: Protection

    /// The release that counts make.
    ///
    /// - Parameter progress: called often; what it throws ends the work and is thrown here.
    /// - Throws: ``ReleaseFault`` or `DisclosureRefusal` if there can be no such release.
    package init(_ input: ReleaseInput, progress: (Progress) throws -> Void = { _ in }) throws {
        let draft = try ReleaseDraft(input)
        let past = try PastStatement(draft, progress: progress)
        let ledger = Ledger(past.ledger, facts: input.facts)
        var guarded = draft.guarded
        var dropped: [GuardedSum] = []
        while true {
            let protection = try ledger.protect(draft.statement(guarded), under: input.policy, progress: progress)
            // A sum with a hidden line is no sum to a reader: it is left out whole, and the rest is protected anew.
            var partial = guarded.filter { !$0.isWhole(in: protection) }
            if partial.contains(where: { GuardedSum.inseparable.contains($0.published.id) }) {
                partial += guarded.filter { one in
                    GuardedSum.inseparable.contains(one.published.id)
                        && !partial.contains { $0.published == one.published }
                }
            }
            guard !partial.isEmpty else {
                self.protection = protection
                break
            }
            dropped += partial
            guarded.removeAll { one in partial.contains { $0.published == one.published } }
        }
        statements = (past.new.map { [$0] } ?? []) + [protection.statement]
        content =
            ReleaseWriter(
                draft: draft, protected: protection.statement, past: past,
                sums: draft.sums + guarded.map(\.published),
                withheld: draft.withheld + dropped.map { input.withheld(sum: $0.published.id, $0.published.title) },
                tablesWithheld: protection.withheld
            ).content
    }
}

extension GuardedSum {
    /// Whether disclosure control let all of it stand.
    fileprivate func isWhole(in protection: Protection) -> Bool {
        guard let table else { return true }
        guard let protected = protection.statement.tables.first(where: { $0.id == table.id }) else { return false }
        return protected.cells.allSatisfy { $0.allSatisfy { $0.showing == .number } }
            && (protected.rowTotals + protected.colTotals + [protected.total]).allSatisfy { $0.showing == .number }
    }
}
