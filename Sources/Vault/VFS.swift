// The file system that SQLite is given: registered once, it knows only the files of open stores.
import CSQLite
import Glibc
import Synchronization

/// The encrypting file system.
///
/// It opens a store's database and its log, and nothing else: no journal, no temporary file.
enum VFS {
    /// The name under which SQLite knows it.
    static let name = "dalesway"

    private static let counter = Atomic<Int>(0)
    private static let stores = Mutex<[String: Entry]>([:])

    /// A store, as long as a vault or a connection still holds it.
    private struct Entry {
        weak let store: Store?
    }

    /// SQLite's result code of the registration, which happens at the first use.
    static let registration: Int32 = register()

    /// A number never used before in this process.
    static func nextNumber() -> Int { counter.add(1, ordering: .relaxed).newValue }

    /// Makes a store's files known to SQLite.
    static func add(_ store: Store) throws {
        guard registration == SQLITE_OK else { throw VaultError.system(registration) }
        stores.withLock { $0[store.name] = Entry(store: store) }
    }

    /// Forgets a store that nobody holds any more.
    static func remove(_ name: String) { stores.withLock { $0[name] = nil } }

    /// The store a file name belongs to, and whether it names the log.
    static func find(_ name: String) -> (store: Store, isLog: Bool)? {
        stores.withLock { stores in
            if let store = stores[name]?.store { return (store, false) }
            guard name.hasSuffix("-wal"), let store = stores[String(name.dropLast(4))]?.store else { return nil }
            return (store, true)
        }
    }
}
