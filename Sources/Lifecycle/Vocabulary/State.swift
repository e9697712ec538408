// Where a record stands in its lifecycle.

/// The name of a state, such as `UNDER_INVESTIGATION`: stored, exported and never renamed.
package struct State: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    /// The name as stored.
    package let rawValue: String

    /// The state of that name, whether or not any machine has it.
    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package init(stringLiteral value: String) {
        rawValue = value
    }
}
