// The three kinds of rule.

/// What sort of event a rule is about.
package enum RuleKind: String, CaseIterable, Hashable, Sendable {
    /// Somebody decides: refused if it is not lawful.
    case decision
    /// The world or an outside body acts: refused when recorded plainly, accepted with its breaches as it happened.
    case occurrence
    /// It follows from other events, or from the day, and nobody records it.
    case derived
}
