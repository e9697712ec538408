// The 32 bytes that SHA-256 and HMAC-SHA-256 give.

/// A SHA-256 digest, held in place rather than on the heap, so that a tree of a million is cheap.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
    /// The length of every digest.
    package static let byteCount = 32

    private var first: UInt64 = 0
    private var second: UInt64 = 0
    private var third: UInt64 = 0
    private var fourth: UInt64 = 0

    init() {}

    /// Takes 32 bytes as they are; `nil` for any other number.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        unsafe withUnsafeMutableBytes(of: &self) { unsafe $0.copyBytes(from: bytes) }
    }

    /// Takes 32 bytes that the caller lends; `nil` for any other number.
    package init?(_ bytes: Span<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        unsafe withUnsafeMutableBytes(of: &self) { target in
            unsafe bytes.withUnsafeBytes { unsafe target.copyMemory(from: $0) }
        }
    }

    /// The 32 bytes.
    package var bytes: [UInt8] {
        unsafe withUnsafeBytes(of: self) { unsafe Array($0) }
    }

    /// The digest in lower-case hexadecimal.
    package var description: String { Hexadecimal.text(bytes) }
}
