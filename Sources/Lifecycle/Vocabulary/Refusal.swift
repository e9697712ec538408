// Why something may not be recorded.

/// A refusal: the rule that stands in the way, why, what is missing, and who can supply it.
///
/// It holds words of the rule book and no words of the user, so it can be shown and logged.
package struct Refusal: Hashable, Sendable {
    /// The rule's name; the machine's, where the event is none of its events.
    package let rule: String
    /// Why, in one sentence.
    package let why: String
    /// What is missing, or not as it must be: one entry for each fault.
    package let missing: [String]
    /// The roles of accounts that can supply, record or approve it.
    package let accounts: [String]
    /// The people who may decide it; whoever records it names one of them.
    package let deciders: [String]
    /// Everyone who can put it right: accounts, then deciders.
    package var who: [String] { accounts + deciders }

    /// A refusal.
    package init(
        rule: String, why: String, missing: [String] = [], accounts: [String] = [], deciders: [String] = []
    ) {
        self.rule = rule
        self.why = why
        self.missing = missing
        self.accounts = accounts
        self.deciders = deciders
    }
}
