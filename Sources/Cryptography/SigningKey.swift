// Ed25519 private keys (RFC 8032): who wrote this row, this checkpoint.
import COpenSSL

/// An Ed25519 private key.
package struct SigningKey: ~Copyable, Sendable {
    /// The 32-byte seed that is the whole of the key.
    package let seed: SecretBytes

    /// The public half, which anyone may hold.
    package let publicKey: VerifyingKey

    /// Makes a new key.
    package init() throws(CryptographyError) {
        try self.init(seed: SecretBytes(random: 32))
    }

    /// Takes a key from its 32-byte seed.
    package init(seed: consuming SecretBytes) throws(CryptographyError) {
        guard seed.count == 32 else { throw .wrongLength(of: "signing seed", expected: 32, found: seed.count) }
        let bytes = try PrivateKey(.signing, seed).publicBytes()
        publicKey = try VerifyingKey(bytes)
        self.seed = seed
    }

    /// Signs a message.
    package borrowing func sign(_ message: [UInt8]) throws(CryptographyError) -> Signature {
        try Signature(PrivateKey(.signing, seed).sign(message))
    }

    /// Signs many messages, each by itself, with one making of the library's own form of the key.
    package borrowing func sign(each messages: [[UInt8]]) throws(CryptographyError) -> [Signature] {
        let key = try PrivateKey(.signing, seed)
        var signatures: [Signature] = []
        signatures.reserveCapacity(messages.count)
        for message in messages { signatures.append(try Signature(key.sign(message))) }
        return signatures
    }

    /// A copy of its own, where a key must stand in two places.
    package borrowing func copy() throws(CryptographyError) -> SigningKey {
        try SigningKey(seed: seed.copy())
    }
}
