// A field that an event carries.

/// One field of an event: its name, what it may hold, and how firmly it is required.
package struct Requirement: Hashable, Sendable {
    /// The field's name.
    package let field: String
    /// What it may hold.
    package let type: FieldType
    /// How firmly it is required.
    package let needed: Needed
    /// What is asked for, as the person at the desk reads it; also what is named when it is missing.
    package let words: String
    /// Another day field of the event, or `on` for the event's own last day, which this day may not precede.
    package let after: String?

    /// A field of an event.
    package init(_ field: String, _ type: FieldType, _ needed: Needed, _ words: String, after: String? = nil) {
        self.field = field
        self.type = type
        self.needed = needed
        self.words = words
        self.after = after
    }
}
