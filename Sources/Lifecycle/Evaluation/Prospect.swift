// What may come next.

/// An event that somebody might record next, and what stands in its way, if anything does.
package struct Prospect: Sendable {
    /// The rule under which it would happen; its fields and deciders say what to give with it.
    package let rule: Rule
    /// Why it may not be recorded now by that account; nil if it may.
    package let obstacle: Refusal?
}
