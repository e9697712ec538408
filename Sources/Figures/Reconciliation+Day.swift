// The sums of one day.

import Lifecycle

extension Reconciliation {
    /// Every sum of a day: the figures' own counts on one side, their parts on the other.
    package static func sums(of report: Report, _ counts: DayCounts) -> [Reconciliation] {
        [
            investigations(report, counts), live(report, counts), submitted(report, counts), people(report),
            otherOutcomes(report), arrested(report, counts), arrests(report, counts), charged(report, counts),
            victims(report, counts), support(counts), posts(report),
        ]
    }

    /// The groups of the people arrested or interviewed that are told by themselves; the rest are other outcomes.
    private static let told = ["charged", "under-police-investigation"]

    private static func investigations(_ report: Report, _ counts: DayCounts) -> Reconciliation {
        let standing = counts.investigations
        let live = Term("live", "are live", .liveInvestigations, in: report)
        let completed = Term("completed", "are completed", .completedInvestigations, in: report)
        let rest = Ladder.investigations.groups.filter { ["referred", "closed"].contains($0.id) }
            .map { Term($0.id, $0.words, standing[$0]) }
        return Reconciliation(
            "investigations-by-standing", "Every investigation on the file", .investigations, unit: .investigation,
            to: counts.asAt, terms: [live, completed] + rest,
            result: Term("recorded", "have been recorded", counts.recorded))
    }

    private static func live(_ report: Report, _ counts: DayCounts) -> Reconciliation {
        Reconciliation(
            "live-investigations-by-state", "Live investigations by state", .investigations, unit: .investigation,
            to: counts.asAt,
            terms: Ladder.investigations.groups.filter(\.isOpen).map {
                Term($0.id, $0.words, counts.investigations[$0])
            }, result: Term("live", "are live", .liveInvestigations, in: report))
    }

    private static func submitted(_ report: Report, _ counts: DayCounts) -> Reconciliation {
        let parts = counts.submitted
        return Reconciliation(
            "investigations-submitted-by-outcome", "What came of the investigations submitted to the CPS",
            .investigations, unit: .investigation, to: counts.asAt,
            terms: [
                Term("charged", "led to a charge with a primary offence", parts.charged),
                Term("nfa-cps", "were ended by the CPS without further action", parts.ended),
                Term("outstanding", "await advice or a decision", parts.outstanding),
                Term("otherwise", "had another answer or were withdrawn", parts.otherwise),
            ],
            result: Term("submitted", "have been submitted", .investigationsSubmittedToCPS, in: report))
    }

    private static func people(_ report: Report) -> Reconciliation {
        let groups = Standing.Group.all.filter { told.contains($0.id) }
        let counted = groups.map { Term($0.id, $0.words, report.standing[$0]) }
        return Reconciliation(
            "people-by-stage", "Where the people arrested or interviewed stand", .suspects, unit: .person,
            to: report.asAt,
            terms: counted + [Term("other-outcomes", "have another outcome or await a decision", others(report))],
            result: Term("all", "have been arrested or interviewed", .peopleArrestedOrInterviewed, in: report))
    }

    private static func otherOutcomes(_ report: Report) -> Reconciliation {
        let groups = Standing.Group.all.filter { !told.contains($0.id) }
        let unplaced = Term("unplaced", "could not be placed", report.standing.unplaced)
        return Reconciliation(
            "people-with-other-outcomes", "The other outcomes of the people arrested or interviewed", .suspects,
            unit: .person, to: report.asAt,
            terms: groups.map { Term($0.id, $0.words, report.standing[$0]) } + [unplaced],
            result: Term(
                "other-outcomes", "have another outcome or await a decision",
                report.count(.peopleArrestedOrInterviewed)
                    - Standing.Group.all.filter { told.contains($0.id) }.reduce(0) { $0 + report.standing[$1] }))
    }

    /// Everyone counted by the figure whom neither of the told groups has.
    private static func others(_ report: Report) -> Int {
        let all = Standing.Group.all.filter { !told.contains($0.id) }
        return all.reduce(report.standing.unplaced) { $0 + report.standing[$1] }
    }

    private static func arrested(_ report: Report, _ counts: DayCounts) -> Reconciliation {
        Reconciliation(
            "people-by-arrest-or-interview", "People by how they came to be counted", .suspects, unit: .person,
            to: counts.asAt,
            terms: [
                Term("arrested", "have been arrested", counts.arrested),
                Term(
                    "interviewed-only", "have been interviewed under caution and never arrested", counts.interviewedOnly
                ),
            ], result: Term("all", "have been arrested or interviewed", .peopleArrestedOrInterviewed, in: report))
    }

    private static func arrests(_ report: Report, _ counts: DayCounts) -> Reconciliation {
        let arrests = report.count(.arrests)
        return Reconciliation(
            "arrests-and-people", "Arrests, and the people arrested", .suspects, unit: .arrest, to: counts.asAt,
            terms: [
                Term("first", "were the first arrest of a person", counts.arrested),
                Term("further", "were further arrests of the same people", counts.furtherArrests),
            ], result: Term("arrests", "arrests have been made", arrests))
    }

    private static func charged(_ report: Report, _ counts: DayCounts) -> Reconciliation {
        Reconciliation(
            "people-charged-by-offence", "People charged", .court, unit: .person, to: counts.asAt,
            terms: [
                Term("primary", "have been charged with a primary offence", .peopleCharged, in: report),
                Term("another-only", "have been charged with another offence only", counts.chargedWithAnotherOnly),
            ], result: Term("any", "have been charged with any offence", .peopleChargedWithAny, in: report))
    }

    private static func victims(_ report: Report, _ counts: DayCounts) -> Reconciliation {
        let rest = Ladder.victims.groups.map { group in
            Term(group.id, "gave no account and \(group.words)", counts.withoutAccount[group])
        }
        let unplaced = Term("unplaced", "could not be placed", counts.withoutAccount.unplaced)
        return Reconciliation(
            "victims-by-engagement", "Everyone identified as a potential victim", .victims, unit: .person,
            to: counts.asAt,
            terms: [Term("account", "have given the police an account", counts.accounts)] + rest + [unplaced],
            result: Term("identified", "have been identified", .victimsIdentified, in: report))
    }

    private static func support(_ counts: DayCounts) -> Reconciliation {
        Reconciliation(
            "victims-by-support", "Victims with a need of support, each where most is done", .victims, unit: .person,
            to: counts.asAt,
            terms: Ladder.support.groups.map { Term($0.id, $0.words, counts.support[$0]) }
                + [Term("unplaced", "could not be placed", counts.support.unplaced)],
            result: Term("all", "have or had a need of support", counts.withSupport))
    }

    private static func posts(_ report: Report) -> Reconciliation {
        let parts = report[.teamPosts]?.parts ?? []
        return Reconciliation(
            "posts-by-role", "Posts by role", .team, unit: .post, to: report.asAt,
            terms: zip(Figure.teamPosts.parts, parts).map { Term($0.title, "as \($0.title)", $1) },
            result: Term("all", "posts in the team", .teamPosts, in: report))
    }
}
