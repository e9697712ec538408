// An emergency access as its reviewers see it.
package import Lifecycle

/// One emergency access, with names in place of handles.
package struct EmergencyView: Sendable {
    /// The leaf of the audit log that tells of it.
    package let leaf: Int
    /// Who opened the record.
    package let actor: String
    /// The body to which the account belonged.
    package let body: Organisation
    /// Whether that is another body than the reader's: it opened what the reader's holds.
    package let isOfOtherBody: Bool
    /// When, in milliseconds of UTC.
    package let at: Int64
    /// The record.
    package let record: Reference
    /// What was looked at: `show`, `history` or `next`.
    package let act: String
    /// The code of the reason.
    package let code: String
    /// What was in the way.
    package let past: [Barrier]
    /// The reason in words; nil where the reader may not open them.
    package let words: String?
    /// The last day in time for a review.
    package let due: Day
    /// Whether the reader may review it.
    package let isMine: Bool
    /// What came of the review; nil while it waits.
    package let review: Review?

    /// What a reviewer found.
    package struct Review: Sendable {
        /// The leaf that tells of it.
        package let leaf: Int
        /// Who reviewed it.
        package let by: String
        /// When, in milliseconds of UTC.
        package let at: Int64
        /// What they found.
        package let finding: EmergencyFinding
        /// Why, in words; nil where the reader may not open them.
        package let words: String?
    }
}
