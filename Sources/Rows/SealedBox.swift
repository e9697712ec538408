// Something sealed, and how.

/// A sealed value as a row keeps it.
package struct SealedBox: Hashable, Sendable {
    /// How it was sealed; the raw values stand in rows and are never changed.
    package enum Manner: Int64, Sendable {
        /// Under the subject's key of the compartment.
        case subject = 0
        /// To the compartment's public key, by somebody who could not open it.
        case compartment = 1
    }

    /// The compartment whose holders may open it.
    package let compartment: String
    package let manner: Manner
    package let bytes: [UInt8]

    package init(compartment: String, manner: Manner, bytes: [UInt8]) {
        (self.compartment, self.manner, self.bytes) = (compartment, manner, bytes)
    }
}
