// Opening a store: whose it is, whether it is whole, and whether its log is the one that belongs to it.
package import Cryptography
import SQLite
import Synchronization

extension Vault {
    /// Opens the store in the folder `directory`.
    ///
    /// Waits at most `seconds` if another process has it open, then throws ``VaultError/busy(holder:)``. Throws other
    /// cases of ``VaultError`` for a missing, foreign, damaged or newer store and for a wrong key.
    package static func open(
        at directory: String, storeID: [UInt8], key: borrowing SecretBytes, wait seconds: Double = 5,
        mishaps: Mishaps? = nil
    ) throws -> Vault {
        do {
            let groundwork = try Groundwork.find(
                at: directory, storeID: storeID, key: key, wait: seconds, mishaps: mishaps)
            let store = try groundwork.store(mishaps: mishaps)
            try VFS.add(store)
            return Vault(store, connection: try begin(store))
        } catch let failure as SystemFailure { throw failure.error }
    }

    /// Lets SQLite read the log, and sees that it took in everything that was known to be safe and that the pages are those
    /// of the same moment.
    static func begin(_ store: Store) throws -> sending Connection {
        let connection = try connect(store, access: .readWrite)
        _ = try connection.first("SELECT count(*) FROM sqlite_schema") { try $0.int(0) }
        try store.hasRecovered()
        return connection
    }
}

extension Store {
    /// Compares what SQLite read with the newest mark.
    ///
    /// Throws ``VaultError`` if the log lacks what was safe, or the pages outside of it are not those the mark sums up.
    fileprivate func hasRecovered() throws {
        let taken = index.withLock { $0.frames }
        let (safe, read) = log.withLock { ($0.safe, $0.waiting) }
        guard taken >= safe, read.count >= taken else { throw VaultError.damaged(.log) }
        let root = marks.withLock { $0.current.root }
        let isProven = try pages.withLock { pages in
            let wider = try pages.wider(read.prefix(Int(safe)))
            pages.take(wider)
            return ConstantTime.equal(Self.bytes(wider.outside), Self.bytes(root))
        }
        guard isProven else { throw try falsePage(except: Set(read.prefix(Int(safe)).map { Int($0) })) }
        log.withLock { $0.hasRecovered(taken) }
    }

    /// What to say of pages that are not those of the newest mark: the first one that does not even open, or all together.
    private func falsePage(except replaced: Set<Int>) throws -> VaultError {
        let survey = PageSurvey(database: database, sealer: try Sealer(key: keys.page, epoch: epoch))
        let first = try survey.faults(except: replaced) { _, _ in }.first
        return .damaged(first?.place ?? .root)
    }

    private static func bytes(_ sum: BlockTag) -> [UInt8] { unsafe withUnsafeBytes(of: sum) { unsafe Array($0) } }
}
