// A field that records of one kind may carry.
package import Access
package import Lifecycle

/// A field of a record: its type, what it means, and whether it is sealed.
package struct FieldShape: Hashable, Sendable {
    /// Where a field's value is kept.
    package enum Keeping: Hashable, Sendable {
        /// In clear inside the encrypted store: states, days, counts, what figures are broken down by.
        case open
        /// Sealed to one compartment.
        case sealed(Compartment)
        /// The identity of a person: sealed to each compartment that a link of the person calls for.
        case identity
    }

    /// The name of the field in `add` and in import lines.
    package let name: String
    /// What its value must be.
    package let type: FieldType
    /// Where its value is kept.
    package let keeping: Keeping
    /// What it means, in the words of help.
    package let words: String

    package init(_ name: String, _ type: FieldType, _ keeping: Keeping = .open, _ words: String) {
        (self.name, self.type, self.keeping, self.words) = (name, type, keeping, words)
    }
}
