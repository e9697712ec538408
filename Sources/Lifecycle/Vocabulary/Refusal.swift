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
    /// Who can supply it, decide it or record it.
    package let who: [String]

    /// A refusal.
    package init(rule: String, why: String, missing: [String] = [], who: [String] = []) {
        self.rule = rule
        self.why = why
        self.missing = missing
        self.who = who
    }
}
