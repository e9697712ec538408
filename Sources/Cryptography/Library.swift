// The algorithms that OpenSSL looks up for us, each fetched once in the process's life.
import COpenSSL

/// Algorithms fetched from OpenSSL once: a fetch costs more than hashing a small value.
///
/// Each is held as a number because a pointer may not be shared between threads; what it points to is immutable.
enum Library {
    private static let sha256Address = UInt(bitPattern: unsafe EVP_MD_fetch(nil, "SHA256", nil))
    private static let hmacAddress = UInt(bitPattern: unsafe EVP_MAC_fetch(nil, "HMAC", nil))
    private static let hkdfAddress = UInt(bitPattern: unsafe EVP_KDF_fetch(nil, "HKDF", nil))
    private static let gcmAddress = UInt(bitPattern: unsafe EVP_CIPHER_fetch(nil, "AES-256-GCM", nil))
    private static let blockAddress = UInt(bitPattern: unsafe EVP_CIPHER_fetch(nil, "AES-256-ECB", nil))

    static func sha256() throws(CryptographyError) -> OpaquePointer {
        guard let found = unsafe OpaquePointer(bitPattern: sha256Address) else { throw .libraryFailed("SHA-256") }
        return unsafe found
    }

    static func hmac() throws(CryptographyError) -> OpaquePointer {
        guard let found = unsafe OpaquePointer(bitPattern: hmacAddress) else { throw .libraryFailed("HMAC") }
        return unsafe found
    }

    static func hkdf() throws(CryptographyError) -> OpaquePointer {
        guard let found = unsafe OpaquePointer(bitPattern: hkdfAddress) else { throw .libraryFailed("HKDF") }
        return unsafe found
    }

    static func gcm() throws(CryptographyError) -> OpaquePointer {
        guard let found = unsafe OpaquePointer(bitPattern: gcmAddress) else { throw .libraryFailed("AES-256-GCM") }
        return unsafe found
    }

    static func block() throws(CryptographyError) -> OpaquePointer {
        guard let found = unsafe OpaquePointer(bitPattern: blockAddress) else { throw .libraryFailed("AES-256") }
        return unsafe found
    }

    /// Throws unless OpenSSL answered 1.
    static func check(_ answer: Int32, _ operation: String) throws(CryptographyError) {
        guard answer == 1 else { throw .libraryFailed(operation) }
    }
}
