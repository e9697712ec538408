// A wholly fictional operation whose figures are the published ones.

package import Lifecycle

/// The fictional operation: twenty investigations, 109 people arrested or interviewed, 188 potential victims.
///
/// Its counts are those that were published of Operation Dalesway; every name, day and circumstance is made up. Nothing
/// in it is left to chance: it is the same on every machine and every day.
package enum Demonstration {
    /// The day of the first published figures.
    package static let first = Day(number: 17_063)
    /// The day of the second published figures.
    package static let second = Day(number: 17_835)
    /// The day on which it became known that somebody had been arrested before ``first``.
    ///
    /// As known until the day before, the figures as at ``first`` are one arrest and one person on bail short.
    package static let lateFactKnown = Day(number: 17_070)

    /// Everything that is recorded, in the order in which it became known.
    package static var acts: [Act] {
        var ledger = Ledger()
        ledger.team()
        ledger.hub()
        let inquiries = Inquiry.all.map { plan in
            var inquiry = ledger.begin(plan)
            ledger.victims(of: &inquiry)
            ledger.suspects(of: inquiry)
            return inquiry
        }
        ledger.share(inquiries)
        return ledger.acts
    }
}
