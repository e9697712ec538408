// XAES-256-GCM after C2SP: AES-256-GCM under a key made anew for every 12-byte nonce prefix.
import COpenSSL
import Glibc

/// The cipher of pages and log frames: XAES-256-GCM (c2sp.org/XAES-256-GCM), sealing and opening in the caller's memory.
///
/// One value serves one open file and one thread at a time. Nonces are made here: a random prefix of twelve bytes for
/// each value, and after it a number that goes up by one for each message, so that no two messages share a nonce
/// however many there are.
@safe package final class XAES256GCM {
    /// How long the key is, in bytes.
    package static let keyLength = 32

    /// How long a nonce is, in bytes.
    package static let nonceLength = 24

    /// How long a tag is, in bytes.
    package static let tagLength = 16

    private let sealing: GCMContext
    private let opening: [GCMContext]
    private var nonce: [UInt8]
    private var sealed: UInt64 = 0
    private var process: pid_t

    /// Prepares to seal and open under `key`, which must be 32 bytes long.
    ///
    /// Throws ``CryptographyError``.
    package init(key: borrowing SecretBytes) throws(CryptographyError) {
        guard key.count == Self.keyLength else {
            throw .wrongLength(of: "page key", expected: Self.keyLength, found: key.count)
        }
        let subkeys = try XAESSubkeys(key: key)
        sealing = try GCMContext(subkeys, sealing: true)
        // Pages of one file carry as many prefixes as there were openings that wrote; the newest few are kept ready.
        var opening: [GCMContext] = []
        for _ in 0..<8 { opening.append(try GCMContext(subkeys, sealing: false)) }
        self.opening = opening
        nonce = try Random.bytes(Self.nonceLength)
        process = getpid()
    }

    /// Seals `plain` into `sealed`, which may be the same memory, and writes the nonce and the tag where they are wanted.
    ///
    /// `extra` is bound in but not hidden. `plain` and `sealed` are of one length, `nonce` 24 bytes and `tag` 16. Throws
    /// ``CryptographyError`` if the cipher library fails.
    package func seal(
        _ plain: UnsafeRawBufferPointer, into sealed: UnsafeMutableRawBufferPointer, extra: UnsafeRawBufferPointer,
        nonce: UnsafeMutableRawBufferPointer, tag: UnsafeMutableRawBufferPointer
    ) throws(CryptographyError) {
        try advanceNonce()
        unsafe nonce.copyBytes(from: self.nonce)
        try unsafe seal(plain, into: sealed, extra: extra, under: UnsafeRawBufferPointer(nonce), tag: tag)
    }

    /// Opens `sealed` into `plain`, which may be the same memory.
    ///
    /// Answers false, with `plain` all zero, if anything was altered or the key is another.
    package func open(
        _ sealed: UnsafeRawBufferPointer, into plain: UnsafeMutableRawBufferPointer, extra: UnsafeRawBufferPointer,
        nonce: UnsafeRawBufferPointer, tag: UnsafeRawBufferPointer
    ) -> Bool {
        guard nonce.count == Self.nonceLength, tag.count == Self.tagLength, sealed.count == plain.count else {
            unsafe plain.initializeMemory(as: UInt8.self, repeating: 0)
            return false
        }
        let context = unsafe opening[Int(nonce[0] & 7)]
        let opened = unsafe context.open(sealed, into: plain, extra: extra, nonce: nonce, tag: tag)
        if !opened { unsafe plain.initializeMemory(as: UInt8.self, repeating: 0) }
        return opened
    }

    /// Seals under a nonce of the caller's choosing: for the published answers only, which is why it is not `package`.
    func seal(
        _ plain: UnsafeRawBufferPointer, into sealed: UnsafeMutableRawBufferPointer, extra: UnsafeRawBufferPointer,
        under nonce: UnsafeRawBufferPointer, tag: UnsafeMutableRawBufferPointer
    ) throws(CryptographyError) {
        guard nonce.count == Self.nonceLength, tag.count == Self.tagLength, sealed.count == plain.count else {
            throw .libraryFailed("sealing a page of another length")
        }
        guard unsafe sealing.seal(plain, into: sealed, extra: extra, nonce: nonce, tag: tag) else {
            throw .libraryFailed("sealing a page")
        }
    }

    /// The next nonce: one further than the last, or wholly new in a new process or after 2³² messages.
    private func advanceNonce() throws(CryptographyError) {
        let current = getpid()
        if current != process || sealed >> 32 != 0 {
            // A forked process has the same prefix and the same number: it must never use them.
            nonce = try Random.bytes(Self.nonceLength)
            (process, sealed) = (current, 0)
        }
        sealed += 1
        for index in nonce.indices.reversed() where index >= 16 {
            nonce[index] &+= 1
            if nonce[index] != 0 { break }
        }
    }
}
