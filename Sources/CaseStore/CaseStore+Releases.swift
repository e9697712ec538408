// The releases: all of them, in their row, and one of them, as far as somebody may see it.
import Access
import AuditLog
import Cryptography
import DisclosureControl
import KeyRing
import Lifecycle
package import Publishing
import Rows
import SQLite

extension CaseStore {
    /// A release as it is stored, after the look was logged.
    ///
    /// Every hash and every signature was verified. Throws ``StoreError``: what is not published is shown to those alone
    /// who make releases.
    package func release(_ reference: ReleaseReference) throws -> Release {
        try speaking {
            let all = try storedReleases()
            let release = try readable(reference, in: all)
            try noteLook(["act": .text("release show"), "release": .text(reference.text)])
            return try view(release, in: all)
        }
    }

    /// The releases in their order, as far as the account may see them; the look is logged.
    package func releases() throws -> [Release] {
        try speaking {
            try authorise(.figures)
            let all = try storedReleases()
            let mayAll = account.roles.may(.readReleases)
            try noteLook(["act": .text("release list")])
            return try all.map { try view($0, in: all) }.filter { mayAll || $0.isPublished }
        }
    }

    /// Two releases to be compared, the look logged.
    package func releases(_ one: ReleaseReference, and other: ReleaseReference) throws -> (Release, Release) {
        try speaking {
            let all = try storedReleases()
            let (first, second) = (try readable(one, in: all), try readable(other, in: all))
            try noteLook([
                "act": .text("release diff"), "release": .text(one.text), "other": .text(other.text),
            ])
            return (try view(first, in: all), try view(second, in: all))
        }
    }

    /// Every release, each verified.
    ///
    /// Throws ``StoreError``, naming the first that is not as it was signed.
    func storedReleases() throws -> [StoredRelease] {
        var link = ""
        return try (0..<connection.releaseCount()).map { place in
            let reference = ReleaseReference(number: place + 1)
            do {
                let release = try StoredRelease(reference, after: link, in: connection, roster)
                link = try release.link
                return release
            } catch let damage as ReleaseDamage {
                throw StoreError(.damaged, "\(reference.text): \(damage.words). \(Self.releaseAdvice)")
            }
        }
    }

    /// What to do about a release that was altered.
    static let releaseAdvice =
        "Publish nothing from this store, compare what was published with it, and restore the newest backup that is whole."

    /// The releases that readers have.
    func published(_ all: [StoredRelease]) throws -> [StoredRelease] {
        try all.filter { try $0.state().state.isPublished }
    }

    /// A release among all, if the account may see it: whether there is another is not told.
    private func readable(_ reference: ReleaseReference, in all: [StoredRelease]) throws -> StoredRelease {
        try authorise(.figures)
        let found = all.first { $0.reference == reference }
        if try found?.state().state.isPublished != true { try authorise(.readReleases) }
        return try found ?? none(reference)
    }

    /// A release that is to be acted on.
    func release(_ reference: ReleaseReference, in all: [StoredRelease]) throws -> StoredRelease {
        try all.first { $0.reference == reference } ?? none(reference)
    }

    private func none(_ reference: ReleaseReference) throws -> StoredRelease {
        throw StoreError(.badData, "There is no \(reference.text) in this case file: dalesway release list")
    }

    /// A release with what the others say of it.
    func view(_ release: StoredRelease, in all: [StoredRelease]) throws -> Release {
        let correction = try published(all).first { $0.request.corrects == release.reference }
        let standing = try release.state(correctedBy: correction?.reference)
        let handles = Set(standing.acts.map(\.account))
        let checkpoint = try release.entry.flatMap { entry in
            try connection.checkpoints().first { $0.size > entry }?.note
        }
        return Release(
            reference: release.reference, content: release.content, hash: try release.hash, standing: standing,
            accounts: Dictionary(uniqueKeysWithValues: handles.map { ($0, roster.users[$0]?.name ?? $0) }),
            checkpoint: checkpoint)
    }

    /// Everything told before: the statements of the releases that readers have, and the first so many facts.
    func ledger(_ published: [StoredRelease], facts: some Sequence<NotedFact>) throws -> Ledger {
        Ledger(try published.flatMap { try $0.statements }, facts: facts.map(\.fact))
    }

    /// The hash of everything told before, by which a check is bound to it.
    func ledgerHash(_ published: [StoredRelease], facts: [NotedFact]) throws -> String {
        let value = CanonicalValue.object([
            "facts": .list(facts.map(\.value)), "releases": .list(try published.map { .text(try $0.link) }),
        ])
        return try SHA256.hash(value.encoded).description
    }

    /// Logs a look at releases, before they are shown.
    func noteLook(_ detail: [String: CanonicalValue]) throws {
        let entry = try entry(.consultation, [Part(.object(detail), for: storeSubject())])
        try note(entry)
    }
}
