// The line that supplies fields of an event.

package import Lifecycle

/// `{"supply":ID,"id":ID,"known":DAY,"fields":{…}}`.
package struct SupplyLine: Hashable, Sendable {
    /// The id of the event whose fields they are.
    package var event: String
    /// The supplement's own id, by which it can be struck; nil for a new one.
    package var id: String?
    /// The day on which they became known; nil for now.
    package var known: Day?
    /// The fields, not yet typed.
    package var fields: [String: Scalar]

    package init(event: String, id: String? = nil, known: Day? = nil, fields: [String: Scalar]) {
        (self.event, self.id, self.known, self.fields) = (event, id, known, fields)
    }
}
