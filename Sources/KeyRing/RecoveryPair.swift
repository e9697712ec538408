// Two shares together: the recovery key in a box within a box.
internal import Cryptography

/// The recovery key, closed to one share's public key and that box to another's: both are needed, in no order.
///
/// There is one for each pair of shares. Nothing is divided by arithmetic of our own: a share alone opens a box in which
/// there is another closed box.
struct RecoveryPair: Hashable, Sendable {
    /// The share that opens the outer box; the lesser number.
    let outer: Int64
    /// The share that opens the inner one.
    let inner: Int64
    let box: [UInt8]

    init(
        _ key: borrowing AgreementKey, outer: (number: Int64, key: AgreementPublicKey),
        inner: (number: Int64, key: AgreementPublicKey), store: StoreID
    ) throws {
        (self.outer, self.inner) = (outer.number, inner.number)
        let context = Context.recoveryPair(store, key.publicKey, outer: outer.number, inner: inner.number)
        let within = try Box.close(key.secret, to: inner.key, context: context)
        box = try Box.close(within, to: outer.key, context: context)
    }

    func open(
        outer first: borrowing AgreementKey, inner second: borrowing AgreementKey, of key: AgreementPublicKey,
        store: StoreID
    ) throws -> AgreementKey {
        let context = Context.recoveryPair(store, key, outer: outer, inner: inner)
        let within = try Box.open(box, with: first, context: context)
        return try AgreementKey(secret: Box.open(within.plainCopy(), with: second, context: context))
    }

    var value: CanonicalValue {
        .object(["box": .bytes(box), "inner": .number(inner), "outer": .number(outer)])
    }

    init?(_ value: CanonicalValue) {
        guard let outer = value["outer"]?.number, let inner = value["inner"]?.number, let box = value["box"]?.bytes,
            (1...3).contains(outer), (1...3).contains(inner), outer < inner
        else { return nil }
        (self.outer, self.inner, self.box) = (outer, inner, box)
    }
}
