// The line that adds a record.

package import Lifecycle

/// `{"add":KIND,"ref":REF,"id":ID,LINK:REF…,"on":DAY,"known":DAY,"fields":{…},"asHappened":true,"reason":…}`.
package struct AddLine: Hashable, Sendable {
    package var kind: RecordKind
    /// The reference it is to have; nil for the next free one.
    package var ref: Reference?
    /// The id of the event that adds it, such as `EV-…`; nil for a new one.
    package var id: String?
    /// The other records that it belongs to, by the kind of record they are.
    ///
    /// Which it must have is CaseModel's to say.
    package var links: [RecordKind: Reference]
    /// The day from which the record stands.
    package var on: Day
    /// The day on which it became known; nil for now.
    package var known: Day?
    /// Its fields, not yet typed.
    package var fields: [String: Scalar]
    /// Whether it is added as it was there, although something recorded later could not have been done then; then a reason
    /// stands with it.
    package var asHappened: Bool
    package var reason: String?

    package init(
        kind: RecordKind, ref: Reference? = nil, id: String? = nil, links: [RecordKind: Reference] = [:], on: Day,
        known: Day? = nil, fields: [String: Scalar] = [:], asHappened: Bool = false, reason: String? = nil
    ) {
        (self.kind, self.ref, self.id, self.links, self.on) = (kind, ref, id, links, on)
        (self.known, self.fields, self.asHappened, self.reason) = (known, fields, asHappened, reason)
    }
}
