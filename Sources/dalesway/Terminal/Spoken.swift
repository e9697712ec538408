// Types that can be said as one word of a command line.

/// A value that one word of a command line can hold.
protocol Spoken: Sendable {
    /// The value that the word says, or nil.
    static func read(_ word: String) -> Self?
    /// What stands for it in usage: `DAY`.
    static var placeholder: String { get }
    /// What it must be, to end the sentence “‘x’ is not …”.
    static var expected: String { get }
    /// The words it may be, where they are few and fixed.
    static var choices: [String] { get }
    /// The code of a word that cannot be read: a wrong choice is wrong usage, a wrong day is bad data.
    static var fault: Exit { get }
}

extension Spoken {
    static var choices: [String] { [] }
    static var fault: Exit { choices.isEmpty ? .data : .usage }
}

extension Spoken where Self: CaseIterable & RawRepresentable, RawValue == String {
    static func read(_ word: String) -> Self? { Self(rawValue: word) }
    static var expected: String { "one of: \(choices.joined(separator: ", "))" }
    static var choices: [String] { allCases.map(\.rawValue) }
}

extension String: Spoken {
    static func read(_ word: String) -> String? { word }
    static var placeholder: String { "TEXT" }
    static var expected: String { "text" }
}

extension Int: Spoken {
    static func read(_ word: String) -> Int? { Int(word) }
    static var placeholder: String { "N" }
    static var expected: String { "a whole number" }
}
