// Where a rule leads.

/// A state to which an event leads.
package struct Destination: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The state.
    package let state: State
    /// The id of the rule's condition that must hold for this state to be the one; nil: always.
    package let when: String?

    /// A destination.
    package init(_ state: State, when: String? = nil) {
        self.state = state
        self.when = when
    }

    /// A state to which it leads whatever else holds.
    package init(stringLiteral value: String) {
        self.init(State(stringLiteral: value))
    }
}
