// The line that records an event.

package import Lifecycle

/// `{"record":EVENT,"ref":REF,"id":ID,"on":WHEN,"known":DAY,"fields":{…},"by":{…},"asHappened":true,"reason":…,
/// "reviewed":DAY,"after":ID,"derived":true,"cause":ID,"held":true}`.
package struct RecordLine: Hashable, Sendable {
    package var event: String
    /// The record that it happened to.
    package var ref: Reference
    /// The event's id, such as `EV-…`; nil for a new one.
    package var id: String?
    package var on: Interval
    /// The day on which it became known; nil for now.
    package var known: Day?
    /// Its fields, not yet typed.
    package var fields: [String: Scalar]
    /// Who decided it, where that is not who records it.
    package var by: DecisionMaker?
    /// Whether it is recorded as it happened, whatever the rules say; then a reason stands with it.
    package var asHappened: Bool
    package var reason: String?
    /// The day on which somebody reviewed what stands as it happened.
    package var reviewed: Day?
    /// The event of the same day after which it happened.
    package var after: String?
    /// Whether the rules themselves brought it about: it is compared on import, and not applied again.
    package var derived: Bool
    /// Whether it waits for a second person's approval; an event of the past that needed one is taken as approved if not.
    package var held: Bool
    /// The event that brought a derived one about; none if it followed from the coming of a record.
    package var cause: String?

    package init(
        event: String, ref: Reference, id: String? = nil, on: Interval, known: Day? = nil,
        fields: [String: Scalar] = [:], by: DecisionMaker? = nil, asHappened: Bool = false, reason: String? = nil,
        reviewed: Day? = nil, after: String? = nil, derived: Bool = false, cause: String? = nil, held: Bool = false
    ) {
        (self.event, self.ref, self.id, self.on, self.known) = (event, ref, id, on, known)
        (self.fields, self.by, self.asHappened, self.reason) = (fields, by, asHappened, reason)
        (self.reviewed, self.after, self.derived) = (reviewed, after, derived)
        (self.cause, self.held) = (cause, held)
    }
}
