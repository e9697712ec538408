// What the rules say to an attempt.

/// The rules' answer.
package enum Verdict: Sendable {
    /// It may be recorded, and this is the step.
    case moves(Step)
    /// It may not, and this is why.
    case refused([Refusal])
}
