// Who decided, as apart from who wrote it down.

/// Whoever made a decision: any named person, who need not have an account.
package struct DecisionMaker: Hashable, Sendable {
    /// The person's name, if it is known.
    package let name: String?
    /// The person's rank or office, if it is known.
    package let rank: Rank?
    /// The body for which the person decided, if it is known.
    package let organisation: Organisation?

    /// A decision-maker, as far as is known.
    package init(name: String? = nil, rank: Rank? = nil, organisation: Organisation? = nil) {
        self.name = name
        self.rank = rank
        self.organisation = organisation
    }
}
