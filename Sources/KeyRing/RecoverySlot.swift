// The way in for the key on paper.
internal import Cryptography

/// The store's keys, boxed to the recovery key's public half.
struct RecoverySlot: Hashable, Sendable {
    let key: AgreementPublicKey
    private(set) var storeKeys: [BoxedStoreKey] = []

    init(key: AgreementPublicKey) { self.key = key }

    mutating func add(_ storeKey: StoreKey, store: StoreID) throws {
        storeKeys.removeAll { $0.epoch == storeKey.epoch }
        storeKeys.append(try BoxedStoreKey(storeKey, to: key, store: store))
        storeKeys.sort { $0.epoch < $1.epoch }
    }

    func open(with recovery: borrowing RecoveryKey, store: StoreID) throws -> [StoreKey] {
        guard recovery.key.publicKey == key else { throw KeyRingError.foreignRecoveryKey }
        do {
            var opened: [StoreKey] = []
            for boxed in storeKeys { opened.append(try boxed.open(with: recovery.key, store: store)) }
            return opened.sorted { $0.epoch < $1.epoch }
        } catch is CryptographyError {
            throw KeyRingError.alteredSlotFile
        }
    }

    var value: CanonicalValue {
        .object(["key": .bytes(key.bytes), "keys": .list(storeKeys.map(\.value))])
    }

    init?(_ value: CanonicalValue) {
        guard let key = value["key"]?.bytes.flatMap({ try? AgreementPublicKey($0) }), let keys = value["keys"]?.list
        else { return nil }
        self.key = key
        storeKeys = keys.compactMap { BoxedStoreKey($0) }
        guard storeKeys.count == keys.count else { return nil }
    }
}
