// Ed25519 signatures.
import COpenSSL

/// An Ed25519 signature.
package struct Signature: Hashable, Sendable {
    /// The 64 bytes of the signature.
    package let bytes: [UInt8]

    /// Takes the 64 bytes of a signature, which may still be false.
    package init(_ bytes: [UInt8]) throws(CryptographyError) {
        guard bytes.count == 64 else { throw .wrongLength(of: "signature", expected: 64, found: bytes.count) }
        self.bytes = bytes
    }

    /// Whether this is `key`'s signature over `message`.
    ///
    /// A key that is no point of the curve has signed nothing.
    package func verify(_ message: [UInt8], by key: VerifyingKey) -> Bool {
        guard
            let raw = unsafe EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, key.bytes, key.bytes.count)
        else { return false }
        defer { unsafe EVP_PKEY_free(raw) }
        guard let context = unsafe EVP_MD_CTX_new() else { return false }
        defer { unsafe EVP_MD_CTX_free(context) }
        guard unsafe EVP_DigestVerifyInit(context, nil, nil, nil, raw) == 1 else { return false }
        return unsafe EVP_DigestVerify(context, bytes, bytes.count, message, message.count) == 1
    }
}
