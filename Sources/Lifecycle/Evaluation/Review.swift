// What the rules say of a whole past.

/// A record's past, walked from its beginning.
package struct Review: Sendable {
    /// The steps taken, each with the name of its event.
    package let steps: [(event: String, step: Step)]
    /// The events that the rules refuse, each with why; a refused event moves nothing.
    package let refusals: [(event: String, refusals: [Refusal])]
    /// Every state the record stood in, oldest first, beginning with the machine's first.
    package let past: [State]
    /// Where it stands now.
    package let state: State
}
