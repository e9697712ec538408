// Which totals are told whatever they are.

package import Figures

/// The totals that both agencies have agreed to publish exactly, however small.
package enum AgreedTotals {
    /// The ids of the agreed figures.
    ///
    /// Figures of numbers from elsewhere are not among them, and are told as well: others have published them.
    package static let figures: Set<String> = [
        "live-investigations", "completed-investigations", "arrests", "people-arrested-or-interviewed",
        "people-on-bail", "people-charged", "people-charged-with-any-offence", "people-under-police-investigation",
        "people-scheduled-for-arrest", "investigations-submitted-to-cps", "investigations-to-be-submitted",
        "investigations-cps-nfa", "people-convicted-primary", "people-convicted-ancillary", "retrials-due",
        "team-posts",
    ]

    /// The ids of the agreed sums: of investigations, of charges, of posts, and of where people arrested or interviewed stand.
    package static let sums: Set<String> = [
        "investigations-flow", "investigations-by-standing", "live-investigations-by-state",
        "investigations-submitted-by-outcome", "people-by-stage", "people-charged-by-offence", "posts-by-role",
    ]

    /// The ids of the groups that are told by themselves in `people-by-stage`; everyone else is one line.
    package static let stages: Set<String> = [
        "charged", "under-police-investigation", "awaiting-decision", "nfa-cps", "nfa-police", "convicted-primary",
        "convicted-ancillary",
    ]

    /// Whether a figure is told exactly, however small.
    package static func holds(_ figure: Figure) -> Bool { figures.contains(figure.id) || !figure.series.isEmpty }
}
