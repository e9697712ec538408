// What may come next of a record, and what stands in the way of the rest.
package import Lifecycle

/// A record with what may be recorded of it next, what is due on it, and which other records stand in the way.
package struct Outlook: Sendable {
    /// The record as its reader may see it.
    package var record: RecordView
    /// Every event that a person can record, in the rule book's order.
    package var prospects: [Prospect]
    /// By the rule's name: the conditions that do not hold, with the records on which that hangs.
    package var hindrances: [String: [Hindrance]]
    /// What is due on the record, the most pressing first.
    package var deadlines: [WorkItem]

    package init(
        _ record: RecordView, _ prospects: [Prospect], hindrances: [String: [Hindrance]] = [:],
        deadlines: [WorkItem] = []
    ) {
        (self.record, self.prospects) = (record, prospects)
        (self.hindrances, self.deadlines) = (hindrances, deadlines)
    }
}

/// A condition on other records that does not hold.
package struct Hindrance: Hashable, Sendable {
    /// The condition in words.
    package let words: String
    /// The records that would have to stand elsewhere.
    package var records: [Standing]
    /// The kind of record that is wanted where there is none at all; nil where there is one.
    package var wanted: RecordKind?

    /// Where a record stands.
    package struct Standing: Hashable, Sendable {
        /// The record.
        package let reference: Reference
        /// Its state.
        package let state: State

        package init(_ reference: Reference, _ state: State) { (self.reference, self.state) = (reference, state) }
    }

    package init(_ words: String, _ records: [Standing], wanted: RecordKind? = nil) {
        (self.words, self.records, self.wanted) = (words, records, wanted)
    }
}
