// Keys from passphrases: scrypt (RFC 7914), slow on purpose.
import COpenSSL

/// Keys derived from passphrases.
package enum Scrypt {
    /// Derives `count` bytes from a passphrase; takes as long and as much memory as `cost` says.
    package static func derive(
        from passphrase: borrowing SecretBytes, salt: [UInt8], cost: ScryptCost, count: Int = 32
    ) throws(CryptographyError) -> SecretBytes {
        var result = SecretBytes(count: count)
        // OpenSSL refuses more than 32 MiB unless told how much it may take.
        let allowed = cost.memory + (1 << 20)
        let answer = unsafe passphrase.withBytes { passphrase in
            unsafe salt.withUnsafeBufferPointer { salt in
                unsafe result.withMutableBytes { result in
                    // A nil passphrase pointer means something else to OpenSSL than an empty one.
                    unsafe EVP_PBE_scrypt(
                        passphrase.baseAddress?.assumingMemoryBound(to: CChar.self), passphrase.count,
                        salt.baseAddress, salt.count, 1 << UInt64(cost.logN), UInt64(cost.r), UInt64(cost.p),
                        allowed, result.baseAddress?.assumingMemoryBound(to: UInt8.self), result.count)
                }
            }
        }
        try Library.check(answer, "scrypt")
        return result
    }
}
