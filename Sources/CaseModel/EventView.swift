// An event as somebody may see it.
package import Lifecycle

/// An event with what its reader's compartments open, and where it led.
package struct EventView: Sendable {
    /// The record that it happened to.
    package var reference: Reference
    /// The event with all that stands of its fields; text that the reader may not see is ``Event/mask``.
    package var event: Event
    /// What was supplied to it later, in the order of recording; struck ones with it.
    package var supplies: [Supplied] = []
    /// Where the record stood before and after; nil if the event does not stand.
    package var from: State?, to: State?
    /// Whether the reader may see where it led.
    package var isCourseOpen = true
    /// Why it was recorded as it happened, or why it was struck, if the reader may see that.
    package var reason: String?
    /// The id of the event that it follows from.
    package var cause: String?
    /// The records that it opened, or that were opened when it was recorded, as far as the reader may open them.
    package var opened: [Opened] = []
    /// Whether it would have opened a duty to tell a victim, had one been linked.
    package var concernsNobody = false

    /// Fields of the event that somebody supplied later.
    package struct Supplied: Sendable {
        /// The supplement, whose fields are those that were supplied.
        package var event: Event
        /// Why it was struck, if it was and the reader may see that.
        package var reason: String?

        package init(event: Event, reason: String? = nil) { (self.event, self.reason) = (event, reason) }
    }

    /// The marks that say that changes of the past have left it against the rules; struck ones with them.
    package var breaches: [Supplied] { supplies.filter(\.event.isMark) }

    package init(
        reference: Reference, event: Event, from: State?, to: State?, reason: String? = nil, cause: String? = nil
    ) {
        (self.reference, self.event, self.from, self.to) = (reference, event, from, to)
        (self.reason, self.cause) = (reason, cause)
    }
}
