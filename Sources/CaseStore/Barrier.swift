// What may stand between an account and a record that its keys could open.

/// What an emergency access got past; the raw values stand in the log's details.
package enum Barrier: String, CaseIterable, Sendable {
    /// Records of that kind are not for the account's role.
    case role
    /// The course of support is social care's alone.
    case support
    /// The record is other people's work.
    case allocation

    /// What was in the way, to follow "got past".
    package var words: String {
        switch self {
        case .role: "the kinds of record that the role may open"
        case .support: "what the police are told of support"
        case .allocation: "the allocation to others"
        }
    }
}
