// Figures that this store does not count: numbers from the hub, the force and the council, each with its source.

import Lifecycle

extension Figure {
    /// What is said wherever one of these figures is shown.
    package static let notOurs = "Not from this store's records: numbers that others counted, as they published them."

    /// Referrals to the hub: G19.
    package static let hubReferrals = Figure(
        "hub-referrals", "G19", group: .hub, unit: .referral, "Referrals to the hub",
        """
        Referrals that the hub received in the newest period for which a number stands. A child may be referred several \
        times. Counted by the hub, not from this store's records.
        """,
        .sourced([.referrals]))

    /// Children at risk: G20 to G23, G27, G28 and G32.
    package static let childrenAtRisk = Figure(
        "children-at-risk", "G20", "G21", "G22", "G23", "G27", "G28", "G32", group: .hub, unit: .child,
        "Children flagged at risk",
        """
        Children whom the hub has flagged at risk of sexual exploitation, on the newest day for which a number stands. \
        They are another population than the victims of this store and are never added to them. Counted by the hub, not \
        from this store's records.
        """,
        .sourced([.children, .meanAge, .daysToOffer]))

    /// Flagged offences: G24 to G26 and G29.
    package static let flaggedOffences = Figure(
        "flagged-offences", "G24", "G25", "G26", "G29", group: .hub, unit: .crime,
        "Crimes with the sexual-exploitation flag",
        """
        Crimes recorded with the sexual-exploitation flag in the newest period for which a number stands. Non-recent: \
        committed more than 12 months before it was reported. Counted by the police, not from this store's records.
        """,
        .sourced([.offences, .suspects]))

    /// Placements: G30.
    package static let placements = Figure(
        "placements", "G30", group: .hub, unit: .placement, "Placements because of sexual exploitation",
        """
        Residential and secure placements of children because of sexual exploitation, open on the newest day for which a \
        number stands. Counted by the council, not from this store's records.
        """,
        .sourced([.placements, .weeklyCost]))

    /// The action plan: G31.
    package static let actionPlan = Figure(
        "action-plan", "G31", group: .hub, unit: .action, "Actions of the action plan",
        """
        Actions of the partnership's plan on the newest day for which a number stands, by where they stand. Kept by the \
        partnership, not from this store's records.
        """,
        .sourced([.actions]))
}
