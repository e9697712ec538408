// A compartment: its name and the public half of its key.
package import Cryptography

/// A compartment's public key of one epoch, as a custodian signed it.
package struct CompartmentRow: AccountRow {
    package static let kind = RowKind.compartment

    /// Which compartment and epoch.
    package let id: CompartmentID
    /// The key to which anyone may close a box for the compartment's holders.
    package let key: AgreementPublicKey
    package var by: String
    package let since: Int64

    package var rowName: String { id.description }

    package var members: [String: CanonicalValue] {
        ["epoch": .number(id.epoch), "key": .bytes(key.bytes), "name": .text(id.name)]
    }

    init(id: CompartmentID, key: AgreementPublicKey, by: String, since: Int64) {
        (self.id, self.key, self.by, self.since) = (id, key, by, since)
    }

    package init?(_ value: CanonicalValue, by: String, since: Int64) {
        guard let name = value["name"]?.text, let epoch = value["epoch"]?.number, epoch > 0,
            let key = value["key"]?.bytes.flatMap({ try? AgreementPublicKey($0) })
        else { return nil }
        self.init(id: CompartmentID(name, epoch: epoch), key: key, by: by, since: since)
    }
}
