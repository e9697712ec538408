// Checking, approving and rejecting a release: each by somebody else, each signed over the same bytes.
import Access
import AuditLog
import Cryptography
package import DisclosureControl
import KeyRing
import Lifecycle
package import Publishing
import Rows
import SQLite

extension CaseStore {
    /// Checks a release that somebody else drafted, and signs that it is right.
    ///
    /// The proof is added up against everything told so far, what is told elsewhere included, and everything is counted
    /// once more from the file. Throws ``Refused`` and ``StoreError``; then nothing has changed but the log.
    package func checkRelease(_ reference: ReleaseReference, progress: (Progress) throws -> Void = { _ in }) throws
        -> Release
    {
        try speaking {
            try authorise(.checkRelease)
            var all = try storedReleases()
            var release = try release(reference, in: all)
            if let obstacle = try release.state().obstacle(toCheckBy: candidate(.checkRelease)) {
                throw try refused(obstacle, release, "check")
            }
            let facts = try NotedFact.all(in: connection, roster).map(\.fact)
            let published = try published(all)
            try proof(of: release, published, facts)
            try count(release, published, Array(facts.prefix(release.facts)), progress)
            let act = ReleaseAct(
                .check, by: keys.user, at: clock().milliseconds, ledger: try ledgerHash(published, facts: facts))
            try sign(act, on: &release)
            try keep(release, [try entry(.alteration, [Part(detail("release check", release), for: storeSubject())])])
            all[reference.number - 1] = release
            return try view(release, in: all)
        }
    }

    /// Approves a release for the body that this account speaks for; with the last approval it is published.
    ///
    /// What is published is a disclosure: logged as one, and the log is signed then. Throws ``Refused`` and ``StoreError``.
    package func approveRelease(_ reference: ReleaseReference) throws -> Release {
        try speaking {
            try authorise(account.roles.may(.overrideRelease) ? .overrideRelease : .approveRelease)
            var all = try storedReleases()
            var release = try release(reference, in: all)
            let standing = try release.state()
            let owner: ReleaseOwner
            switch standing.owner(approvedBy: candidate(.approveRelease)) {
            case .failure(let obstacle): throw try refused(obstacle, release, "approve")
            case .success(let found): owner = found
            }
            let facts = try NotedFact.all(in: connection, roster).map(\.fact)
            guard try standing.check?.ledger == ledgerHash(published(all), facts: facts) else {
                let obstacle = ReleaseObstacle(
                    .notNow, "A figure that was given elsewhere has been noted since it was checked.",
                    missing: ["another check: dalesway release check \(reference.text)"], instead: .check)
                throw try refused(obstacle, release, "approve")
            }
            let act = ReleaseAct(.approve, owner: owner, by: keys.user, at: clock().milliseconds)
            try sign(act, on: &release)
            let isPublished = try release.state().state.isPublished
            let mine = try detail("release approve", release, ["for": .text(owner.rawValue)])
            var entries = [try entry(.alteration, [Part(mine, for: storeSubject())])]
            if isPublished {
                entries.append(
                    try entry(
                        .disclosure, [Part(detail("release publish", release), for: storeSubject())],
                        why: reason?.code.rawValue ?? "publication", recipient: "the public"))
            }
            try keep(release, entries, isPublished: isPublished)
            if isPublished { checkpointDisclosure() }
            all = try storedReleases()
            return try view(self.release(reference, in: all), in: all)
        }
    }

    /// Rejects a release that is not published yet, or takes one's own draft back.
    ///
    /// - Parameter words: why, in one line; it is kept with the release and never published.
    package func rejectRelease(_ reference: ReleaseReference, because words: String) throws -> Release {
        try speaking {
            try authorise(.readReleases)
            try Self.oneLine(words, "because")
            var all = try storedReleases()
            var release = try release(reference, in: all)
            if let obstacle = try release.state().obstacle(toRejectBy: candidate(.checkRelease)) {
                throw try refused(obstacle, release, "reject")
            }
            let act = ReleaseAct(.reject, by: keys.user, at: clock().milliseconds, because: words)
            try sign(act, on: &release)
            try keep(release, [try entry(.alteration, [Part(detail("release reject", release), for: storeSubject())])])
            all[reference.number - 1] = release
            return try view(release, in: all)
        }
    }

    /// The proof of a draft, as a record that is added up without this program; a disclosure to this account.
    package func certificates(of reference: ReleaseReference) throws -> (release: Release, record: [UInt8]) {
        try speaking {
            try authorise(.checkRelease)
            let all = try storedReleases()
            let release = try release(reference, in: all)
            let facts = try NotedFact.all(in: connection, roster).map(\.fact)
            let earlier = try published(all).filter { $0.reference < reference }
            let entry = try entry(
                .disclosure, [Part(detail("release certificates", release), for: storeSubject())],
                recipient: recipientText(nil))
            try note(entry)
            checkpointDisclosure()
            return (try view(release, in: all), try record(of: release, earlier, facts))
        }
    }

    private func keep(_ release: StoredRelease, _ entries: [Entry], isPublished: Bool = false) throws {
        guard let first = entries.first else { return }
        _ = try change { transaction in
            var release = release
            if isPublished { release.entry = try connection.logSize() + entries.count - 1 }
            try transaction.remember(release)
            return Logged((), first, and: Array(entries.dropFirst()))
        }
    }
}
