// A data subject's key as it is stored.

/// A subject's key, wrapped for one epoch of one compartment.
package struct WrappedSubjectKey: Hashable, Sendable {
    /// How it is wrapped; the first byte of what is stored.
    enum Manner: UInt8 {
        /// By a holder, under the compartment's wrapping key.
        case sealed = 0
        /// By someone who holds nothing, to the compartment's public key.
        case boxed = 1
    }

    /// The epoch of the compartment's keys under which it opens.
    package let epoch: Int64
    /// The bytes to be stored.
    package let bytes: [UInt8]

    /// Takes a wrapped key from where it was stored.
    package init(epoch: Int64, bytes: [UInt8]) {
        (self.epoch, self.bytes) = (epoch, bytes)
    }
}
