// Sealing a whole store under a new key.
package import Cryptography
import Glibc

extension Vault {
    /// Seals every page of the store anew under `key`, whose number is `epoch`, and goes on with it.
    ///
    /// Other threads go on reading meanwhile; the writing connection is the caller's and is replaced by a new one. A reader
    /// that was opened before must be opened again: what it reads next throws ``VaultError/otherEpoch(_:)``. Killed at any
    /// point, the store stands whole under one of the two keys. `progress` is told how many pages are done, of how many.
    ///
    /// Throws ``VaultError`` and ``SQLiteError``, ``VaultError/busy(holder:)`` if a reader does not end within 5 seconds;
    /// then the store stands under the old key.
    package func rekey(
        to key: borrowing SecretBytes, epoch: UInt32, progress: (Int, Int) -> Void = { _, _ in }
    ) throws {
        throw VaultError.system(ENOSYS)
    }
}
