// `figures --by`: figures broken down, as true counts that are not for publication.

import CaseStore
import DisclosureControl
import Figures
import Lifecycle
import Printing

extension BreakdownRefusal: Failure {
    var sentence: String { message }

    /// A name that was not understood is wrong usage; what a rule forbids is refused.
    var exit: Exit { isMisspelt ? .usage : .data }
}

/// What was asked to be broken down, and what of it may be counted.
struct FiguresBroken {
    private let by: [Characteristic]
    private let breakdowns: [Breakdown]
    private let refused: [(figure: Figure, refusal: BreakdownRefusal)]
    private let isOfOthers: Bool
    private let asked: Set<String>

    /// - Parameters:
    ///   - names: the characteristics, one or two, each by itself or with a comma between them.
    ///   - figures: the figures' names; all that fit, if there are none.
    /// - Throws: `BreakdownRefusal` for a name that there is not, and for what was asked by name and cannot be.
    init(by names: [String], of figures: [String]) throws(BreakdownRefusal) {
        var by: [Characteristic] = []
        for name in names.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }) {
            by.append(try Characteristic.named(String(name)))
        }
        var chosen: [Figure] = []
        for name in figures { chosen.append(try Breakdown.figure(name)) }
        var breakdowns: [Breakdown] = []
        var refused: [(figure: Figure, refusal: BreakdownRefusal)] = []
        for figure in chosen.isEmpty ? Breakdown.figures : chosen {
            if !figure.series.isEmpty, by.count == 1 { continue }
            do throws(BreakdownRefusal) {
                breakdowns.append(try Breakdown(of: figure, by: by))
            } catch {
                if !chosen.isEmpty { throw error }
                // That suspects have no referral source needs no saying; that a cross is forbidden does.
                if error.why == .forbiddenCross { refused.append((figure, error)) }
            }
        }
        isOfOthers = by.count == 1 && (chosen.isEmpty || chosen.contains { !$0.series.isEmpty })
        if breakdowns.isEmpty, !isOfOthers, let first = refused.first { throw first.refusal }
        (self.by, self.breakdowns, self.refused, asked) = (by, breakdowns, refused, Set(chosen.map(\.id)))
    }

    /// Counts them, and says them.
    func answer(from store: CaseStore, asAt day: Day, knownAt known: Day?) throws -> Answer {
        let counts = breakdowns.isEmpty ? [] : try store.breakdowns(breakdowns, asAt: day, knownAt: known)
        let report = isOfOthers ? others(try store.figures(asAt: day, knownAt: known)) : nil
        let threshold = DisclosurePolicy().threshold
        let whys = zip(breakdowns, counts).map { breakdown, counts in
            breakdown.refusal(ofPublishing: counts.total, threshold: threshold)?.message
        }
        return Answer(
            text(zip(counts, whys).map { $0.text(unpublishable: $1) }, report, asAt: day, knownAt: known),
            json: .object(
                [
                    ("version", 1), ("asAt", .text(day.iso)), ("knownAt", JSON(known?.iso)),
                    ("by", .list(by.map { .text($0.rawValue) })), ("notForPublication", true),
                    ("tables", .list(zip(counts, whys).map { $0.json(unpublishable: $1) })),
                ] + members(report)))
    }

    /// The report with the figures from elsewhere that were asked for.
    private func others(_ report: Report) -> Report {
        guard !asked.isEmpty else { return report }
        return Report(
            asAt: report.asAt, knownAt: report.knownAt,
            answers: report.answers.filter { asked.contains($0.figure.id) }, standing: report.standing)
    }

    private func text(_ tables: [String], _ report: Report?, asAt day: Day, knownAt known: Day?) -> String {
        var parts = [BreakdownCounts.marking + "\n"]
        if let known { parts.append("As known at \(known.iso).\n") }
        parts += tables
        if let report, let one = by.first {
            let numbers = report.sourcedTable(by: one)
            if !numbers.isEmpty {
                parts.append(numbers)
            } else if tables.isEmpty {
                parts.append("No number by \(one.rawValue) stands as at \(day.iso).\n")
            }
        }
        if let one = refused.first {
            let names = refused.map(\.figure.id).joined(separator: ", ")
            parts.append("Not broken down so: \(names). \(one.refusal.rule)\n")
        }
        if tables.count > 1 { parts.append(BreakdownCounts.marking + "\n") }
        return parts.joined(separator: "\n")
    }

    private func members(_ report: Report?) -> [(String, JSON)] {
        var members: [(String, JSON)] = []
        if let report, let one = by.first { members.append(("fromElsewhere", report.sourcedJSON(by: one))) }
        let refused = self.refused.map { one in
            JSON.object([
                ("figure", .text(one.figure.id)), ("why", .text(one.refusal.why.rawValue)),
                ("message", .text(one.refusal.message)),
            ])
        }
        return members + [("refused", .list(refused))]
    }
}
