// XAES-256-GCM for one small value: AES-256-GCM under a key derived from half of a 24-byte nonce (C2SP XAES-256-GCM).
import COpenSSL

/// The key and nonce of one message.
///
/// The AES-256-GCM key is derived by CMAC in counter mode from the first half of the
/// nonce; the second half is the GCM nonce.
struct ExtendedGCM: ~Copyable {
    private let derived: SecretBytes
    private let nonce: [UInt8]

    init(key: borrowing SecretBytes, nonce: [UInt8]) throws(CryptographyError) {
        guard key.count == 32 else { throw .wrongLength(of: "sealing key", expected: 32, found: key.count) }
        guard nonce.count == 24 else { throw .wrongLength(of: "nonce", expected: 24, found: nonce.count) }
        // Two CMAC blocks, each of one whole block: AES(message xor subkey), the subkey being AES(0) doubled.
        let zero = SecretBytes(count: 16)
        let subkey = Self.double(try Self.encrypt(zero, under: key))
        var blocks = SecretBytes(count: 32)
        unsafe blocks.withMutableBytes { blocks in
            for counter in 0..<2 {
                let start = counter * 16
                unsafe blocks[start + 1] = UInt8(counter + 1)
                unsafe blocks[start + 2] = UInt8(ascii: "X")
                for place in 0..<12 { unsafe blocks[start + 4 + place] = nonce[place] }
                unsafe subkey.withBytes { subkey in
                    for place in 0..<16 { unsafe blocks[start + place] ^= subkey[place] }
                }
            }
        }
        derived = try Self.encrypt(blocks, under: key)
        self.nonce = Array(nonce.suffix(12))
    }

    /// Gives the ciphertext and its 16-byte tag.
    func seal(_ content: UnsafeRawBufferPointer, context: [UInt8]) throws(CryptographyError) -> [UInt8] {
        guard let cipher = unsafe EVP_CIPHER_CTX_new() else { throw .libraryFailed("sealing") }
        defer { unsafe EVP_CIPHER_CTX_free(cipher) }
        var sealed = [UInt8](repeating: 0, count: content.count + 16)
        var length: Int32 = 0
        try Library.check(
            unsafe derived.withBytes { key in
                unsafe EVP_EncryptInit_ex2(
                    cipher, EVP_aes_256_gcm(), key.baseAddress?.assumingMemoryBound(to: UInt8.self), nonce, nil)
            }, "sealing")
        try Library.check(
            unsafe EVP_EncryptUpdate(cipher, nil, &length, context, Int32(context.count)), "sealing")
        let answer = unsafe sealed.withUnsafeMutableBytes { sealed in
            guard let start = unsafe sealed.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return Int32(0) }
            let tag = unsafe start + content.count
            guard
                unsafe content.isEmpty
                    || EVP_EncryptUpdate(
                        cipher, start, &length, content.baseAddress?.assumingMemoryBound(to: UInt8.self),
                        Int32(content.count)) == 1,
                unsafe EVP_EncryptFinal_ex(cipher, tag, &length) == 1
            else { return 0 }
            return unsafe EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_GET_TAG, 16, tag)
        }
        try Library.check(answer, "sealing")
        return sealed
    }

    /// Puts the content of ciphertext and tag into `content`; `false` if the tag is not right.
    func open(
        _ sealed: [UInt8], context: [UInt8], into content: UnsafeMutableRawBufferPointer
    ) throws(CryptographyError) -> Bool {
        guard let cipher = unsafe EVP_CIPHER_CTX_new() else { throw .libraryFailed("opening") }
        defer { unsafe EVP_CIPHER_CTX_free(cipher) }
        var length: Int32 = 0
        try Library.check(
            unsafe derived.withBytes { key in
                unsafe EVP_DecryptInit_ex2(
                    cipher, EVP_aes_256_gcm(), key.baseAddress?.assumingMemoryBound(to: UInt8.self), nonce, nil)
            }, "opening")
        try Library.check(
            unsafe EVP_DecryptUpdate(cipher, nil, &length, context, Int32(context.count)), "opening")
        var tag = Array(sealed.suffix(16))
        try Library.check(unsafe EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_SET_TAG, 16, &tag), "opening")
        let target = unsafe content.baseAddress?.assumingMemoryBound(to: UInt8.self)
        if sealed.count > 16 {
            try Library.check(
                unsafe EVP_DecryptUpdate(cipher, target, &length, sealed, Int32(sealed.count - 16)), "opening")
        }
        var rest: UInt8 = 0
        let right = unsafe EVP_DecryptFinal_ex(cipher, &rest, &length) == 1
        if !right, unsafe target != nil { unsafe OPENSSL_cleanse(target, content.count) }
        return right
    }

    private static func encrypt(
        _ blocks: borrowing SecretBytes, under key: borrowing SecretBytes
    ) throws(CryptographyError) -> SecretBytes {
        guard let cipher = unsafe EVP_CIPHER_CTX_new() else { throw .libraryFailed("AES") }
        defer { unsafe EVP_CIPHER_CTX_free(cipher) }
        var result = SecretBytes(count: blocks.count)
        let answer = unsafe key.withBytes { key in
            unsafe blocks.withBytes { blocks in
                unsafe result.withMutableBytes { result in
                    var length: Int32 = 0
                    guard
                        unsafe EVP_EncryptInit_ex2(
                            cipher, EVP_aes_256_ecb(), key.baseAddress?.assumingMemoryBound(to: UInt8.self), nil, nil)
                            == 1
                    else { return Int32(0) }
                    return unsafe EVP_EncryptUpdate(
                        cipher, result.baseAddress?.assumingMemoryBound(to: UInt8.self), &length,
                        blocks.baseAddress?.assumingMemoryBound(to: UInt8.self), Int32(blocks.count))
                }
            }
        }
        try Library.check(answer, "AES")
        return result
    }

    /// Doubles a block in the field of CMAC.
    private static func double(_ block: consuming SecretBytes) -> SecretBytes {
        var result = SecretBytes(count: 16)
        unsafe block.withBytes { block in
            unsafe result.withMutableBytes { result in
                for place in 0..<16 {
                    let next = unsafe place < 15 ? block[place + 1] >> 7 : (block[0] >> 7) * 0x87
                    unsafe result[place] = place < 15 ? block[place] << 1 | next : block[15] << 1 ^ next
                }
            }
        }
        return result
    }
}
