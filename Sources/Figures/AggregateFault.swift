// Why a number from elsewhere cannot be.

/// What is impossible about a sourced number: the field at fault and why, in words that continue the field's name.
package struct AggregateFault: Error, Hashable, Sendable {
    /// The field at fault.
    package let field: String
    /// Why: `is more than the 209 of which it is a part`.
    package let words: String

    init(_ field: String, _ words: String) { (self.field, self.words) = (field, words) }
}
