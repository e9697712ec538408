// A change of state that the rules allow.

/// A step that a record takes.
package struct Step: Sendable {
    /// The rule under which it is taken.
    package let rule: Rule
    /// Where the record stood.
    package let from: State
    /// Where it stands then.
    package let to: State
    /// What was not as the rules would have it; only an occurrence taken as it happened has any.
    package let breaches: [Refusal]
}
