// How firmly a field is required.

/// When a field must be there.
package enum Needed: String, CaseIterable, Hashable, Sendable {
    /// The event cannot be recorded without it.
    case now
    /// The event is recorded without it; somebody owes it by a day.
    case later
    /// It may never be known, and that is no fault.
    case unknownAllowed = "unknown-allowed"
}
