// The private half of a compartment's key, as its holders have it.
package import Cryptography

/// Opens one compartment of one epoch: its boxes, and its data subjects' keys.
package final class CompartmentKey: Sendable {
    /// The store.
    package let store: StoreID
    /// Which compartment and epoch.
    package let id: CompartmentID
    let key: AgreementKey
    private let wrapping: SecretBytes

    init(store: StoreID, id: CompartmentID, key: consuming AgreementKey) throws {
        (self.store, self.id) = (store, id)
        wrapping = try HKDFSHA256.derive(from: key.secret, for: "dalesway subject keys v1")
        self.key = key
    }

    /// The private key itself, for what opens boxes by itself, as audit details do.
    package func agreementKey() throws -> AgreementKey { try key.copy() }

    /// Draws a new key for a subject, and wraps it.
    package func newSubjectKey(for subject: Int64) throws -> (key: SubjectKey, wrapped: WrappedSubjectKey) {
        let key = try SubjectKey(
            store: store, subject: subject, compartment: id.name, secret: SecretBytes(random: 32))
        return (key, try wrap(key))
    }

    /// Wraps a subject's key under this compartment's.
    package func wrap(_ subjectKey: SubjectKey) throws -> WrappedSubjectKey {
        guard subjectKey.store == store, subjectKey.compartment == id.name else {
            throw KeyRingError.unusableWrappedKey
        }
        let context = Context.subjectKey(store, id, subject: subjectKey.subject)
        let sealed = try Seal.seal(subjectKey.secret, under: wrapping, context: context)
        return WrappedSubjectKey(epoch: id.epoch, bytes: [WrappedSubjectKey.Manner.sealed.rawValue] + sealed)
    }

    /// Opens a subject's wrapped key; throws `unusableWrappedKey` if it is not of this subject and compartment.
    package func open(_ wrapped: WrappedSubjectKey, of subject: Int64) throws -> SubjectKey {
        guard wrapped.epoch == id.epoch,
            let manner = wrapped.bytes.first.flatMap(WrappedSubjectKey.Manner.init)
        else { throw KeyRingError.unusableWrappedKey }
        do {
            let context = Context.subjectKey(store, id, subject: subject)
            let secret = try open(Array(wrapped.bytes.dropFirst()), in: manner, context: context)
            return try SubjectKey(store: store, subject: subject, compartment: id.name, secret: secret)
        } catch is CryptographyError {
            throw KeyRingError.unusableWrappedKey
        }
    }

    private func open(
        _ content: [UInt8], in manner: WrappedSubjectKey.Manner, context: [UInt8]
    ) throws -> SecretBytes {
        switch manner {
        case .sealed: try Seal.open(content, under: wrapping, context: context)
        case .boxed: try Box.open(content, with: key, context: context)
        }
    }

    /// Opens a value that was boxed to this compartment for one place.
    package func open(box: [UInt8], at place: Place) throws -> [UInt8] {
        let content = try Box.open(box, with: key, context: Context.field(store, id.name, place))
        return content.plainCopy()
    }
}
