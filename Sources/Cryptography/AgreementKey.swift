// X25519 private keys (RFC 7748): with them a box is opened.

/// An X25519 private key.
package struct AgreementKey: ~Copyable, Sendable {
    /// The 32 bytes that are the whole of the key.
    package let secret: SecretBytes

    /// The public half, to which anyone may close a box.
    package let publicKey: AgreementPublicKey

    /// Makes a new key.
    package init() throws(CryptographyError) {
        try self.init(secret: SecretBytes(random: 32))
    }

    /// Takes a key from its 32 bytes.
    package init(secret: consuming SecretBytes) throws(CryptographyError) {
        guard secret.count == 32 else { throw .wrongLength(of: "private key", expected: 32, found: secret.count) }
        let bytes = try PrivateKey(.agreement, secret).publicBytes()
        publicKey = try AgreementPublicKey(bytes)
        self.secret = secret
    }

    /// The secret that this key and the other's private half both come to; it must still be put through HKDF.
    package borrowing func agree(with other: AgreementPublicKey) throws(CryptographyError) -> SecretBytes {
        try PrivateKey(.agreement, secret).agree(with: other.bytes)
    }

    /// A copy of its own, where a key must stand in two places.
    package borrowing func copy() throws(CryptographyError) -> AgreementKey {
        try AgreementKey(secret: secret.copy())
    }
}
