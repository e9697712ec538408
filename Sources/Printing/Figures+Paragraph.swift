// The figures of a day as a paragraph that a committee can read, and that adds up.

package import Figures
import Lifecycle

extension Report {
    /// The figures in plain English, for people who have no table before them.
    ///
    /// Everyone arrested or interviewed is shown as the sum of where they stand. Planned arrests stand apart, in a
    /// sentence of their own, since a plan is never added to a count.
    package var paragraph: String {
        ([asKnown] + investigations + suspects + prosecutions + victims + plans + caveats + sourcedSentences).joined(
            separator: " ")
    }

    private var asKnown: String {
        guard let knownAt else { return "These are the figures as at the end of \(asAt.words)." }
        return "These are the figures as at the end of \(asAt.words), as far as was known on \(knownAt.words)."
    }

    private var investigations: [String] {
        let live = tell(.liveInvestigations, "investigation is live", "investigations are live")
        let count = self[.completedInvestigations]?.count ?? 0
        let completed = "\(count == 0 ? "none" : "\(count)") \(count > 1 ? "have" : "has") been completed"
        let note = Figure.completedInvestigations.note(asAt: asAt)
        return ["\(live) and \(completed)."] + (note.map { [$0] } ?? [])
    }

    private var suspects: [String] {
        let arrests = tell(.arrests, "arrest has", "arrests have")
        let people = tell(.peopleArrestedOrInterviewed, "person has", "people have")
        let bail = tell(.peopleOnBail, "person is", "people are")
        return [
            "\(arrests) been made, which counts arrests and not people.",
            "\(people) been arrested or interviewed under caution to date\(sum)",
        ] + beyond + [
            "\(bail) on bail before charge."
        ]
    }

    /// People under police investigation whom the sum lacks: an overturned decision brings them there without arrest.
    private var beyond: [String] {
        let inSum = standing.counts["B1:UNDER_INVESTIGATION", default: 0]
        let count = (self[.peopleUnderPoliceInvestigation]?.count ?? inSum) - inSum
        guard count > 0 else { return [] }
        let words = count == 1 ? "person is" : "people are"
        return ["\(count) further \(words) under police investigation without arrest or interview."]
    }

    /// Where each of them stands, ending in the sum: nothing to add up where there is nobody.
    ///
    /// A sum that does not come to the figure is not told.
    private var sum: String {
        guard self[.peopleArrestedOrInterviewed]?.count == standing.total else {
            return "; where they stand does not add up to that and is not told."
        }
        var parts = standing.parts.map { part in
            (part.count, "\(part.count) \(part.count == 1 ? part.group.singular : part.group.words)")
        }
        if standing.unplaced > 0 { parts.append((standing.unplaced, "\(standing.unplaced) could not be placed")) }
        guard !parts.isEmpty else { return "." }
        let total = parts.count > 1 ? " (\(parts.map { "\($0.0)" }.joined(separator: " + ")) = \(standing.total))" : ""
        return ": of them \(parts.map(\.1).joined(separator: "; "))\(total)."
    }

    private var prosecutions: [String] {
        let charged = tell(.peopleCharged, "person has", "people have")
        let submitted = tell(.investigationsSubmittedToCPS, "investigation has", "investigations have")
        let ended = tell(.investigationsCPSNFA, "investigation has", "investigations have")
        let primary = tell(.peopleConvictedPrimary, "person stands", "people stand")
        let ancillary = tell(.peopleConvictedAncillary, "person stands", "people stand")
        return [
            "\(charged) been charged with a primary offence.",
            "\(submitted) been submitted to the Crown Prosecution Service (CPS) for advice or a decision; by its decision "
                + "\(ended.lowercasedFirst) ended without further action.",
            "\(primary) convicted of a primary offence and \(ancillary.lowercasedFirst) convicted of another offence "
                + "found along the way.",
        ] + retrials
    }

    private var retrials: [String] {
        guard case .trials(let trials)? = self[.retrialsDue]?.value, !trials.isEmpty else {
            return ["No retrial is due."]
        }
        return trials.map { trial in
            let length = trial.weeks.map { ", for \($0) \($0 == 1 ? "week" : "weeks")" } ?? ""
            let defendants = "\(trial.defendants) \(trial.defendants == 1 ? "defendant" : "defendants")"
            return "A retrial of \(defendants) is due to start on \(trial.starts.words)\(length)."
        }
    }

    private var victims: [String] {
        let interviewed = tell(.victimsIdentifiedAndInterviewed, "potential victim has", "potential victims have")
        let support = tell(.victimsReceivingSupport, "victim is", "victims are")
        return ["\(interviewed) been identified and interviewed; \(support.lowercasedFirst) receiving support."]
    }

    private var plans: [String] {
        var plans: [String] = []
        if let count = self[.investigationsToBeSubmitted]?.count, count > 0 {
            let words = count == 1 ? "investigation is" : "investigations are"
            plans.append("Within \(Figure.monthsAhead) months, \(count) further \(words) planned to be submitted.")
        }
        if case .range(let low, let high)? = self[.peopleScheduledForArrest]?.value, high > 0 {
            let range = low == high ? "\(low)" : "between \(low) and \(high)"
            plans.append(
                "Within \(Figure.monthsAhead) months, \(range) arrests are planned: a planning range, part of no count here."
            )
        }
        return plans
    }

    private var caveats: [String] {
        let ranged = answers.reduce(0) { $0 + $1.rangedEvents }
        guard ranged > 0 else { return [] }
        return ["Some of what is counted happened on a day known only as a range, and counts at its last day."]
    }

    /// A count with its words: `No`, the number, and one or several.
    private func tell(_ figure: Figure, _ one: String, _ several: String) -> String {
        let count = self[figure]?.count ?? 0
        return "\(count == 0 ? "No" : "\(count)") \(count == 1 ? one : several)"
    }
}

extension String {
    /// The same with a small first letter, for the middle of a sentence.
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
