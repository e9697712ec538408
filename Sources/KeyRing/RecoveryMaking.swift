// A new recovery key, with what is printed of it and what stays.
internal import Cryptography

/// A recovery key just drawn.
struct RecoveryMaking: ~Copyable {
    let key: RecoveryKey
    /// What stands in the slot file, without store keys yet.
    let slot: RecoverySlot
    /// What is printed: one key, or three shares.
    let papers: [String]

    init(_ form: RecoveryForm, store: StoreID) throws {
        let key = try RecoveryKey()
        let mark = try RecoveryPaper.mark(of: key.key.publicKey)
        switch form {
        case .whole:
            papers = [try RecoveryPaper(number: 0, mark: mark, key: key.key.copy()).text()]
            slot = RecoverySlot(key: key.key.publicKey)
        case .twoOfThree:
            var papers: [String] = []
            var shares: [AgreementPublicKey] = []
            for number in 1...3 {
                let share = try AgreementKey()
                shares.append(share.publicKey)
                papers.append(try RecoveryPaper(number: number, mark: mark, key: share).text())
            }
            var pairs: [RecoveryPair] = []
            for (outer, inner) in [(1, 2), (1, 3), (2, 3)] {
                pairs.append(
                    try RecoveryPair(
                        key.key, outer: (Int64(outer), shares[outer - 1]), inner: (Int64(inner), shares[inner - 1]),
                        store: store))
            }
            self.papers = papers
            slot = RecoverySlot(key: key.key.publicKey, shares: shares, pairs: pairs)
        }
        self.key = key
    }
}
