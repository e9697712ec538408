// The one source of randomness in the program; nothing can be put in its place.
import COpenSSL

/// Random bytes from the operating system, through OpenSSL's generator.
package enum Random {
    /// Gives `count` random bytes that need not be kept secret: nonces, salts, identifiers, handles.
    package static func bytes(_ count: Int) throws(CryptographyError) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: count)
        let filled = unsafe result.withUnsafeMutableBytes { bytes in
            unsafe RAND_bytes(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), Int32(bytes.count))
        }
        guard count == 0 || filled == 1 else { throw .noRandomness }
        return result
    }

    /// Fills memory with random bytes; secret ones come from a generator of their own.
    package static func fill(_ memory: UnsafeMutableRawBufferPointer, secret: Bool = false) throws(CryptographyError) {
        guard let start = unsafe memory.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
        let count = Int32(memory.count)
        let filled = unsafe secret ? RAND_priv_bytes(start, count) : RAND_bytes(start, count)
        guard filled == 1 else { throw .noRandomness }
    }
}
