// Which work somebody asks for.
package import Lifecycle

/// A question for what is due.
package struct WorkQuestion: Sendable {
    /// Whose work is asked for.
    package enum Scope: Hashable, Sendable {
        /// The reader's own, with that of those for whom the reader stands in.
        case mine
        /// Everybody's, and what is nobody's.
        case team
        /// That of the account of that name.
        case of(String)
    }

    /// Whose work it is.
    package var scope: Scope
    /// Only what is due on this record and on what leans on it.
    package var record: Reference?
    /// The day at whose end it is due or overdue; today if not said.
    package var asAt: Day?
    /// The day whose knowledge it rests on; nil for all that is known now.
    package var knownAt: Day?
    /// Only what is due within so many days, or overdue.
    package var within: Int?
    /// How many lines are shown at most; nil: all.
    package var limit: Int?

    /// Whether every line is asked for, those of the time before the store went live too.
    package var isWhole: Bool { limit == nil || record != nil }

    package init(
        _ scope: Scope, record: Reference? = nil, asAt: Day? = nil, knownAt: Day? = nil, within: Int? = nil,
        limit: Int? = nil
    ) {
        (self.scope, self.record, self.asAt, self.knownAt) = (scope, record, asAt, knownAt)
        (self.within, self.limit) = (within, limit)
    }
}
