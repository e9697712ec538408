// How many of the records a condition looks at must meet it.

/// How many of the records that a condition selects must stand in one of its states.
package enum Quantifier: String, CaseIterable, Hashable, Sendable {
    /// Every one; true if there are no records.
    case all
    /// At least one; false if there are no records.
    case any
    /// Not one; true if there are no records.
    case none
}
