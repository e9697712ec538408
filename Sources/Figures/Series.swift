// What a number that was counted elsewhere is a number of.

/// A series of numbers from elsewhere: each belongs to one figure, and the figure's first is its value.
package enum Series: String, CaseIterable, Hashable, Sendable {
    /// Referrals that the hub received in a period.
    case referrals
    /// Children whom the hub has flagged at risk on a day.
    case children
    /// Their average age, in months.
    case meanAge = "mean-age"
    /// Days from a low grade to the first offer of support, on average over a period.
    case daysToOffer = "days-to-offer"
    /// Crimes recorded in a period with the sexual-exploitation flag, by where they were committed.
    case offences
    /// Suspects on recent crimes with that flag, by where they live.
    case suspects
    /// Placements open on a day, residential or secure, because of sexual exploitation.
    case placements
    /// What such a placement costs a week.
    case weeklyCost = "weekly-cost"
    /// Actions of the action plan, by where they stand.
    case actions

    /// What it is called.
    package var title: String {
        switch self {
        case .referrals: "Referrals to the hub"
        case .children: "Children flagged at risk"
        case .meanAge: "Average age of those children, in months"
        case .daysToOffer: "Days from a low grade to the first offer"
        case .offences: "Crimes recorded with the flag"
        case .suspects: "Suspects on recent flagged crimes"
        case .placements: "Placements"
        case .weeklyCost: "Cost of a placement, pounds a week"
        case .actions: "Actions of the action plan"
        }
    }

    /// What one of it is.
    package var unit: Unit {
        switch self {
        case .referrals: .referral
        case .children: .child
        case .meanAge: .month
        case .daysToOffer: .day
        case .offences: .crime
        case .suspects: .suspect
        case .placements: .placement
        case .weeklyCost: .pound
        case .actions: .action
        }
    }

    /// Whether its numbers are of a period, and not of the end of a day.
    package var isOfPeriod: Bool {
        switch self {
        case .referrals, .daysToOffer, .offences: true
        case .children, .meanAge, .suspects, .placements, .weeklyCost, .actions: false
        }
    }

    /// Whether parts of it add up to the whole: an average and a price do not.
    package var adds: Bool {
        switch self {
        case .referrals, .children, .offences, .suspects, .placements, .actions: true
        case .meanAge, .daysToOffer, .weeklyCost: false
        }
    }
}
