// XAES-256-GCM in one direction: an AES-256-GCM context, keyed for one nonce prefix and used again while the prefix stays.
import COpenSSL

/// A cipher context that remembers for which nonce prefix it is keyed; pages, frames and sealed values all pass here.
@safe final class GCMContext {
    private let context: OpaquePointer
    private let subkeys: XAESSubkeys
    private let isSealing: Bool
    private var prefix: (UInt64, UInt32) = (0, 0)
    private var isKeyed = false
    private var subkey = SecretBytes(count: XAES256GCM.keyLength)

    init(_ subkeys: XAESSubkeys, sealing: Bool) throws(CryptographyError) {
        guard let context = unsafe EVP_CIPHER_CTX_new() else { throw .libraryFailed("a cipher context") }
        unsafe self.context = unsafe context
        self.subkeys = subkeys
        isSealing = sealing
        guard unsafe EVP_CipherInit_ex(context, try Library.gcm(), nil, nil, nil, sealing ? 1 : 0) == 1 else {
            throw .libraryFailed("AES-256-GCM")
        }
    }

    deinit { unsafe EVP_CIPHER_CTX_free(context) }

    /// Goes on under another key.
    func use(_ key: borrowing SecretBytes) throws(CryptographyError) {
        isKeyed = false
        try subkeys.use(key)
    }

    /// Seals `plain` into `sealed` under a nonce of 24 bytes, and writes the tag.
    func seal(
        _ plain: UnsafeRawBufferPointer, into sealed: UnsafeMutableRawBufferPointer, extra: UnsafeRawBufferPointer,
        nonce: UnsafeRawBufferPointer, tag: UnsafeMutableRawBufferPointer
    ) -> Bool {
        unsafe ready(for: nonce) && run(plain, into: sealed, extra: extra, nonce: nonce)
            && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(tag.count), tag.baseAddress) == 1
    }

    /// Opens `sealed` into `plain`; if it answers false, nothing in `plain` is to be believed.
    func open(
        _ sealed: UnsafeRawBufferPointer, into plain: UnsafeMutableRawBufferPointer, extra: UnsafeRawBufferPointer,
        nonce: UnsafeRawBufferPointer, tag: UnsafeRawBufferPointer
    ) -> Bool {
        let expected = unsafe UnsafeMutableRawPointer(mutating: tag.baseAddress)
        return unsafe ready(for: nonce) && run(sealed, into: plain, extra: extra, nonce: nonce, expecting: expected)
    }

    /// Keys the context for the first twelve bytes of `nonce`, unless it is so already.
    private func ready(for nonce: UnsafeRawBufferPointer) -> Bool {
        let wanted = unsafe (
            nonce.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
            nonce.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
        )
        if isKeyed, wanted == prefix { return true }
        isKeyed = unsafe subkey.withMutableBytes { bytes in
            guard unsafe subkeys.derive(for: nonce, into: bytes) else { return false }
            let start = unsafe bytes.bindMemory(to: UInt8.self).baseAddress
            return unsafe EVP_CipherInit_ex(context, nil, nil, start, nil, -1) == 1
        }
        prefix = wanted
        return isKeyed
    }

    private func run(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer, extra: UnsafeRawBufferPointer,
        nonce: UnsafeRawBufferPointer, expecting tag: UnsafeMutableRawPointer? = nil
    ) -> Bool {
        // The first twelve bytes made the key; the last twelve are the nonce under it.
        let start = unsafe UnsafeRawBufferPointer(rebasing: nonce[12...]).bindMemory(to: UInt8.self).baseAddress
        guard unsafe EVP_CipherInit_ex(context, nil, nil, nil, start, -1) == 1 else { return false }
        if !isSealing {
            let length = Int32(XAES256GCM.tagLength)
            guard unsafe EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, length, tag) == 1 else { return false }
        }
        var written: Int32 = 0
        let bound = unsafe extra.bindMemory(to: UInt8.self).baseAddress
        if extra.count > 0, unsafe EVP_CipherUpdate(context, nil, &written, bound, Int32(extra.count)) != 1 {
            return false
        }
        let source = unsafe input.bindMemory(to: UInt8.self).baseAddress
        let target = unsafe output.bindMemory(to: UInt8.self).baseAddress
        if input.count > 0, unsafe EVP_CipherUpdate(context, target, &written, source, Int32(input.count)) != 1 {
            return false
        }
        // GCM writes nothing here; the call makes the tag, or compares it.
        var rest = (UInt64(0), UInt64(0))
        return unsafe withUnsafeMutableBytes(of: &rest) { spare in
            unsafe EVP_CipherFinal_ex(context, spare.bindMemory(to: UInt8.self).baseAddress, &written) == 1
        }
    }
}
