// Opening a store by whichever of several keys its pages are sealed under: while a store is rekeyed there are two.
package import Cryptography
import Glibc

extension Vault {
    /// The format that this program writes, and the newest that it reads.
    package static var format: UInt32 { Layout.version }

    /// Opens the store in the folder `directory` with the key of the epoch under which its pages stand.
    ///
    /// `key` is asked for a copy of the key of an epoch, and answers nil if it has none; then ``VaultError/otherEpoch(_:)``
    /// is thrown. Everything else is as for one key.
    package static func open(
        at directory: String, storeID: [UInt8], wait seconds: Double = 5, mishaps: Mishaps? = nil,
        key: (UInt32) throws -> SecretBytes?
    ) throws -> Vault {
        try withEpoch(of: directory, storeID, key) { secret in
            try open(at: directory, storeID: storeID, key: secret, wait: seconds, mishaps: mishaps)
        }
    }

    /// Looks at every block of a store, as `examine` with one key does, with the key of the epoch it stands under.
    package static func examine(
        at directory: String, storeID: [UInt8], wait seconds: Double = 5, progress: (Int, Int) -> Void = { _, _ in },
        key: (UInt32) throws -> SecretBytes?
    ) throws -> [Fault] {
        try withEpoch(of: directory, storeID, key) { secret in
            try examine(at: directory, storeID: storeID, key: secret, wait: seconds, progress: progress)
        }
    }

    /// The epoch of the key that a store's pages are sealed under, as its header says; the header is not proven by that.
    package static func epoch(at directory: String, storeID: [UInt8]) throws -> UInt32 {
        let path = "\(directory)/\(Layout.databaseName)"
        guard RawFile.exists(path) else { throw VaultError.missing }
        do {
            let block = try RawFile(path, O_RDONLY).read(Header.size, at: 0)
            return try Header(unverified: block, expecting: storeID).epoch
        } catch let failure as SystemFailure { throw failure.error }
    }

    private static func withEpoch<Result>(
        of directory: String, _ storeID: [UInt8], _ key: (UInt32) throws -> SecretBytes?,
        _ body: (borrowing SecretBytes) throws -> Result
    ) throws -> Result {
        let epoch = try epoch(at: directory, storeID: storeID)
        guard let secret = try key(epoch) else { throw VaultError.otherEpoch(epoch) }
        do { return try body(secret) } catch VaultError.wrongKey {
            // While this one waited for its turn, another process may have sealed the store under a new key.
            let now = try self.epoch(at: directory, storeID: storeID)
            guard now != epoch, let newer = try key(now) else { throw VaultError.wrongKey }
            return try body(newer)
        }
    }
}
