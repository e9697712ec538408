// HMAC with SHA-256 (RFC 2104), over one keyed context that is used again and again.
import COpenSSL

/// A running HMAC-SHA-256 under one key.
///
/// After `finish` the same value starts afresh under the same key.
@safe
package struct HMACSHA256: ~Copyable {
    private let context: OpaquePointer

    /// Makes ready to authenticate under `key`, of any length.
    package init(key: borrowing SecretBytes) throws(CryptographyError) {
        guard let made = unsafe EVP_MAC_CTX_new(try Library.hmac()) else { throw .libraryFailed("HMAC") }
        let answer = unsafe key.withBytes { bytes in
            var name = Array("SHA256".utf8CString)
            return unsafe name.withUnsafeMutableBufferPointer { name in
                var parameters = unsafe [
                    OSSL_PARAM_construct_utf8_string(ParameterName.pointer(ParameterName.digest), name.baseAddress, 0),
                    OSSL_PARAM_construct_end(),
                ]
                return unsafe EVP_MAC_init(
                    made, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count, &parameters)
            }
        }
        guard answer == 1 else {
            unsafe EVP_MAC_CTX_free(made)
            throw .libraryFailed("HMAC")
        }
        unsafe context = unsafe made
    }

    deinit { unsafe EVP_MAC_CTX_free(context) }

    /// Takes in more bytes.
    package mutating func update(_ bytes: [UInt8]) throws(CryptographyError) {
        let answer = unsafe bytes.withUnsafeBufferPointer { unsafe EVP_MAC_update(context, $0.baseAddress, $0.count) }
        try Library.check(answer, "HMAC")
    }

    /// Gives the code over everything taken in, and starts afresh under the same key.
    package mutating func finish() throws(CryptographyError) -> Digest {
        var code = Digest()
        var length = 0
        let answer = unsafe withUnsafeMutableBytes(of: &code) { bytes in
            unsafe EVP_MAC_final(
                context, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), &length, bytes.count)
        }
        try Library.check(answer, "HMAC")
        try Library.check(unsafe EVP_MAC_init(context, nil, 0, nil), "HMAC")
        return code
    }

    /// The code over `bytes` under `key`.
    package static func code(
        of bytes: [UInt8], under key: borrowing SecretBytes
    ) throws(CryptographyError) -> Digest {
        var code = try HMACSHA256(key: key)
        try code.update(bytes)
        return try code.finish()
    }
}
