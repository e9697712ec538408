// Comparisons whose time says nothing of where two values differ.
import COpenSSL

/// Comparisons that take the same time whatever they find.
package enum ConstantTime {
    /// Whether two byte strings are the same; only their lengths show in the time taken.
    package static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        return unsafe left.withUnsafeBytes { first in
            unsafe right.withUnsafeBytes { second in
                unsafe CRYPTO_memcmp(first.baseAddress, second.baseAddress, first.count) == 0
            }
        }
    }
}
