// Copying a store's files as they are, under its lock.
import Glibc

extension Vault {
    /// Copies `case.db` and its log, of whatever format, out of the folder `directory`; nobody has the store open meanwhile.
    ///
    /// Waits at most `seconds` for another process. Throws ``VaultError``.
    package static func copyFiles(at directory: String, to copy: NewFolder, wait seconds: Double = 5) throws {
        let lock = try StoreLock("\(directory)/\(Layout.lockName)", wait: seconds)
        defer { _ = consume lock }
        try copyFiles(in: directory, to: copy)
    }

    /// Copies the files of an open store, which nothing is written to meanwhile.
    ///
    /// Throws ``VaultError``.
    package static func copyFiles(of vault: Vault, to copy: NewFolder) throws {
        let held = try Snapshot(vault.store, alone: true)
        defer { withExtendedLifetime(held) {} }
        try copyFiles(in: vault.store.folder, to: copy)
    }

    private static func copyFiles(in folder: String, to copy: NewFolder) throws {
        try copy.copy("\(folder)/\(Layout.databaseName)", as: Layout.databaseName)
        let log = "\(folder)/\(Layout.logName)"
        if RawFile.exists(log) { try copy.copy(log, as: Layout.logName) }
    }
}
