// Everything that was ever told.

/// Everything released, with the counts behind it, and everything known from elsewhere, in the order of their days.
package struct Ledger: Hashable, Sendable, Codable {
    /// The releases, the earliest first.
    package var statements: [Statement]
    /// What is known from elsewhere.
    package var facts: [KnownFact]

    /// What has been told so far.
    package init(_ statements: [Statement] = [], facts: [KnownFact] = []) {
        (self.statements, self.facts) = (statements, facts)
    }
}
