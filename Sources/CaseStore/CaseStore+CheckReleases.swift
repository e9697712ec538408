// The check of releases: every byte and signature, the proof, and the figures given elsewhere.
import Cryptography
import DisclosureControl
import KeyRing
import Publishing
import Rows
import SQLite

extension CaseStore {
    /// Verifies every release in its row, adds its proof up again, and looks for contradictions in what was told.
    func releases(_ findings: inout Findings, _ report: inout CheckReport) throws {
        let count = try connection.releaseCount()
        var link: String? = ""
        var whole: [StoredRelease] = []
        for number in stride(from: 1, through: count, by: 1) {
            let reference = ReleaseReference(number: number)
            do {
                // After one that does not read, the next has nothing to be held against.
                let release = try StoredRelease(reference, after: link, in: connection, roster)
                _ = try (release.statements, release.protected)
                link = try release.link
                whole.append(release)
            } catch let damage as ReleaseDamage {
                findings.add(.releases, damage.words, at: reference.text, advice: Self.releaseAdvice)
                link = nil
            }
        }
        if count > 0 { report.looked.append(("releases", count)) }
        for part in StoredRelease.Part.allCases
        where try connection.storeFact(StoreFact.release(count + 1, part)) != nil {
            findings.add(
                .releases, "there is more of it than the store counts", at: ReleaseReference(number: count + 1).text,
                advice: Self.releaseAdvice)
            break
        }
        let facts: [NotedFact]
        do {
            facts = try NotedFact.all(in: connection, roster).map(\.fact)
        } catch let error as StoreError {
            findings.add(.releases, error.sentence, advice: Self.releaseAdvice)
            return
        }
        guard whole.count == count else { return }
        for release in whole where facts.count < release.facts {
            findings.add(
                .releases, "figures given elsewhere that were noted before it are gone", at: release.reference.text,
                advice: Self.releaseAdvice)
        }
        // The newest stands beside everything told before it, so its proof speaks for all of them.
        guard let newest = try whole.last(where: { try $0.state().state != .rejected }) else { return }
        do {
            try proof(of: newest, published(whole), Array(facts.prefix(newest.facts)))
        } catch let error as StoreError where error.kind == .badData {
            // Nothing was altered, or its signatures would be false: this program may ask for more than the one that proved.
            report.warnings.append(
                "The proof of \(newest.reference.text) does not hold by the rules of this program, which may ask for more "
                    + "than the one that made it; nothing of it was altered. Ask data protection before the next release."
            )
        }
    }
}
