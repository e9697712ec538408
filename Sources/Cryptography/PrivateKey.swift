// OpenSSL's own form of a private key, held only for the length of one operation.
import COpenSSL

/// A private key in OpenSSL's form; made from the raw bytes for one operation and freed, wiped, at its end.
@safe
struct PrivateKey: ~Copyable {
    /// The two kinds of key that the program uses.
    enum Kind {
        case signing, agreement

        var number: Int32 {
            switch self {
            case .signing: EVP_PKEY_ED25519
            case .agreement: EVP_PKEY_X25519
            }
        }
    }

    private let key: OpaquePointer

    init(_ kind: Kind, _ bytes: borrowing SecretBytes) throws(CryptographyError) {
        let made = unsafe bytes.withBytes { bytes in
            unsafe EVP_PKEY_new_raw_private_key(
                kind.number, nil, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
        }
        guard let made = unsafe made else { throw .libraryFailed("private key") }
        unsafe key = unsafe made
    }

    deinit { unsafe EVP_PKEY_free(key) }

    borrowing func publicBytes() throws(CryptographyError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 32)
        var count = bytes.count
        try Library.check(unsafe EVP_PKEY_get_raw_public_key(key, &bytes, &count), "public key")
        return bytes
    }

    borrowing func sign(_ message: [UInt8]) throws(CryptographyError) -> [UInt8] {
        guard let context = unsafe EVP_MD_CTX_new() else { throw .libraryFailed("signature") }
        defer { unsafe EVP_MD_CTX_free(context) }
        try Library.check(unsafe EVP_DigestSignInit(context, nil, nil, nil, key), "signature")
        var signature = [UInt8](repeating: 0, count: 64)
        var count = signature.count
        try Library.check(unsafe EVP_DigestSign(context, &signature, &count, message, message.count), "signature")
        return signature
    }

    borrowing func agree(with other: [UInt8]) throws(CryptographyError) -> SecretBytes {
        guard let peer = unsafe EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nil, other, other.count) else {
            throw .unusablePublicKey
        }
        defer { unsafe EVP_PKEY_free(peer) }
        guard let context = unsafe EVP_PKEY_CTX_new(key, nil) else { throw .libraryFailed("key agreement") }
        defer { unsafe EVP_PKEY_CTX_free(context) }
        try Library.check(unsafe EVP_PKEY_derive_init(context), "key agreement")
        guard unsafe EVP_PKEY_derive_set_peer(context, peer) == 1 else { throw .unusablePublicKey }
        var secret = SecretBytes(count: 32)
        let answer = unsafe secret.withMutableBytes { bytes in
            var count = bytes.count
            return unsafe EVP_PKEY_derive(context, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), &count)
        }
        // OpenSSL refuses a shared secret of zeros, which only a forged public key gives.
        guard answer == 1 else { throw .unusablePublicKey }
        return secret
    }
}
