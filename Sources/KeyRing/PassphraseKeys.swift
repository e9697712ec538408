// What a passphrase gives.
internal import Cryptography

/// The key that opens a slot, and the commitment by which the right one is known before anything is opened.
struct PassphraseKeys: ~Copyable {
    let sealing: SecretBytes
    let commitment: [UInt8]

    /// Takes as long as the cost says; `what` is opened with the keys stands in their labels.
    init(_ passphrase: borrowing Passphrase, salt: [UInt8], cost: ScryptCost, for what: String = "slot") throws {
        let derived = try Scrypt.derive(from: passphrase.bytes, salt: salt, cost: cost)
        let shown = try HKDFSHA256.derive(from: derived, for: "dalesway \(what) commitment v1")
        sealing = try HKDFSHA256.derive(from: derived, for: "dalesway \(what) sealing v1")
        commitment = shown.plainCopy()
    }
}
