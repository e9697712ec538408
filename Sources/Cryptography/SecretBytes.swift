// The one shape in which a key lies in memory: owned once, locked where the system allows it, wiped when dropped.
import COpenSSL

/// Key bytes that cannot be copied by accident, printed or encoded, and are wiped when the value is dropped.
///
/// The bytes come from OpenSSL's secure heap: locked into memory, kept out of core dumps, between guard pages. Where
/// that heap cannot be had, or is full, they come from the ordinary heap and are still wiped.
@safe
package struct SecretBytes: ~Copyable, Sendable {
    // The address is held as a number because the bytes belong to this value alone: it may cross threads, as a raw
    // pointer may not.
    private let address: UInt

    /// How many bytes there are.
    package let count: Int

    /// Makes `count` bytes of zero.
    package init(count: Int) {
        Self.prepareHeap
        let wanted = max(count, 1)
        // OpenSSL takes its own keys from the locked heap and fails where that is full: some of it is left to OpenSSL.
        let isRoomy = CRYPTO_secure_used() < Self.most
        var memory = unsafe isRoomy ? CRYPTO_secure_zalloc(wanted, "", 0) : nil
        if unsafe memory == nil { unsafe memory = CRYPTO_zalloc(wanted, "", 0) }
        guard let memory = unsafe memory else { preconditionFailure("The system has no memory left for a key.") }
        self.address = UInt(bitPattern: memory)
        self.count = count
    }

    /// Makes `count` random bytes.
    package init(random count: Int) throws(CryptographyError) {
        self.init(count: count)
        try unsafe withMutableBytes { (bytes) throws(CryptographyError) in try unsafe Random.fill(bytes, secret: true) }
    }

    /// Copies bytes that came from elsewhere; the caller's copy is not wiped.
    package init(copying bytes: some Collection<UInt8>) {
        self.init(count: bytes.count)
        unsafe withMutableBytes { unsafe $0.copyBytes(from: bytes) }
    }

    /// Copies bytes from memory that the caller holds open.
    package init(copying bytes: UnsafeRawBufferPointer) {
        self.init(count: bytes.count)
        unsafe withMutableBytes { unsafe $0.copyMemory(from: bytes) }
    }

    /// Copies bytes from an array and then wipes the array, as far as its storage is not shared.
    package init(taking bytes: inout [UInt8]) {
        self.init(copying: bytes)
        unsafe bytes.withUnsafeMutableBytes { unsafe OPENSSL_cleanse($0.baseAddress, $0.count) }
        bytes = []
    }

    /// Puts secrets one after another.
    package init(
        joining first: borrowing SecretBytes, _ second: borrowing SecretBytes, _ third: borrowing SecretBytes,
        _ fourth: borrowing SecretBytes
    ) {
        self.init(count: first.count + second.count + third.count + fourth.count)
        var place = 0
        unsafe withMutableBytes { whole in
            func put(_ part: borrowing SecretBytes) {
                unsafe part.withBytes { part in
                    unsafe UnsafeMutableRawBufferPointer(rebasing: whole[place..<place + part.count])
                        .copyMemory(from: part)
                }
                place += part.count
            }
            put(first)
            put(second)
            put(third)
            put(fourth)
        }
    }

    deinit {
        unsafe CRYPTO_secure_clear_free(UnsafeMutableRawPointer(bitPattern: address), max(count, 1), "", 0)
    }

    /// Lends the bytes for the length of `body`; the pointer must not outlive it.
    package borrowing func withBytes<Result: ~Copyable, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe body(UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count))
    }

    /// Lends the bytes for writing, for the length of `body`; the pointer must not outlive it.
    package mutating func withMutableBytes<Result: ~Copyable, Failure: Error>(
        _ body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe body(
            UnsafeMutableRawBufferPointer(start: UnsafeMutableRawPointer(bitPattern: address), count: count))
    }

    /// An ordinary copy, for what must be stored or opened to its reader; it is not wiped and may be copied on.
    package borrowing func plainCopy() -> [UInt8] {
        unsafe withBytes { unsafe Array($0) }
    }

    /// A copy of its own, where a key must stand in two places.
    package borrowing func copy() -> SecretBytes {
        unsafe withBytes { unsafe SecretBytes(copying: $0) }
    }

    /// A copy of some of the bytes; throws if the range reaches past the end.
    package borrowing func part(_ range: Range<Int>) throws(CryptographyError) -> SecretBytes {
        guard range.lowerBound >= 0, range.upperBound <= count else {
            throw .wrongLength(of: "key", expected: range.upperBound, found: count)
        }
        return unsafe withBytes { unsafe SecretBytes(copying: UnsafeRawBufferPointer(rebasing: $0[range])) }
    }

    /// Whether two secrets hold the same bytes, in a time that depends only on their lengths.
    package borrowing func equals(_ other: borrowing SecretBytes) -> Bool {
        guard count == other.count else { return false }
        return unsafe withBytes { mine in
            unsafe other.withBytes { theirs in
                unsafe CRYPTO_memcmp(mine.baseAddress, theirs.baseAddress, mine.count) == 0
            }
        }
    }

    /// Says only that this is a key.
    package var description: String { "key" }

    /// Whether these bytes lie in the locked heap.
    package var isLocked: Bool {
        unsafe CRYPTO_secure_allocated(UnsafeRawPointer(bitPattern: address)) == 1
    }

    /// How many bytes of the locked heap our own keys may fill.
    private static let most = 3 << 19

    // 2 MiB hold some ten thousand keys; the smallest piece is 32 bytes. Asked for once in the process's life.
    private static let prepareHeap: Void = {
        if CRYPTO_secure_malloc_initialized() == 0 { _ = CRYPTO_secure_malloc_init(1 << 21, 32) }
    }()
}
