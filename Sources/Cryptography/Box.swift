// A value closed so that only the holder of one private key can open it; anyone may close one.

/// A sealed box: X25519 with a key made for this one box, HKDF, then `Seal`.
///
/// Bytes: the box's own public key (32), then the seal (24 nonce, ciphertext, 16 tag). The sealing key is
/// HKDF-SHA-256 of the shared secret with salt = the box's public key and the recipient's, info = "dalesway box v1".
/// A box says nothing of who closed it: where that matters, what holds the box is signed.
package enum Box {
    /// How many bytes a box adds to what it holds.
    package static let overhead = 32 + Seal.overhead

    private static let label = Array("dalesway box v1".utf8)

    /// Closes a box round a key.
    package static func close(
        _ content: borrowing SecretBytes, to recipient: AgreementPublicKey, context: [UInt8]
    ) throws(CryptographyError) -> [UInt8] {
        let own = try AgreementKey()
        let key = try sealingKey(own.agree(with: recipient), own: own.publicKey, recipient: recipient)
        return own.publicKey.bytes + (try Seal.seal(content, under: key, context: context))
    }

    /// Closes a box round bytes.
    package static func close(
        _ content: [UInt8], to recipient: AgreementPublicKey, context: [UInt8]
    ) throws(CryptographyError) -> [UInt8] {
        try close(SecretBytes(copying: content), to: recipient, context: context)
    }

    /// Opens a box that was closed to `key`, in the same context; throws `doesNotOpen` otherwise.
    package static func open(
        _ box: [UInt8], with key: borrowing AgreementKey, context: [UInt8]
    ) throws(CryptographyError) -> SecretBytes {
        guard box.count >= overhead else { throw .doesNotOpen }
        let own = try AgreementPublicKey(Array(box.prefix(32)))
        let sealingKey = try sealingKey(key.agree(with: own), own: own, recipient: key.publicKey)
        return try Seal.open(Array(box.dropFirst(32)), under: sealingKey, context: context)
    }

    private static func sealingKey(
        _ shared: consuming SecretBytes, own: AgreementPublicKey, recipient: AgreementPublicKey
    ) throws(CryptographyError) -> SecretBytes {
        try HKDFSHA256.derive(from: shared, salt: own.bytes + recipient.bytes, info: label)
    }
}
