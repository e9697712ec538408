// Writes what a release says, when it is settled what may be said.

import DisclosureControl
import Figures
import Lifecycle

/// Puts the content of a release together from what is shown.
struct ReleaseWriter {
    let draft: ReleaseDraft
    /// The statement as disclosure control gave it back.
    let protected: Statement
    let past: PastStatement
    /// The sums that are told, what is left out so far, and the tables that disclosure control left out.
    let sums: [PublishedSum], withheld: [Withheld], tablesWithheld: [WithheldTable]

    private var input: ReleaseInput { draft.input }

    /// What the release says.
    var content: ReleaseContent {
        let previous = input.previous
        let yearAgo = ReleaseInput.yearAgo(input.asAt)
        let headlines = HeadlineWriter(draft: draft, protected: protected, past: past).rows
        let tables = draft.tables.compactMap { breakdown, merged in
            protected.tables.first { $0.id == breakdown.id }.map { merged.printed($0, breakdown) }
        }
        return ReleaseContent(
            reference: input.reference, title: input.title, asAt: input.asAt.iso, knownAt: input.knownAt.iso,
            previous: previous?.reference, previousAsAt: previous?.asAt, yearAgo: yearAgo.iso,
            corrects: input.corrects, because: input.because, next: input.next, contact: input.contact,
            rules: input.rules, policy: input.policy.edition, headlines: headlines, reconciliations: sums,
            tables: tables, withheld: allWithheld, forecasts: forecasts, revisions: revisions,
            quality: Quality(input: input, headlines: headlines, tables: tables, revisions: revisions).sentences)
    }

    /// What is left out, with reasons that tell nothing of a number: the drafter has the exact ones.
    private var allWithheld: [Withheld] {
        withheld
            + tablesWithheld.compactMap { table in
                guard let (breakdown, merged) = draft.tables.first(where: { $0.breakdown.id == table.table }) else {
                    return nil
                }
                // In the order of the table: the order of what helps most would be the order of the numbers.
                let merge = (merged.table.rows + merged.table.cols).filter(table.merge.contains)
                return input.withheld(
                    breakdown, because: Self.because(merging: !merge.isEmpty, last: table.last), merge: merge,
                    last: table.last)
            }
    }

    private static func because(merging: Bool, last: String?) -> String {
        if merging {
            return "As it stands too much of it would be hidden, or somebody could be singled out: some of its "
                + "categories have to be told as one."
        }
        guard let last else { return "It could single somebody out." }
        return "Beside what \(last) told, it could single somebody out: it can be told again when more has changed."
    }

    /// What earlier releases planned, and how many people have been arrested or interviewed since: both agreed totals.
    private var forecasts: [Forecast] {
        PastPlan.all(of: input.earlier, asAt: input.asAt).map { plan in
            let counts = [plan.said, min(plan.until, input.asAt)].compactMap {
                input.report(of: $0)?[.peopleArrestedOrInterviewed]?.count
            }
            return Forecast(
                title: Figure.peopleScheduledForArrest.title, said: plan.said.iso, release: plan.release,
                until: plan.until.iso, low: plan.low, high: plan.high,
                outcome: counts.count == 2 ? .number(max(0, counts[1] - counts[0])) : .unavailable)
        }
    }

    /// Agreed totals that an earlier release gave otherwise than they are known now.
    private var revisions: [Revision] {
        input.earlier.map(\.content).flatMap { release -> [Revision] in
            guard let day = Day(release.asAt), let report = input.report(of: day) else { return [] }
            return draft.figures.filter { AgreedTotals.figures.contains($0.id) }.compactMap { figure in
                guard
                    let was = release.headlines.first(where: { $0.id == figure.id && $0.edition == figure.edition })?
                        .now,
                    let now = Shown(report[figure]), was != now
                else { return nil }
                return Revision(
                    id: figure.id, title: figure.title, asAt: release.asAt, release: release.reference, was: was,
                    now: now)
            }
        }
    }
}
