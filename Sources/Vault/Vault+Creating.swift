// Making a new store.
package import Cryptography
import Glibc

extension Vault {
    /// Makes a new store in the folder `directory`, which is made too if it is not there, and opens it.
    ///
    /// `storeID` is the store's own 16 bytes, `key` its 32-byte key, `epoch` the number of that key. The store appears under
    /// its name only when it is whole. Waits at most `seconds` for another process that has the folder's lock. Throws ``VaultError``.
    package static func create(
        at directory: String, storeID: [UInt8], key: borrowing SecretBytes, epoch: UInt32 = 1,
        wait seconds: Double = 5, mishaps: Mishaps? = nil
    ) throws -> Vault {
        let path = "\(directory)/\(Layout.databaseName)"
        do {
            guard unsafe mkdir(directory, mode_t(0o700)) == 0 || errno == EEXIST else { throw SystemFailure.last }
            let lock = try StoreLock("\(directory)/\(Layout.lockName)", wait: seconds)
            guard !RawFile.exists(path) else { throw VaultError.alreadyThere }
            defer { unsafe unlink(path + "-new") }
            try write(to: path + "-new", storeID: storeID, key: key, epoch: epoch, mishaps: mishaps)
            // A log that lies here from an earlier store is nobody's.
            try RawFile.remove("\(directory)/\(Layout.logName)", mishaps: mishaps)
            try RawFile.rename(path + "-new", to: path, mishaps: mishaps)
            try RawFile.syncFolder(directory, mishaps: mishaps)
            _ = consume lock
        } catch let failure as SystemFailure { throw failure.error }
        return try open(at: directory, storeID: storeID, key: key, mishaps: mishaps)
    }

    private static func write(
        to path: String, storeID: [UInt8], key: borrowing SecretBytes, epoch: UInt32, mishaps: Mishaps?
    ) throws {
        var database = try NewDatabase(at: path, storeID: storeID, key: key, epoch: epoch, mishaps: mishaps)
        try unsafe FirstPage.text.withUnsafeBytes { try unsafe database.add(1, $0) }
        try database.finish()
    }
}
