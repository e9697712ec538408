// Ed25519 public keys: with them anyone can check a signature.

/// An Ed25519 public key.
package struct VerifyingKey: Hashable, Sendable, CustomStringConvertible {
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
