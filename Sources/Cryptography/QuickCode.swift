// HMAC-SHA-256 over small values under ever other keys,, at less cost than the library's own.
import COpenSSL

/// HMAC-SHA-256 (RFC 2104) of one value after another, each under a key of its own of at most 64 bytes.
///
/// It is written out here over one hash that is used again, because setting the library's own up under another key costs
/// more than the hashing. One value serves one thread at a time.
package struct QuickCode: ~Copyable {
    private var hash: SHA256

    /// Makes ready.
    package init() throws(CryptographyError) { hash = try SHA256() }

    /// The code of `message` under a key that the caller lends.
    package mutating func code(of message: Span<UInt8>, under key: Span<UInt8>) throws(CryptographyError) -> Digest {
        guard (1...64).contains(key.count) else {
            throw .wrongLength(of: "HMAC key", expected: 32, found: key.count)
        }
        var block = InlineArray<64, UInt8>(repeating: 0)
        defer { unsafe withUnsafeMutableBytes(of: &block) { unsafe OPENSSL_cleanse($0.baseAddress, $0.count) } }
        for place in 0..<block.count { block[place] = (place < key.count ? key[place] : 0) ^ 0x36 }
        try hash.update(block.span)
        try hash.update(message)
        let inner = try hash.finish()
        for place in 0..<block.count { block[place] ^= 0x36 ^ 0x5C }
        try hash.update(block.span)
        try hash.update(inner)
        return try hash.finish()
    }

    /// The code of `message` under a secret key.
    package mutating func code(
        of message: Span<UInt8>, under key: borrowing SecretBytes
    ) throws(CryptographyError) -> Digest {
        try unsafe key.withBytes { (bytes) throws(CryptographyError) in
            try unsafe code(of: message, under: Span(_unsafeBytes: bytes))
        }
    }
}
