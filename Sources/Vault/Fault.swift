// One thing that is wrong with a store.

/// One thing that a check of the whole store found wrong.
package struct Fault: Hashable, Sendable {
    /// Where it is.
    package let place: Place

    /// What is wrong there, in words without anybody's data.
    package let what: String
}

extension Fault: CustomStringConvertible {
    /// Place and words, as a person reads them.
    package var description: String { "\(place): \(what)" }
}
