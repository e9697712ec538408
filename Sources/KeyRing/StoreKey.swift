// The key of the store's pages.
package import Cryptography

/// The store's key of one epoch, shared by reference and wiped when the last holder lets go.
package final class StoreKey: Sendable {
    /// The epoch, from 1; rotation begins a new one.
    package let epoch: Int64
    /// The 32 bytes.
    package let secret: SecretBytes

    init(epoch: Int64, secret: consuming SecretBytes) throws {
        guard secret.count == 32 else { throw KeyRingError.unusableWrappedKey }
        self.epoch = epoch
        self.secret = secret
    }

    /// Draws a new key.
    convenience init(epoch: Int64) throws {
        try self.init(epoch: epoch, secret: SecretBytes(random: 32))
    }
}
