// A number as a reader has it. What is hidden is not in here at all.

/// What stands in one place of a published table: a number, or a mark that says why there is none.
package enum Shown: Hashable, Sendable {
    /// A number; a true zero among them.
    case number(Int)
    /// A range, as planned: at least and at most.
    case range(Int, Int)
    /// `[c]`: hidden for confidentiality.
    case hidden
    /// `[z]`: cannot apply.
    case impossible
    /// `[x]`: not available.
    case unavailable

    /// The number, if there is one.
    package var count: Int? { if case .number(let count) = self { count } else { nil } }

    /// The mark, if it is one: always square brackets and a letter.
    package var mark: String? {
        switch self {
        case .number, .range: nil
        case .hidden: "[c]"
        case .impossible: "[z]"
        case .unavailable: "[x]"
        }
    }
}
