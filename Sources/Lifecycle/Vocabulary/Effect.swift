// What an event may set off elsewhere.

/// A derived event of another record that an event may bring about.
package struct Effect: Hashable, Sendable {
    /// What may happen, in words.
    package let words: String
    /// The kind of record to which it may happen.
    package let record: RecordKind
    /// The derived event of that record's machine.
    package let event: String

    /// An effect.
    package init(_ words: String, _ record: RecordKind, _ event: String) {
        self.words = words
        self.record = record
        self.event = event
    }
}
