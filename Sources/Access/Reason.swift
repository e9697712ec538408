// Why somebody works with the case file: a code that stands in the log, and words that only data protection reads.

/// The reason for a piece of work, said once and carried by every entry of the log that belongs to it.
package struct Reason: Hashable, Sendable {
    /// The most characters that its words may have.
    package static let mostCharacters = 500

    /// Which of the reasons there are.
    package let code: Code
    /// What it is in the user's own words, if they said more than the code; it may hold anybody's data and stands in no
    /// leaf.
    package let text: String?

    /// Makes a reason; `text` must be what `init(reading:)` would take.
    package init(_ code: Code, text: String? = nil) { (self.code, self.text) = (code, text) }

    /// Reads `CODE` or `CODE: TEXT`.
    ///
    /// - Throws: ``ReasonFault``; it holds nothing of what was given.
    package init(reading words: String) throws(ReasonFault) {
        let parts = words.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let code = Code(rawValue: Self.trimmed(parts[0])) else { throw .unknownCode }
        guard parts.count == 2 else {
            self.init(code)
            return
        }
        let text = Self.trimmed(parts[1])
        guard !text.isEmpty else { throw .noWords }
        guard text.count <= Self.mostCharacters else { throw .tooLong }
        guard Self.isOneLine(text) else { throw .notOneLine }
        self.init(code, text: text)
    }

    /// A text without the white space around it.
    static func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isWhitespace)
        return String(start.prefix(start.count - start.reversed().prefix(while: \.isWhitespace).count))
    }

    /// Whether a text is one line, without control characters.
    static func isOneLine(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            let category = scalar.properties.generalCategory
            return category != .control && category != .lineSeparator && category != .paragraphSeparator
        }
    }
}
