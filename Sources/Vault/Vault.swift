// The encrypted store: one file of sealed pages, its log, and the connections to them.
import CSQLite
import Glibc
package import SQLite
import Synchronization

/// An open store, and the connection through which it is changed.
///
/// One process at a time has a store open. Within it there is one writing connection and as many reading ones as are
/// wanted; each belongs to one thread at a time.
package final class Vault {
    /// The one connection that writes.
    package private(set) var connection: Connection

    private(set) var store: Store

    init(_ store: Store, connection: Connection) { (self.store, self.connection) = (store, connection) }

    deinit { store.letGo() }

    /// Goes on with the store that took the old one's place.
    func goOn(with store: Store, _ connection: Connection) { (self.store, self.connection) = (store, connection) }

    /// The epoch of the key under which the store is sealed.
    package var epoch: UInt32 { store.epoch }

    /// Opens a further connection, which only reads.
    ///
    /// It sees the state of its first read until that read is over.
    ///
    /// Throws ``VaultError`` and ``SQLiteError``. It may go to another thread, and must be dropped before ``close()``.
    package func reader() throws -> sending Connection { try Self.connect(store, access: .readOnly) }

    /// Lets the page cache give changed pages to the log before their transaction is complete, or forbids it.
    ///
    /// Forbidden unless a bulk import needs it, whose changes would else all be held in memory: it is the second guard
    /// against the commit that SQLite 3.40.1 can lose. Throws ``SQLiteError``.
    package func allowSpill(_ isAllowed: Bool) throws {
        try connection.configure(isAllowed ? "PRAGMA cache_spill = ON" : "PRAGMA cache_spill = OFF")
    }

    /// Puts everything the log holds into the pages, as far as no reader still needs the log.
    ///
    /// Throws ``VaultError`` and ``SQLiteError``.
    package func checkpoint() throws {
        try unsafe connection.withHandle { handle in
            let code = unsafe sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
            // A copy that is being written keeps everything where it is.
            return code == SQLITE_BUSY ? SQLITE_OK : code
        }
    }

    /// Puts the log into the pages, waits until they are safe, and cuts the log to nothing, as far as no reader needs it.
    ///
    /// Answers whether it did: where somebody still reads, the log keeps what it has, deleted content too, until it is cut
    /// later, at closing at the latest. Throws ``VaultError`` and ``SQLiteError``; then the log is as it was.
    @discardableResult package func drain() throws -> Bool {
        var isEmpty = true
        try unsafe connection.withHandle { handle in
            let code = unsafe sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
            isEmpty = code == SQLITE_OK
            // A reader that is still at work keeps the log; the next opening finds it.
            return code == SQLITE_BUSY ? SQLITE_OK : code
        }
        return isEmpty
    }

    /// Puts the log into the pages, waits until they are safe, closes the writing connection and lets the store go.
    ///
    /// The store stays taken until the last reader is dropped. Throws ``VaultError`` and ``SQLiteError``; the store is let
    /// go all the same.
    package func close() throws {
        defer {
            connection.close()
            store.letGo()
        }
        try drain()
    }

    static func connect(_ store: Store, access: Connection.Access) throws -> sending Connection {
        do {
            let connection = try Connection(path: store.name, vfs: VFS.name, access: access)
            connection.explaining = { [store] in store.explain($0) }
            try configure(connection)
            return connection
        } catch let error as SQLiteError { throw store.explain(error) }
    }

    private static func configure(_ connection: Connection) throws {
        try connection.configure("PRAGMA cache_spill = OFF")
        try connection.configure("PRAGMA temp_store = MEMORY")
        try connection.configure("PRAGMA secure_delete = ON")
        try connection.configure("PRAGMA synchronous = FULL")
        guard try connection.configure("PRAGMA max_page_count = 33554431") == .integer(Int64(Layout.mostPages)) else {
            throw VaultError.damaged(.page(1))
        }
        try connection.configure("PRAGMA cache_size = -16384")
        guard try connection.configure("PRAGMA journal_mode") == .text("wal") else {
            throw VaultError.damaged(.page(1))
        }
    }
}
