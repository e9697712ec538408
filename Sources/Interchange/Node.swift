// A JSON value as it was found, before it means anything.

/// A JSON value.
///
/// Lists are read and not kept, for no line may hold one.
indirect enum Node: Hashable, Sendable {
    case text(String)
    case number(Int)
    /// A number that is not whole, or too large for one.
    case otherNumber
    case flag(Bool)
    case null
    case list
    case object([Member])
}

/// A member of a JSON object, in the order of the text.
struct Member: Hashable, Sendable {
    let key: String
    let value: Node
    /// Whether the object has a member of this key before it.
    let isRepeated: Bool
}

/// Where a text stops being JSON, and why.
struct Flaw: Error, Hashable, Sendable {
    /// The place in the line, in bytes from 1.
    let column: Int
    let words: String
}
