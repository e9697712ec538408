// A link that records of one kind have to records of another.
package import Lifecycle

/// A link from one record to another, as it is named in `add` and in import lines.
package struct LinkShape: Hashable, Sendable {
    /// The name of the link: `investigation`, `suspect`.
    package let name: String
    /// The kind of record that the link points to.
    package let kind: RecordKind
    /// Whether a record cannot be added without it.
    package let required: Bool

    package init(_ name: String, _ kind: RecordKind, required: Bool = true) {
        (self.name, self.kind, self.required) = (name, kind, required)
    }
}
