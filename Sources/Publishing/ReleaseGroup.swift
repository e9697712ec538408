// Under which heading a figure stands, and which totals are agreed to be told whatever they are.

package import Figures

/// The headings of the headline table, in their order.
package enum ReleaseGroup: String, CaseIterable, Hashable, Sendable {
    case investigations, suspects, victims, court, team, hub

    /// The heading of a figure of this id; nil if there is no such figure.
    package init?(of id: String) {
        guard let group = Self.groups[id] ?? Self.named(id) else { return nil }
        self = group
    }

    /// The ids that do not say their heading themselves.
    private static let groups: [String: Self] = [
        "arrests": .suspects, "retrials-due": .court, "team-posts": .team,
        "people-convicted-primary": .court, "people-convicted-ancillary": .court,
    ]

    private static func named(_ id: String) -> Self? {
        guard let figure = Figure.named(id) else { return nil }
        if !figure.series.isEmpty { return .hub }
        if id.hasPrefix("victim") { return .victims }
        return figure.unit == .investigation ? .investigations : .suspects
    }
}

/// The totals that both agencies have agreed to publish exactly, however small.
package enum AgreedTotals {
    /// The ids of the agreed figures. Numbers from elsewhere are others' published numbers and are told as well.
    package static let figures: Set<String> = [
        "live-investigations", "completed-investigations", "arrests", "people-arrested-or-interviewed",
        "people-on-bail", "people-charged", "people-charged-with-any-offence", "people-under-police-investigation",
        "people-scheduled-for-arrest", "investigations-submitted-to-cps", "investigations-to-be-submitted",
        "investigations-cps-nfa", "people-convicted-primary", "people-convicted-ancillary", "retrials-due",
        "team-posts",
    ]

    /// The ids of the agreed sums: of investigations, and of where the people arrested or interviewed stand.
    package static let sums: Set<String> = [
        "investigations-flow", "investigations-by-state", "investigations-opened", "submissions-by-outcome",
        "people-arrested-by-stage",
    ]

    /// Where somebody may stand that is told by itself; everywhere else is one line, "other outcomes".
    package static let stages: Set<String> = [
        "B1:CHARGED", "B1:UNDER_INVESTIGATION", "B1:SUBMITTED", "B1:NFA_CPS_EVID", "B1:NFA_CPS_PI", "B1:NFA_POLICE",
        "B1:CONVICTED_PRIMARY", "B1:CONVICTED_ANCILLARY_ONLY",
    ]

    /// Whether a figure is told exactly, however small.
    package static func holds(_ figure: Figure) -> Bool { figures.contains(figure.id) || !figure.series.isEmpty }
}
