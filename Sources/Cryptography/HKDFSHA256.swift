// HKDF with SHA-256 (RFC 5869): one key made into others, each for one purpose.
import COpenSSL

/// Keys derived from keys.
package enum HKDFSHA256 {
    /// Derives `count` bytes from `key` for the purpose that `info` names.
    ///
    /// - Parameters:
    ///   - key: The input keying material.
    ///   - salt: Bytes that need not be secret; empty for none.
    ///   - info: What the derived key is for; different purposes give unrelated keys.
    ///   - count: How many bytes to derive, at most 8,160.
    package static func derive(
        from key: borrowing SecretBytes, salt: [UInt8] = [], info: [UInt8], count: Int = 32
    ) throws(CryptographyError) -> SecretBytes {
        guard let context = unsafe EVP_KDF_CTX_new(try Library.hkdf()) else { throw .libraryFailed("HKDF") }
        defer { unsafe EVP_KDF_CTX_free(context) }
        var result = SecretBytes(count: count)
        var name = Array("SHA256".utf8CString)
        var salt = salt
        var info = info
        let answer = unsafe key.withBytes { key in
            unsafe name.withUnsafeMutableBufferPointer { name in
                unsafe salt.withUnsafeMutableBytes { salt in
                    unsafe info.withUnsafeMutableBytes { info in
                        unsafe result.withMutableBytes { result in
                            var parameters = unsafe [
                                OSSL_PARAM_construct_utf8_string(
                                    ParameterName.pointer(ParameterName.digest), name.baseAddress, 0),
                                OSSL_PARAM_construct_octet_string(
                                    ParameterName.pointer(ParameterName.key),
                                    UnsafeMutableRawPointer(mutating: key.baseAddress), key.count),
                                OSSL_PARAM_construct_octet_string(
                                    ParameterName.pointer(ParameterName.salt), salt.baseAddress, salt.count),
                                OSSL_PARAM_construct_octet_string(
                                    ParameterName.pointer(ParameterName.info), info.baseAddress, info.count),
                                OSSL_PARAM_construct_end(),
                            ]
                            return unsafe EVP_KDF_derive(
                                context, result.baseAddress?.assumingMemoryBound(to: UInt8.self), result.count,
                                &parameters)
                        }
                    }
                }
            }
        }
        try Library.check(answer, "HKDF")
        return result
    }

    /// Derives 32 bytes for the purpose that a label names.
    package static func derive(
        from key: borrowing SecretBytes, for label: String
    ) throws(CryptographyError) -> SecretBytes {
        try derive(from: key, info: Array(label.utf8))
    }
}
