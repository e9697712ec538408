// A small value sealed under a key: it can be neither read nor altered nor moved without it.
import COpenSSL

/// Authenticated sealing with XAES-256-GCM (C2SP), whose nonce is long enough to be drawn at random for ever.
///
/// Bytes: nonce (24), ciphertext (as long as the content), tag (16). The context is authenticated and not stored: a
/// value put in another place does not open there.
package enum Seal {
    /// The length of the random nonce at the front.
    package static let nonceCount = 24
    /// How many bytes a seal adds to what it holds.
    package static let overhead = nonceCount + 16

    /// Seals the bytes of a key.
    package static func seal(
        _ content: borrowing SecretBytes, under key: borrowing SecretBytes, context: [UInt8]
    ) throws(CryptographyError) -> [UInt8] {
        try unsafe content.withBytes { (bytes) throws(CryptographyError) in
            try unsafe seal(bytes, under: key, context: context)
        }
    }

    /// Seals bytes.
    package static func seal(
        _ content: [UInt8], under key: borrowing SecretBytes, context: [UInt8]
    ) throws(CryptographyError) -> [UInt8] {
        let copy = SecretBytes(copying: content)
        return try seal(copy, under: key, context: context)
    }

    /// Opens a seal made under `key` in the same context; throws `doesNotOpen` otherwise.
    package static func open(
        _ sealed: [UInt8], under key: borrowing SecretBytes, context: [UInt8]
    ) throws(CryptographyError) -> SecretBytes {
        guard sealed.count >= overhead else { throw .doesNotOpen }
        let nonce = Array(sealed.prefix(nonceCount))
        var content = SecretBytes(count: sealed.count - overhead)
        let cipher = try ExtendedGCM(key: key, nonce: nonce)
        let opened = try unsafe content.withMutableBytes { (content) throws(CryptographyError) in
            try unsafe cipher.open(Array(sealed.dropFirst(nonceCount)), context: context, into: content)
        }
        guard opened else { throw .doesNotOpen }
        return content
    }

    private static func seal(
        _ content: UnsafeRawBufferPointer, under key: borrowing SecretBytes, context: [UInt8]
    ) throws(CryptographyError) -> [UInt8] {
        let nonce = try Random.bytes(nonceCount)
        return try unsafe nonce + ExtendedGCM(key: key, nonce: nonce).seal(content, context: context)
    }
}
