// Drafting a release: counted, protected, stored and signed.
import Access
import AuditLog
import Cryptography
package import DisclosureControl
import KeyRing
import Lifecycle
package import Publishing
import Rows
import SQLite

/// What drafting came to, for whoever drafted.
package struct ReleaseDrafted: Sendable {
    /// The draft.
    package let release: Release
    /// What disclosure control left out, and exactly why: it may name cells, and is not for publication.
    package let withheld: [WithheldTable]
    /// What a person should look at before it goes on.
    package let warnings: [String]
}

extension CaseStore {
    /// Drafts a release: counts, hides what must be hidden, proves it, and stores all of it signed by this account.
    ///
    /// One release is on its way at a time. Throws ``StoreError`` and ``Refused``; then nothing has changed.
    ///
    /// - Parameter progress: is told what is being done; what it throws ends it.
    package func draftRelease(
        _ request: ReleaseRequest, progress: (Progress) throws -> Void = { _ in }
    ) throws -> ReleaseDrafted {
        try speaking {
            try authorise(.draftRelease)
            var all = try storedReleases()
            try admit(request, all)
            let facts = try NotedFact.all(in: connection, roster).map(\.fact)
            let published = try published(all)
            let reference = ReleaseReference(number: all.count + 1)
            let material = try compose(request, reference, published, facts, progress)
            var release = StoredRelease(
                reference, content: material.content, bytes: try material.content.bytes,
                statement: try Stored.bytes(of: material.statements),
                protection: try Stored.bytes(of: material.protection), request: request,
                before: try all.last?.link ?? "", facts: facts.count)
            let act = ReleaseAct(
                .draft, by: keys.user, at: clock().milliseconds, ledger: try ledgerHash(published, facts: facts))
            try sign(act, on: &release)
            let detail = try detail("release draft", release)
            let entry = try entry(.collection, [Part(detail, for: storeSubject())])
            _ = try change { transaction in
                try transaction.remember(release, isNew: true)
                return Logged((), entry)
            }
            all.append(release)
            return ReleaseDrafted(
                release: try view(release, in: all), withheld: material.protection.withheld,
                warnings: material.protection.warnings)
        }
    }

    /// Refuses a request that can lead to no release.
    private func admit(_ request: ReleaseRequest, _ all: [StoredRelease]) throws {
        if let open = try all.first(where: { try $0.state().state.isOpen }) {
            let standing = try open.state()
            throw Refused([
                Refusal(
                    rule: "release.draft",
                    why:
                        "\(open.reference.text) is \(standing.state.rawValue) and not published yet: one release is on "
                        + "its way at a time.",
                    missing: [
                        "\(open.reference.text) published, or rejected: dalesway release reject "
                            + "\(open.reference.text) --because …"
                    ], accounts: able(standing.isChecked ? .approve : .check, standing).map(\.name))
            ])
        }
        try refuse([request.asAt], knownAt: request.knownAt == clock().today ? nil : request.knownAt)
        for (name, text) in [
            ("title", request.title), ("because", request.because), ("contact", request.contact),
        ] + request.departures.map({ ("because", $0.because) }) {
            if let text { try Self.oneLine(text, name) }
        }
        if let corrects = request.corrects {
            let corrected = try release(corrects, in: all)
            guard try corrected.state().state.isPublished else {
                throw StoreError(.badData, "\(corrects.text) is not published: only what readers have is corrected.")
            }
            let correction = try published(all).first { $0.request.corrects == corrects }
            if let correction {
                throw StoreError(
                    .badData,
                    "\(corrects.text) is corrected already, by \(correction.reference.text): correct that one.")
            }
            guard request.because != nil else {
                throw StoreError(.badData, "A correction says why: --because …; it is published with it.")
            }
        }
    }

    /// Refuses what is not a line of text.
    static func oneLine(_ text: String, _ name: String, most: Int = 300) throws {
        guard text.contains(where: { !$0.isWhitespace }), text.count <= most,
            !text.unicodeScalars.contains(where: {
                [.control, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
            })
        else { throw StoreError(.badData, "--\(name) must be one line of at most \(most) characters, and not empty.") }
    }

    /// Signs an act on a release with this account's own key, and adds it.
    func sign(_ act: ReleaseAct, on release: inout StoredRelease) throws {
        release.add(act, try keys.sign(StoredRelease.act(act.kind), release.value(of: act)))
    }

    /// What the log says of an act on a release.
    func detail(_ act: String, _ release: StoredRelease, _ more: [String: CanonicalValue] = [:]) throws
        -> CanonicalValue
    {
        .object(
            ["act": .text(act), "release": .text(release.reference.text), "hash": .text(try release.hash)]
                .merging(more) { first, _ in first })
    }
}
