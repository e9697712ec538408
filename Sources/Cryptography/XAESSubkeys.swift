// Where XAES-256-GCM gets the key for one nonce prefix: SP 800-108 counter mode over CMAC, one block each.
import COpenSSL

/// Makes the AES-256-GCM key that belongs to the first twelve bytes of a nonce.
@safe final class XAESSubkeys {
    private let context: OpaquePointer
    private var blockKey = SecretBytes(count: 16)

    init(key: borrowing SecretBytes) throws(CryptographyError) {
        guard let context = unsafe EVP_CIPHER_CTX_new() else { throw .libraryFailed("a cipher context") }
        unsafe self.context = unsafe context
        let cipher = unsafe try Library.block()
        let ready = unsafe key.withBytes { bytes in
            let start = unsafe bytes.bindMemory(to: UInt8.self).baseAddress
            return unsafe EVP_EncryptInit_ex(context, cipher, nil, start, nil) == 1
                && EVP_CIPHER_CTX_set_padding(context, 0) == 1
        }
        guard ready, unsafe blockKey.withMutableBytes({ unsafe Self.makeBlockKey(in: $0, context) }) else {
            throw .libraryFailed("preparing a page key")
        }
    }

    deinit { unsafe EVP_CIPHER_CTX_free(context) }

    /// Goes on under another key.
    func use(_ key: borrowing SecretBytes) throws(CryptographyError) {
        let isReady = unsafe key.withBytes { bytes in
            let start = unsafe bytes.bindMemory(to: UInt8.self).baseAddress
            return unsafe EVP_EncryptInit_ex(context, nil, nil, start, nil) == 1
        }
        guard isReady,
            unsafe blockKey.withMutableBytes({ bytes in
                unsafe bytes.initializeMemory(as: UInt8.self, repeating: 0)
                return unsafe Self.makeBlockKey(in: bytes, context)
            })
        else { throw .libraryFailed("preparing a key") }
    }

    /// CMAC's first subkey: the encryption of zero, doubled in GF(2¹²⁸).
    private static func makeBlockKey(in block: UnsafeMutableRawBufferPointer, _ context: OpaquePointer) -> Bool {
        guard unsafe encrypt(block, context) else { return false }
        let carried = unsafe block[0] >> 7
        for index in 0..<15 { unsafe block[index] = block[index] << 1 | block[index + 1] >> 7 }
        unsafe block[15] = block[15] << 1 ^ carried &* 0b1000_0111
        return true
    }

    private static func encrypt(_ blocks: UnsafeMutableRawBufferPointer, _ context: OpaquePointer) -> Bool {
        let start = unsafe blocks.bindMemory(to: UInt8.self).baseAddress
        var written: Int32 = 0
        return unsafe EVP_EncryptUpdate(context, start, &written, start, Int32(blocks.count)) == 1
            && written == blocks.count
    }

    /// Writes the 32-byte key for `prefix`, the first twelve bytes of a nonce, into `subkey`.
    func derive(for prefix: UnsafeRawBufferPointer, into subkey: UnsafeMutableRawBufferPointer) -> Bool {
        unsafe blockKey.withBytes { mask in
            for half in 0..<2 {
                let base = half * 16
                unsafe subkey[base] = mask[0]
                unsafe subkey[base + 1] = mask[1] ^ UInt8(half + 1)
                unsafe subkey[base + 2] = mask[2] ^ UInt8(ascii: "X")
                unsafe subkey[base + 3] = mask[3]
                for index in 0..<12 { unsafe subkey[base + 4 + index] = mask[4 + index] ^ prefix[index] }
            }
        }
        return unsafe Self.encrypt(subkey, context)
    }
}
