// What the recovery key opens: the store's key and each compartment's.
package import Cryptography

/// One key boxed to the recovery key, as a custodian or a holder signed it.
///
/// Only the public half of the recovery key is needed to make such a row, so rotation never needs the printed half.
package struct RecoveryRow: AccountRow {
    /// Whose key is in the box.
    package enum Subject: Hashable, Sendable {
        /// The store's key of that epoch.
        case store(epoch: Int64)
        /// A compartment's private key.
        case compartment(CompartmentID)

        var words: String {
            switch self {
            case .store(let epoch): "store/\(epoch)"
            case .compartment(let id): "compartment/\(id)"
            }
        }
    }

    package static let kind = RowKind.recovery

    /// Whose key is in the box.
    package let subject: Subject
    /// The public half of the recovery key.
    package let key: AgreementPublicKey
    /// The box.
    package let box: [UInt8]
    package var by: String
    package let since: Int64

    package var rowName: String { subject.words }

    package var members: [String: CanonicalValue] {
        var members: [String: CanonicalValue] = ["box": .bytes(box), "key": .bytes(key.bytes)]
        switch subject {
        case .store(let epoch): members["epoch"] = .number(epoch)
        case .compartment(let id):
            members["epoch"] = .number(id.epoch)
            members["compartment"] = .text(id.name)
        }
        return members
    }

    init(subject: Subject, key: AgreementPublicKey, box: [UInt8], by: String, since: Int64) {
        (self.subject, self.key, self.box, self.by, self.since) = (subject, key, box, by, since)
    }

    /// Closes a key of the store to the recovery key.
    init(_ storeKey: StoreKey, to key: AgreementPublicKey, store: StoreID, by: String, since: Int64) throws {
        let context = Context.storeKey(store, epoch: storeKey.epoch, to: key)
        self.init(
            subject: .store(epoch: storeKey.epoch), key: key,
            box: try Box.close(storeKey.secret, to: key, context: context), by: by, since: since)
    }

    /// Closes a compartment's key to the recovery key.
    init(_ compartment: CompartmentKey, to key: AgreementPublicKey, by: String, since: Int64) throws {
        let context = Context.compartmentKey(compartment.store, compartment.id, to: key)
        self.init(
            subject: .compartment(compartment.id), key: key,
            box: try Box.close(compartment.key.secret, to: key, context: context), by: by, since: since)
    }

    package init?(_ value: CanonicalValue, by: String, since: Int64) {
        guard let epoch = value["epoch"]?.number, let box = value["box"]?.bytes,
            let key = value["key"]?.bytes.flatMap({ try? AgreementPublicKey($0) })
        else { return nil }
        let subject: Subject
        switch value["compartment"] {
        case .none: subject = .store(epoch: epoch)
        case .some(.text(let name)): subject = .compartment(CompartmentID(name, epoch: epoch))
        case .some: return nil
        }
        self.init(subject: subject, key: key, box: box, by: by, since: since)
    }
}
