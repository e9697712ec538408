// A state as the rule book describes it.

/// A state of a machine, in words, and the figures that count those who stand in it.
package struct StateEntry: Hashable, Sendable {
    /// The state.
    package let id: State
    /// What it means.
    package let words: String
    /// The ids of the figures that count records in this state.
    package let counts: [String]

    /// A state described.
    package init(_ id: State, _ words: String, counts: [String] = []) {
        self.id = id
        self.words = words
        self.counts = counts
    }
}
