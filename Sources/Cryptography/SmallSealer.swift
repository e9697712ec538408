// Many small values sealed, or opened, one after another under whichever keys, with one cipher context.

/// Seals and opens as `Seal` does at less cost, because nothing is made anew for each value.
///
/// What was opened last lies in memory of its own until the next, and is wiped at the end. One value serves one thread at a
/// time.
@safe package final class SmallSealer {
    private let cipher: GCMContext
    private var content = SecretBytes(count: 4_096)

    /// Makes ready to seal, or to open.
    package init(sealing: Bool) throws(CryptographyError) {
        // No value is sealed under this key: each brings its own.
        cipher = try GCMContext(XAESSubkeys(key: SecretBytes(random: XAES256GCM.keyLength)), sealing: sealing)
    }

    /// Seals bytes under a nonce that must have been drawn at random and is used once.
    package func seal(
        _ content: [UInt8], under key: borrowing SecretBytes, context: [UInt8], nonce: ArraySlice<UInt8>
    ) throws(CryptographyError) -> [UInt8] {
        try Seal.check(key)
        guard nonce.count == Seal.nonceCount else {
            throw .wrongLength(of: "nonce", expected: Seal.nonceCount, found: nonce.count)
        }
        try cipher.use(key)
        var sealed: [UInt8] = []
        sealed.reserveCapacity(content.count + Seal.overhead)
        sealed.append(contentsOf: nonce)
        sealed.append(contentsOf: content)
        sealed.append(contentsOf: repeatElement(0, count: XAES256GCM.tagLength))
        let isSealed = unsafe sealed.withUnsafeMutableBytes { sealed in
            unsafe context.withUnsafeBytes { context in
                let (start, end) = (Seal.nonceCount, sealed.count - XAES256GCM.tagLength)
                let place = unsafe UnsafeMutableRawBufferPointer(rebasing: sealed[start..<end])
                return unsafe cipher.seal(
                    UnsafeRawBufferPointer(place), into: place, extra: context,
                    nonce: UnsafeRawBufferPointer(rebasing: sealed[..<start]),
                    tag: UnsafeMutableRawBufferPointer(rebasing: sealed[end...]))
            }
        }
        guard isSealed else { throw .libraryFailed("sealing") }
        return sealed
    }

    /// Opens a seal made under `key` in the same context, and lends its content to `body`; throws `doesNotOpen` otherwise.
    package func open<Result>(
        _ sealed: Span<UInt8>, under key: borrowing SecretBytes, context: [UInt8],
        _ body: (Span<UInt8>) throws -> Result
    ) throws -> Result {
        try Seal.check(key)
        guard sealed.count >= Seal.overhead else { throw CryptographyError.doesNotOpen }
        let count = sealed.count - Seal.overhead
        if content.count < count { content = SecretBytes(count: count * 2) }
        try cipher.use(key)
        let isOpened = unsafe sealed.withUnsafeBytes { sealed in
            unsafe context.withUnsafeBytes { context in
                unsafe content.withMutableBytes { content in
                    let (start, end) = (Seal.nonceCount, sealed.count - XAES256GCM.tagLength)
                    return unsafe cipher.open(
                        UnsafeRawBufferPointer(rebasing: sealed[start..<end]),
                        into: UnsafeMutableRawBufferPointer(rebasing: content[..<count]), extra: context,
                        nonce: UnsafeRawBufferPointer(rebasing: sealed[..<start]),
                        tag: UnsafeRawBufferPointer(rebasing: sealed[end...]))
                }
            }
        }
        guard isOpened else { throw CryptographyError.doesNotOpen }
        return try unsafe content.withBytes { bytes in
            try unsafe body(Span(_unsafeBytes: UnsafeRawBufferPointer(rebasing: bytes[..<count])))
        }
    }
}
