// Which figures may be set beside each other, and which may not: said wherever several days are shown.

package import Lifecycle

/// What must be said of comparing figures: the sums that the published reports invite and that do not exist.
package enum Comparability {
    /// The first day of release under investigation instead of bail: Policing and Crime Act 2017, section 58.
    private static let newBail = Day(number: 17_259)

    /// What holds of the figures of any one day.
    package static let ofOneDay = [
        "Arrests count arrests, and people arrested or interviewed count people, those never arrested among them: one is "
            + "not to be set against the other.",
        "What has ever happened (to date) only grows; where people and investigations stand on the day may fall. The two "
            + "are not added up, nor a plan to either.",
        "People on bail, and people under police investigation, are partly the same people: no sum is made of them. "
            + "Those not on bail are not those charged.",
        "The children whom the hub has flagged are another population than the victims of this store.",
    ]

    /// What must be said of the figures of these days.
    package static func remarks(on days: [Day]) -> [String] {
        guard let first = days.min(), let last = days.max(), first < last else { return ofOneDay }
        return ofOneDay + between(first, last)
    }

    private static func between(_ first: Day, _ last: Day) -> [String] {
        guard first < newBail, newBail <= last else { return [] }
        return [
            "People on bail: since 3 April 2017 most suspects are released under investigation and not on bail, so that "
                + "the numbers before and after it are not of the same thing."
        ]
    }
}
