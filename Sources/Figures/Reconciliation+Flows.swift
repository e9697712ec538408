// The sums of two days: what stood on the first, what came and went, what stands on the second.

import Lifecycle

extension Reconciliation {
    /// The flows between two days: opening + new + reopened - closed = closing, opening and closing counted by themselves.
    package static func flows(
        _ flow: FlowCounts, opening: (report: Report, counts: DayCounts), closing: (report: Report, counts: DayCounts)
    ) -> [Reconciliation] {
        [
            investigations(flow, opening.report, closing.report),
            people(flow, opening.report.standing, closing.report.standing),
            victims(flow, opening.counts.victims, closing.counts.victims),
        ]
    }

    private static func investigations(_ flow: FlowCounts, _ opening: Report, _ closing: Report) -> Reconciliation {
        let completed = flow.investigations.closed["A:COMPLETED", default: 0]
        let others = flow.investigations.closed.values.reduce(0, +) - completed
        return Reconciliation(
            "investigations-flow", "Live investigations: what came and went", .investigations, unit: .investigation,
            from: flow.from, to: flow.to,
            terms: [
                Term("opening", "were live", .liveInvestigations, in: opening),
                Term("new", "were taken on", flow.investigations.new),
                Term("reopened", "were reopened", flow.investigations.reopened),
                Term("completed", "were completed", completed, isTaken: true),
                Term(
                    "closed", "were closed without completion, merged or passed on", others + flow.investigations.lost,
                    isTaken: true),
            ], result: Term("closing", "are live", .liveInvestigations, in: closing))
    }

    private static func people(_ flow: FlowCounts, _ opening: Standing, _ closing: Standing) -> Reconciliation {
        let open = Ladder.suspects.groups.filter(\.isOpen)
        return Reconciliation(
            "people-flow", "People arrested or interviewed whose matter is open: what came and went", .suspects,
            unit: .person, from: flow.from, to: flow.to,
            terms: [
                Term("opening", "had an open matter", opening.count(of: open)),
                Term("new", "were arrested or interviewed for the first time", flow.people.new),
                Term("reopened", "had a closed matter opened again", flow.people.reopened),
            ] + closed(flow.people, Ladder.suspects),
            result: Term("closing", "have an open matter", closing.count(of: open)))
    }

    private static func victims(_ flow: FlowCounts, _ opening: Standing, _ closing: Standing) -> Reconciliation {
        let open = Ladder.victims.groups.filter(\.isOpen)
        return Reconciliation(
            "victims-flow", "Potential victims whose part is not over: what came and went", .victims, unit: .person,
            from: flow.from, to: flow.to,
            terms: [
                Term("opening", "had a part that was not over", opening.count(of: open)),
                Term("new", "were identified", flow.victims.new),
                Term("reopened", "had their part taken up again", flow.victims.reopened),
            ] + closed(flow.victims, Ladder.victims),
            result: Term("closing", "have a part that is not over", closing.count(of: open)))
    }

    private static func closed(_ flow: FlowCounts.Flow, _ ladder: Ladder) -> [Term] {
        ladder.groups.filter { !$0.isOpen }.map { Term($0.id, $0.words, flow[$0], isTaken: true) }
            + [Term("unplaced", "could not be placed", flow.lost, isTaken: true)]
    }
}

extension Standing {
    /// How many stand in any of these groups.
    fileprivate func count(of groups: [Group]) -> Int { groups.reduce(0) { $0 + self[$1] } }
}
