// What can be wrong with a reason, and the words that say so.

/// Why what was given is no reason; it holds nothing of what was given, which may be about somebody.
package enum ReasonFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// It begins with none of the codes.
    case unknownCode
    /// There is a colon and nothing after it.
    case noWords
    /// Its words are too many.
    case tooLong
    /// Its words hold an end of a line or another control character.
    case notOneLine

    /// The end of a sentence that begins with what was given: "… must begin with one of …".
    package var description: String {
        switch self {
        case .unknownCode:
            "must begin with one of \(Reason.listed); then, if you like, a colon and your own words, as in "
                + "‘safeguarding: strategy meeting’"
        case .noWords: "has a colon and nothing after it: leave the colon away, or say more"
        case .tooLong: "may have \(Reason.mostCharacters) characters after the colon, and has more"
        case .notOneLine: "must be one line, without control characters"
        }
    }
}
