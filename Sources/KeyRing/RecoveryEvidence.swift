// What somebody brings who has no passphrase: the recovery key, or two shares of it.
internal import Cryptography

/// One whole recovery key, or two of its shares, as they were typed.
package struct RecoveryEvidence: ~Copyable, Sendable {
    private let first: RecoveryPaper
    private let second: RecoveryPaper?

    /// Reads what was typed.
    ///
    /// - Throws: `KeyRingError.mistypedRecovery` naming the share and the group; `oneShare` where a second is needed;
    ///   `sameShare`, `mixedShares`, `notARecoveryKey`.
    package init(_ texts: [String]) throws {
        guard let text = texts.first, texts.count <= 2 else {
            throw KeyRingError.notARecoveryKey("one key or two shares are needed")
        }
        let first = try RecoveryPaper(reading: text, place: 1)
        let second = try Self.second(texts.dropFirst().first, beside: first)
        self.first = first
        self.second = second
    }

    private static func second(_ text: String?, beside first: borrowing RecoveryPaper) throws -> RecoveryPaper? {
        guard let text else {
            if first.number > 0 { throw KeyRingError.oneShare(first.number) }
            return nil
        }
        guard first.number > 0 else { throw KeyRingError.notARecoveryKey("a whole key needs no second") }
        let second = try RecoveryPaper(reading: text, place: 2)
        guard second.number > 0 else { throw KeyRingError.notARecoveryKey("the second must be a share too") }
        guard second.number != first.number else { throw KeyRingError.sameShare(first.number) }
        guard second.mark == first.mark else { throw KeyRingError.mixedShares }
        return second
    }

    /// The recovery key itself.
    ///
    /// - Throws: `KeyRingError.foreignRecoveryKey`, `foreignShare`; `alteredSlotFile`.
    package borrowing func key(of slots: SlotFile) throws -> RecoveryKey {
        switch second {
        case .none:
            guard first.key.publicKey == slots.recovery.key else { throw KeyRingError.foreignRecoveryKey }
            return RecoveryKey(try first.key.copy())
        case .some(let second): return try slots.recovery.key(from: first, and: second, store: slots.store)
        }
    }
}
