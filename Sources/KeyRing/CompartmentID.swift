// Which keys of which compartment.

/// A compartment and the epoch of its keys; rotation begins a new epoch.
package struct CompartmentID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The compartment's stored name.
    package let name: String
    /// The epoch, from 1.
    package let epoch: Int64

    /// Names an epoch of a compartment.
    package init(_ name: String, epoch: Int64) {
        (self.name, self.epoch) = (name, epoch)
    }

    package static func < (left: CompartmentID, right: CompartmentID) -> Bool {
        (left.name, left.epoch) < (right.name, right.epoch)
    }

    /// The name and epoch, as they stand in the names of rows.
    package var description: String { "\(name)/\(epoch)" }
}
