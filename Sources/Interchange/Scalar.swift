// A value of one field, as a line of a file holds it.

/// A field's value before the rule book has said what type it is.
package enum Scalar: Hashable, Sendable {
    case text(String)
    /// A whole number; a line that holds any other number is faulty.
    case number(Int)
    case flag(Bool)
}

extension Scalar: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    package init(stringLiteral value: String) { self = .text(value) }
    package init(integerLiteral value: Int) { self = .number(value) }
    package init(booleanLiteral value: Bool) { self = .flag(value) }
}
