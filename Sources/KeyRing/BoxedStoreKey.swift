// A key of the store as it stands in the slot file.
internal import Cryptography

/// The store's key of one epoch, boxed to one public key: a user's, or the recovery key's.
struct BoxedStoreKey: Hashable, Sendable {
    let epoch: Int64
    let box: [UInt8]

    init(_ key: StoreKey, to recipient: AgreementPublicKey, store: StoreID) throws {
        epoch = key.epoch
        let context = Context.storeKey(store, epoch: key.epoch, to: recipient)
        box = try Box.close(key.secret, to: recipient, context: context)
    }

    func open(with key: borrowing AgreementKey, store: StoreID) throws -> StoreKey {
        let context = Context.storeKey(store, epoch: epoch, to: key.publicKey)
        return try StoreKey(epoch: epoch, secret: Box.open(box, with: key, context: context))
    }

    var value: CanonicalValue {
        .object(["box": .bytes(box), "epoch": .number(epoch)])
    }

    init?(_ value: CanonicalValue) {
        guard let epoch = value["epoch"]?.number, let box = value["box"]?.bytes else { return nil }
        (self.epoch, self.box) = (epoch, box)
    }
}
