// What a release says: everything that is published, and nothing that is not.

/// The content of a release, as it is signed, hashed and rendered; days are written as 2018-10-31.
package struct ReleaseContent: Hashable, Sendable, Codable {
    /// The version of this shape.
    package var version = 1
    /// Its reference: `REL-0003`.
    package let reference: String
    /// What it is called.
    package let title: String
    /// The day at whose end its figures hold, and the day whose knowledge they rest on.
    package let asAt: String, knownAt: String
    /// The release before it and its day, if there is one.
    package let previous: String?, previousAsAt: String?
    /// The day a year before.
    package let yearAgo: String
    /// The release that this one corrects and why, if it does.
    package let corrects: String?, because: String?
    /// The day on which the next one is due, and whom to ask about this one; nil where nothing was said.
    package let next: String?, contact: String?
    /// The edition of the rule book and of the disclosure policy.
    package let rules: String, policy: String
    /// The headline figures, in order.
    package let headlines: [HeadlineRow]
    /// The sums that balance.
    package let reconciliations: [PublishedSum]
    /// The breakdowns.
    package let tables: [PublishedTable]
    /// The breakdowns that were asked for and are not published, and why.
    package let withheld: [Withheld]
    /// What was said to be going to happen, and what happened.
    package let forecasts: [Forecast]
    /// Numbers of earlier releases that are different now.
    package let revisions: [Revision]
    /// What a reader must know of the quality of the data, a sentence each.
    package let quality: [String]

    /// What a release is to say.
    package init(
        reference: String, title: String, asAt: String, knownAt: String, previous: String? = nil,
        previousAsAt: String? = nil, yearAgo: String, corrects: String? = nil, because: String? = nil,
        next: String? = nil,
        contact: String? = nil, rules: String, policy: String, headlines: [HeadlineRow],
        reconciliations: [PublishedSum] = [], tables: [PublishedTable] = [],
        withheld: [Withheld] = [], forecasts: [Forecast] = [], revisions: [Revision] = [], quality: [String] = []
    ) {
        (self.reference, self.title, self.asAt, self.knownAt) = (reference, title, asAt, knownAt)
        (self.previous, self.previousAsAt, self.yearAgo) = (previous, previousAsAt, yearAgo)
        (self.corrects, self.because, self.next, self.contact) = (corrects, because, next, contact)
        (self.rules, self.policy) = (rules, policy)
        (self.headlines, self.reconciliations, self.tables) = (headlines, reconciliations, tables)
        (self.withheld, self.forecasts, self.revisions, self.quality) = (withheld, forecasts, revisions, quality)
    }
}
