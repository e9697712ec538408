// A small value sealed under a key: it can be neither read nor altered nor moved without it.

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
        // The span's way to the bytes, for an array's cannot say what its body throws.
        try unsafe content.span.bytes.withUnsafeBytes { (bytes) throws(CryptographyError) in
            try unsafe seal(bytes, under: key, context: context)
        }
    }

    /// Opens a seal made under `key` in the same context; throws `doesNotOpen` otherwise.
    package static func open(
        _ sealed: [UInt8], under key: borrowing SecretBytes, context: [UInt8]
    ) throws(CryptographyError) -> SecretBytes {
        try check(key)
        guard sealed.count >= overhead else { throw .doesNotOpen }
        let cipher = try GCMContext(XAESSubkeys(key: key), sealing: false)
        var content = SecretBytes(count: sealed.count - overhead)
        let opened = unsafe sealed.withUnsafeBytes { sealed in
            unsafe context.withUnsafeBytes { context in
                unsafe content.withMutableBytes { content in
                    let (start, end) = (nonceCount, sealed.count - XAES256GCM.tagLength)
                    return unsafe cipher.open(
                        UnsafeRawBufferPointer(rebasing: sealed[start..<end]),
                        into: UnsafeMutableRawBufferPointer(rebasing: content[..<(end - start)]), extra: context,
                        nonce: UnsafeRawBufferPointer(rebasing: sealed[..<start]),
                        tag: UnsafeRawBufferPointer(rebasing: sealed[end...]))
                }
            }
        }
        // What was opened without being believed is wiped with the value that holds it.
        guard opened else { throw .doesNotOpen }
        return content
    }

    private static func seal(
        _ content: UnsafeRawBufferPointer, under key: borrowing SecretBytes, context: [UInt8]
    ) throws(CryptographyError) -> [UInt8] {
        try check(key)
        let cipher = try GCMContext(XAESSubkeys(key: key), sealing: true)
        var sealed = [UInt8](repeating: 0, count: content.count + overhead)
        sealed.replaceSubrange(..<nonceCount, with: try Random.bytes(nonceCount))
        let isSealed = unsafe sealed.withUnsafeMutableBytes { sealed in
            unsafe context.withUnsafeBytes { context in
                let (start, end) = (nonceCount, sealed.count - XAES256GCM.tagLength)
                return unsafe cipher.seal(
                    content, into: UnsafeMutableRawBufferPointer(rebasing: sealed[start..<end]), extra: context,
                    nonce: UnsafeRawBufferPointer(rebasing: sealed[..<start]),
                    tag: UnsafeMutableRawBufferPointer(rebasing: sealed[end...]))
            }
        }
        guard isSealed else { throw .libraryFailed("sealing") }
        return sealed
    }

    static func check(_ key: borrowing SecretBytes) throws(CryptographyError) {
        guard key.count == 32 else { throw .wrongLength(of: "sealing key", expected: 32, found: key.count) }
    }
}
