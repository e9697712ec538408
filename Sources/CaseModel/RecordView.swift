// A record as somebody may see it.
package import Lifecycle

/// A record with what its reader's compartments open; what they do not open is named and not shown.
package struct RecordView: Sendable {
    /// What people call it.
    package var reference: Reference
    /// Where it stands; nil for a kind without a lifecycle.
    package var state: State?
    /// The day on which it began, and the day on which that became known.
    package var begun: Day, known: Day
    /// Its links by name, as they stand now.
    package var links: [String: Reference]
    /// Its fields that the reader may see.
    package var fields: [String: FieldValue]
    /// Names of fields that are there and sealed to others.
    package var sealed: [String]
    /// Whether support is being received, where that is all that the reader may see of its course; else nil.
    package var isReceiving: Bool?
    /// Its name or title, where it, or the person whom it is about, has one that the reader may see.
    package var title: String?
    /// What is due on it, the most pressing first; nil where that was not asked for.
    package var deadlines: [WorkItem]?

    package init(
        reference: Reference, state: State?, begun: Day, known: Day, links: [String: Reference],
        fields: [String: FieldValue], sealed: [String], title: String?
    ) {
        (self.reference, self.state, self.begun, self.known) = (reference, state, begun, known)
        (self.links, self.fields, self.sealed, self.title) = (links, fields, sealed, title)
    }
}
