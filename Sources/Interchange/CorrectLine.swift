// The line that strikes an event.

package import Lifecycle

/// `{"correct":ID,"known":DAY,"reason":…}`.
package struct CorrectLine: Hashable, Sendable {
    /// The id of the event that is struck.
    package var event: String
    /// The day on which the mistake became known; nil for now.
    package var known: Day?
    package var reason: String

    package init(event: String, known: Day? = nil, reason: String) {
        (self.event, self.known, self.reason) = (event, known, reason)
    }
}
