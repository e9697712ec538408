// Who may decide what a rule lets happen.

/// A kind of person who may make a decision.
package struct Decider: Hashable, Sendable {
    /// The kind of person in words.
    package let role: String
    /// The ranks or offices that will do; none listed means that any will.
    package let ranks: [Rank]
    /// The body that must have decided; nil means that any will do.
    package let organisation: Organisation?

    /// A kind of person who may decide.
    package init(_ role: String, ranks: [Rank] = [], of organisation: Organisation? = nil) {
        self.role = role
        self.ranks = ranks
        self.organisation = organisation
    }

    /// Whether this person is of the kind; what is not known of the person does not fit what is asked.
    package func fits(_ person: DecisionMaker) -> Bool {
        if let organisation, person.organisation != organisation { return false }
        if ranks.isEmpty { return true }
        guard let rank = person.rank else { return false }
        return ranks.contains(rank)
    }
}
