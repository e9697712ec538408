// A JSON value to be printed: members keep the order in which they were written.

import Interchange

/// A JSON value.
///
/// Literals make it: `["id": "INV-0001", "count": 3, "open": true]`.
package enum JSON: Sendable, ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    case null
    case flag(Bool)
    case number(Int)
    case text(String)
    case list([JSON])
    case object([(String, JSON)])

    package init(stringLiteral value: String) { self = .text(value) }
    package init(integerLiteral value: Int) { self = .number(value) }
    package init(booleanLiteral value: Bool) { self = .flag(value) }
    package init(arrayLiteral elements: JSON...) { self = .list(elements) }
    package init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements) }
    package init(nilLiteral: ()) { self = .null }

    /// A text, or null.
    package init(_ text: String?) { self = text.map { .text($0) } ?? .null }
    /// A number, or null.
    package init(_ number: Int?) { self = number.map { .number($0) } ?? .null }
    /// A list of values.
    package init(_ list: some Sequence<JSON>) { self = .list(Array(list)) }
    /// A list of texts.
    package init(_ list: some Sequence<String>) { self = .list(list.map { .text($0) }) }

    /// The value as JSON on one line.
    package var text: String {
        var text = ""
        write(to: &text)
        return text
    }

    /// Appends the value as JSON to `text`.
    package func write(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .flag(let value): text += value ? "true" : "false"
        case .number(let value): text += String(value)
        case .text(let value): Self.quote(value, into: &text)
        case .list(let values):
            text += "["
            for (index, value) in values.enumerated() {
                if index > 0 { text += "," }
                value.write(to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { text += "," }
                Self.quote(member.0, into: &text)
                text += ":"
                member.1.write(to: &text)
            }
            text += "}"
        }
    }

    /// Appends a string in quotes.
    ///
    /// What a terminal would obey or hide is escaped, which changes nothing for a reader of JSON and keeps a hostile name
    /// harmless for one who only looks.
    private static func quote(_ value: String, into text: inout String) {
        JSONText.quote(value, into: &text) { isHidden($0, oneLine: true) }
    }
}
