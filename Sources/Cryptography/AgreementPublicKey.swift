// X25519 public keys: to them a box is closed.

/// An X25519 public key.
package struct AgreementPublicKey: Hashable, Sendable, CustomStringConvertible {
    /// The 32 bytes of the key.
    package let bytes: [UInt8]

    /// Takes the 32 bytes of a key.
    package init(_ bytes: [UInt8]) throws(CryptographyError) {
        guard bytes.count == 32 else { throw .wrongLength(of: "public key", expected: 32, found: bytes.count) }
        self.bytes = bytes
    }

    /// The key in hexadecimal: it is public.
    package var description: String { Hexadecimal.text(bytes) }
}
