// Something that was recorded.

/// One event of a record's past, in its place.
package struct Happening: Sendable {
    /// The event's own name, by which a review speaks of it.
    package var id: String
    /// What was recorded.
    package var attempt: Attempt
    /// Whether it has taken effect: false while it waits for a second person's approval.
    package var effective: Bool

    /// An event of a past.
    package init(id: String, _ attempt: Attempt, effective: Bool = true) {
        self.id = id
        self.attempt = attempt
        self.effective = effective
    }
}
