// The key of one data subject in one compartment.
internal import Cryptography

/// Seals what one compartment knows of one data subject; destroying it destroys all of that at once.
package final class SubjectKey: Sendable {
    /// The store.
    package let store: StoreID
    /// The subject's number.
    package let subject: Int64
    /// The compartment's name: the same key serves all epochs.
    package let compartment: String
    let secret: SecretBytes

    init(store: StoreID, subject: Int64, compartment: String, secret: consuming SecretBytes) throws {
        guard secret.count == 32 else { throw KeyRingError.unusableWrappedKey }
        (self.store, self.subject, self.compartment) = (store, subject, compartment)
        self.secret = secret
    }

    /// Seals bytes for one place.
    package func seal(_ content: [UInt8], at place: Place) throws -> [UInt8] {
        try Seal.seal(content, under: secret, context: Context.field(store, compartment, place))
    }

    /// Opens what was sealed for that place; throws `CryptographyError.doesNotOpen` otherwise.
    package func open(_ sealed: [UInt8], at place: Place) throws -> [UInt8] {
        let content = try Seal.open(sealed, under: secret, context: Context.field(store, compartment, place))
        return content.plainCopy()
    }
}
