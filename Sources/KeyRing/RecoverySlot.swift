// The way in for the key on paper.
internal import Cryptography

/// The store's keys, boxed to the recovery key's public half; and that key itself, boxed to its shares if it has any.
struct RecoverySlot: Hashable, Sendable {
    let key: AgreementPublicKey
    private(set) var storeKeys: [BoxedStoreKey] = []
    /// The public halves of the shares, in order of their numbers; none where the key was printed whole.
    let shares: [AgreementPublicKey]
    /// The recovery key for each pair of shares; none where it was printed whole.
    let pairs: [RecoveryPair]

    init(key: AgreementPublicKey, shares: [AgreementPublicKey] = [], pairs: [RecoveryPair] = []) {
        (self.key, self.shares, self.pairs) = (key, shares, pairs)
    }

    var form: RecoveryForm { shares.isEmpty ? .whole : .twoOfThree }

    mutating func add(_ storeKey: StoreKey, store: StoreID) throws {
        storeKeys.removeAll { $0.epoch == storeKey.epoch }
        storeKeys.append(try BoxedStoreKey(storeKey, to: key, store: store))
        storeKeys.sort { $0.epoch < $1.epoch }
    }

    mutating func drop(before epoch: Int64) { storeKeys.removeAll { $0.epoch < epoch } }

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

    /// The recovery key from two of its shares.
    func key(
        from one: borrowing RecoveryPaper, and other: borrowing RecoveryPaper, store: StoreID
    ) throws -> RecoveryKey {
        try requireOwn(one)
        try requireOwn(other)
        if one.number > other.number { return try key(lesser: other, greater: one, store: store) }
        return try key(lesser: one, greater: other, store: store)
    }

    private func key(
        lesser: borrowing RecoveryPaper, greater: borrowing RecoveryPaper, store: StoreID
    ) throws -> RecoveryKey {
        let numbers = (Int64(lesser.number), Int64(greater.number))
        guard let pair = pairs.first(where: { ($0.outer, $0.inner) == numbers }) else {
            throw KeyRingError.alteredSlotFile
        }
        do {
            return RecoveryKey(try pair.open(outer: lesser.key, inner: greater.key, of: key, store: store))
        } catch is CryptographyError {
            throw KeyRingError.alteredSlotFile
        }
    }

    private func requireOwn(_ paper: borrowing RecoveryPaper) throws {
        guard shares.indices.contains(paper.number - 1), shares[paper.number - 1] == paper.key.publicKey else {
            throw KeyRingError.foreignShare(paper.number)
        }
    }

    var value: CanonicalValue {
        var members: [String: CanonicalValue] = ["key": .bytes(key.bytes), "keys": .list(storeKeys.map(\.value))]
        if !shares.isEmpty {
            members["shares"] = .list(shares.map { .bytes($0.bytes) })
            members["pairs"] = .list(pairs.map(\.value))
        }
        return .object(members)
    }

    init?(_ value: CanonicalValue) {
        guard let key = value["key"]?.bytes.flatMap({ try? AgreementPublicKey($0) }), let keys = value["keys"]?.list
        else { return nil }
        let shares = value["shares"]?.list ?? []
        let pairs = value["pairs"]?.list ?? []
        self.key = key
        storeKeys = keys.compactMap { BoxedStoreKey($0) }
        self.shares = shares.compactMap { $0.bytes.flatMap { try? AgreementPublicKey($0) } }
        self.pairs = pairs.compactMap { RecoveryPair($0) }
        guard storeKeys.count == keys.count, self.shares.count == shares.count, self.pairs.count == pairs.count,
            shares.isEmpty ? pairs.isEmpty : shares.count == 3 && pairs.count == 3
        else { return nil }
    }
}
