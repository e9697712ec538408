// In how many pieces the recovery key goes on paper.

/// How a recovery key is printed.
package enum RecoveryForm: Hashable, CaseIterable, Sendable {
    /// One key: who holds it can open everything alone.
    case whole
    /// Three shares, of which any two open what the key opens, and one alone nothing.
    case twoOfThree
}
