// SHA-256, over one context that is used again and again.
import COpenSSL

/// A running SHA-256.
///
/// After `finish` the same value starts afresh, which costs a fifth of making a new one.
@safe
package struct SHA256: ~Copyable {
    private let context: OpaquePointer

    /// Makes ready to hash.
    package init() throws(CryptographyError) {
        let algorithm = try unsafe Library.sha256()
        guard let made = unsafe EVP_MD_CTX_new() else { throw .libraryFailed("SHA-256") }
        guard unsafe EVP_DigestInit_ex2(made, algorithm, nil) == 1 else {
            unsafe EVP_MD_CTX_free(made)
            throw .libraryFailed("SHA-256")
        }
        unsafe context = unsafe made
    }

    deinit { unsafe EVP_MD_CTX_free(context) }

    /// Takes in more bytes.
    package mutating func update(_ bytes: [UInt8]) throws(CryptographyError) {
        let answer = unsafe bytes.withUnsafeBytes { unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
        try Library.check(answer, "SHA-256")
    }

    /// Takes in one byte.
    package mutating func update(_ byte: UInt8) throws(CryptographyError) {
        let answer = unsafe withUnsafeBytes(of: byte) { unsafe EVP_DigestUpdate(context, $0.baseAddress, 1) }
        try Library.check(answer, "SHA-256")
    }

    /// Takes in the 32 bytes of another digest.
    package mutating func update(_ digest: Digest) throws(CryptographyError) {
        let answer = unsafe withUnsafeBytes(of: digest) { unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
        try Library.check(answer, "SHA-256")
    }

    /// Takes in the bytes of a key.
    package mutating func update(_ secret: borrowing SecretBytes) throws(CryptographyError) {
        let answer = unsafe secret.withBytes { unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
        try Library.check(answer, "SHA-256")
    }

    /// Takes in bytes from memory that the caller holds open.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) throws(CryptographyError) {
        try Library.check(unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count), "SHA-256")
    }

    /// Takes in a byte and two digests, in one step.
    package mutating func update(_ byte: UInt8, _ first: Digest, _ second: Digest) throws(CryptographyError) {
        let answer = unsafe withUnsafeTemporaryAllocation(byteCount: 1 + 2 * Digest.byteCount, alignment: 1) { bytes in
            unsafe bytes.storeBytes(of: byte, as: UInt8.self)
            unsafe bytes.storeBytes(of: first, toByteOffset: 1, as: Digest.self)
            unsafe bytes.storeBytes(of: second, toByteOffset: 1 + Digest.byteCount, as: Digest.self)
            return unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
        }
        try Library.check(answer, "SHA-256")
    }

    /// Takes in bytes that the caller lends.
    package mutating func update(_ bytes: Span<UInt8>) throws(CryptographyError) {
        let answer = unsafe bytes.withUnsafeBufferPointer { unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
        try Library.check(answer, "SHA-256")
    }

    /// Gives the digest of everything taken in, and starts afresh.
    package mutating func finish() throws(CryptographyError) -> Digest {
        var digest = Digest()
        let answer = unsafe withUnsafeMutableBytes(of: &digest) { bytes in
            unsafe EVP_DigestFinal_ex(context, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), nil)
        }
        try Library.check(answer, "SHA-256")
        try Library.check(unsafe EVP_DigestInit_ex2(context, nil, nil), "SHA-256")
        return digest
    }

    /// The digest of `bytes`.
    package static func hash(_ bytes: [UInt8]) throws(CryptographyError) -> Digest {
        var hash = try SHA256()
        try hash.update(bytes)
        return try hash.finish()
    }
}
