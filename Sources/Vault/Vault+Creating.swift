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
        let keys = try StoreKeys(key: key, storeID: storeID, epoch: epoch)
        let file = try RawFile(path, O_RDWR | O_CREAT | O_TRUNC, mishaps: mishaps)
        var bytes = try Header(storeID: storeID, epoch: epoch, check: keys.check).bytes(keys: keys)
        bytes += [UInt8](repeating: 0, count: Layout.pagesStart - bytes.count)
        let first = Marks.first.current
        let mark = try first.bytes(at: 0, keys: keys)
        bytes.replaceSubrange(Layout.marksStart..<Layout.marksStart + mark.count, with: mark)
        let sealer = try Sealer(key: keys.page, epoch: epoch)
        var page = [UInt8](repeating: 0, count: Layout.pageSize)
        try unsafe page.withUnsafeMutableBytes { page in
            try unsafe FirstPage.text.withUnsafeBytes { text in
                try unsafe sealer.seal(text, into: page, as: .page(1), note: 0)
            }
        }
        try file.write(bytes + page, at: 0)
        try file.sync()
    }
}
