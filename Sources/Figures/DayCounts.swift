// What the sums of one day are made of, each counted by itself.

package import Lifecycle

/// The counts behind the sums of one day, beside those that the figures of the day give.
package struct DayCounts: Hashable, Sendable {
    /// The day at whose end they hold.
    package let asAt: Day
    /// Every investigation by its state: the distinct ones with a stay that stands, and those with any stay by the day.
    package let investigations: Standing, recorded: Int
    /// Of the people arrested or interviewed: the distinct persons with an arrest, and those with an interview alone.
    package let arrested: Int, interviewedOnly: Int
    /// The distinct arrests of a person on a day that come after that person's first.
    package let furtherArrests: Int
    /// The distinct persons ever charged with an ancillary offence and never with a primary one.
    package let chargedWithAnotherOnly: Int
    /// What came of the investigations submitted to the prosecutor.
    package let submitted: Submitted
    /// Everyone identified as a potential victim: how many gave an account, and where the others stand.
    package let accounts: Int, withoutAccount: Standing
    /// Where everyone identified as a potential victim stands, an account given or not.
    package let victims: Standing
    /// Where everyone with a need of support stands, and how many they are.
    package let support: Standing, withSupport: Int

    /// The counts of a day, as Rows or the tally made them.
    package init(
        asAt: Day, investigations: Standing, recorded: Int, arrested: Int, interviewedOnly: Int, furtherArrests: Int,
        chargedWithAnotherOnly: Int, submitted: Submitted, accounts: Int, withoutAccount: Standing, victims: Standing,
        support: Standing, withSupport: Int
    ) {
        (self.asAt, self.investigations, self.recorded) = (asAt, investigations, recorded)
        (self.arrested, self.interviewedOnly, self.furtherArrests) = (arrested, interviewedOnly, furtherArrests)
        (self.chargedWithAnotherOnly, self.submitted) = (chargedWithAnotherOnly, submitted)
        (self.accounts, self.withoutAccount, self.victims) = (accounts, withoutAccount, victims)
        (self.support, self.withSupport) = (support, withSupport)
    }
}

extension DayCounts {
    /// The investigations from which advice or a decision was ever asked, each in the first of these that fits.
    package struct Submitted: Hashable, Sendable {
        /// Someone has been charged in it with a primary offence.
        package let charged: Int
        /// The figure investigations-cps-nfa counts it.
        package let ended: Int
        /// Advice or a decision is outstanding on the day.
        package let outstanding: Int
        /// None of these: withdrawn, answered without a charge, finalised administratively.
        package let otherwise: Int

        /// Where those investigations stand.
        package init(charged: Int, ended: Int, outstanding: Int, otherwise: Int) {
            (self.charged, self.ended, self.outstanding, self.otherwise) = (charged, ended, outstanding, otherwise)
        }

        /// The stays of advice and of a submission in which an answer is still to come.
        package static let awaiting: [Code] =
            .stays("D1", "REQUESTED", "OPEN")
            + .stays("D2", "SUBMITTED", "ACCEPTED", "ACTION_PLAN", "UNDER_REVIEW", "APPEALED")
    }
}
