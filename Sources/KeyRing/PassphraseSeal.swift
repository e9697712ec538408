// A secret that a passphrase opens and that belongs to no store.
package import Cryptography

/// A secret sealed under a passphrase, at the same cost and by the same steps as an account's slot.
package struct PassphraseSeal: Hashable, Sendable {
    private let cost: ScryptCost
    private let salt: [UInt8]
    private let commitment: [UInt8]
    private let sealed: [UInt8]

    /// Seals a secret.
    ///
    /// - Parameters:
    ///   - what: What the secret is, in a word that stands in the labels of the keys.
    ///   - context: What the secret belongs to: moved elsewhere it does not open.
    package init(
        _ secret: borrowing SecretBytes, under passphrase: borrowing Passphrase, for what: String, context: [UInt8],
        cost: ScryptCost = .standard
    ) throws {
        self.cost = cost
        salt = try Random.bytes(Slot.saltCount)
        let keys = try PassphraseKeys(passphrase, salt: salt, cost: cost, for: what)
        commitment = keys.commitment
        sealed = try Seal.seal(secret, under: keys.sealing, context: context)
    }

    /// Opens the seal; `nil` if the passphrase is wrong.
    ///
    /// - Throws: `CryptographyError.doesNotOpen` if the passphrase is right and the seal was altered or moved.
    package func open(
        with passphrase: borrowing Passphrase, for what: String, context: [UInt8]
    ) throws -> SecretBytes? {
        let keys = try PassphraseKeys(passphrase, salt: salt, cost: cost, for: what)
        guard ConstantTime.equal(commitment, keys.commitment) else { return nil }
        return try Seal.open(sealed, under: keys.sealing, context: context)
    }

    /// The seal as it stands in a file.
    package var value: CanonicalValue {
        .object([
            "commitment": .bytes(commitment), "n": .number(Int64(cost.logN)), "p": .number(Int64(cost.p)),
            "r": .number(Int64(cost.r)), "salt": .bytes(salt), "sealed": .bytes(sealed),
        ])
    }

    /// Takes a seal from a file; `nil` if it is not in its form.
    package init?(_ value: CanonicalValue) {
        guard let salt = value["salt"]?.bytes, salt.count == Slot.saltCount,
            let commitment = value["commitment"]?.bytes, commitment.count == Digest.byteCount,
            let sealed = value["sealed"]?.bytes, let logN = value["n"]?.number.flatMap(UInt8.init(exactly:)),
            let r = value["r"]?.number.flatMap(UInt32.init(exactly:)),
            let p = value["p"]?.number.flatMap(UInt32.init(exactly:)), let cost = ScryptCost(logN: logN, r: r, p: p)
        else { return nil }
        (self.cost, self.salt, self.commitment, self.sealed) = (cost, salt, commitment, sealed)
    }
}
