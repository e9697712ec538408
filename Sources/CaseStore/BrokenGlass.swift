// What came of asking for a record in an emergency.
package import Access
package import Lifecycle

/// An access in an emergency, as it is told to whoever had it.
package struct BrokenGlass: Hashable, Sendable {
    /// The record that was opened.
    package let record: Reference
    /// The leaf of the audit log that tells of it; nil where nothing was in the way, so that it was a look like any other.
    package let leaf: Int?
    /// What was in the way.
    package let past: [Barrier]
    /// The compartments to which something of the record is sealed and which the account's keys do not open.
    package let stillShut: [Compartment]
    /// The last day in time for a second person to review it.
    package let due: Day?
}
