// An open database: opening, closing, and what every connection of this program has in common.
import CSQLite

/// One open database.
///
/// It belongs to one thread at a time, which the compiler sees to: it is not `Sendable`.
///
/// Reading needs nothing more; writing needs a ``Transaction``, which only ``transaction(_:)`` gives out.
@safe package final class Connection {
    let handle: OpaquePointer

    /// Read by ``authorise`` while a statement is prepared: which otherwise closed doors stand open.
    let doors: UnsafeMutablePointer<Int32>

    var cache: [UInt: Statement] = [:]

    /// Whether a transaction, or a snapshot, is open.
    var isInTransaction = false

    /// The first failure inside the open transaction; nothing more is done in it.
    var failure: (any Error)?

    /// Set if a rollback failed: nobody knows any more what the connection would write.
    var broken: SQLiteError?

    /// Turns SQLite's refusal into what the owner of the file knows of it, for everything this connection throws.
    package var explaining: ((SQLiteError) -> any Error)?

    private(set) var isClosed = false

    /// How a database file may be opened.
    package enum Access: Sendable {
        case readOnly, readWrite, create
    }

    /// Opens the database at `path` through the file system called `vfs` (nil: SQLite's own).
    ///
    /// Throws ``SQLiteError``.
    package init(path: String, vfs: String? = nil, access: Access = .readWrite) throws {
        let flags =
            switch access {
            case .readOnly: SQLITE_OPEN_READONLY
            case .readWrite: SQLITE_OPEN_READWRITE
            case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            }
        guard Library.isReady else {
            throw SQLiteError(code: SQLITE_MISUSE, detail: "was in use before it could be told to wipe its memory")
        }
        var opened: OpaquePointer?
        // NOMUTEX: one thread at a time is the compiler's business here.
        let code = unsafe sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, vfs)
        guard let handle = unsafe opened, code == SQLITE_OK else {
            unsafe sqlite3_close_v2(opened)
            throw SQLiteError(code: code, detail: "cannot be opened")
        }
        unsafe self.handle = unsafe handle
        unsafe doors = .allocate(capacity: 1)
        unsafe doors.initialize(to: 0)
        try harden()
    }

    /// Opens a new empty database in memory, for tests and passing work.
    ///
    /// Throws ``SQLiteError``.
    package static func inMemory() throws -> Connection { try Connection(path: ":memory:", access: .create) }

    deinit {
        close()
        unsafe doors.deallocate()
    }

    /// Closes the database.
    ///
    /// Whatever is asked of the connection afterwards is refused. Dropping the connection does as much.
    package func close() {
        guard !isClosed else { return }
        isClosed = true
        broken = SQLiteError(code: SQLITE_MISUSE, detail: "the connection is closed")
        cache.removeAll()
        unsafe sqlite3_close_v2(handle)
    }

    /// Lets `body` call one of SQLite's own functions, and throws what its result code says.
    ///
    /// For the Vault alone.
    @unsafe package func withHandle(_ body: (OpaquePointer) -> Int32) throws {
        if let broken { throw broken }
        let code = unsafe body(handle)
        guard code == SQLITE_OK else { throw failed(SQLiteError(code: code, detail: message())) }
    }

    /// Closes every idle statement.
    ///
    /// What was prepared is prepared anew when next used.
    package func forgetStatements() { cache = cache.filter { $0.value.isOut } }

    /// The row number of the last row put in through this connection.
    package var lastInsertedRow: Int64 { isClosed ? 0 : unsafe sqlite3_last_insert_rowid(handle) }

    /// How many rows the last statement changed.
    package var changes: Int { isClosed ? 0 : Int(unsafe sqlite3_changes64(handle)) }

    private func harden() throws {
        unsafe sqlite3_busy_timeout(handle, 5000)
        unsafe sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
        let options: [(option: Int32, value: Int32)] = [
            (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0), (SQLITE_DBCONFIG_DQS_DML, 0),
            (SQLITE_DBCONFIG_DQS_DDL, 0), (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
            (SQLITE_DBCONFIG_ENABLE_FKEY, 1), (SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0),
        ]
        for (option, value) in options {
            let code = unsafe dw_db_config(handle, option, value)
            guard code == SQLITE_OK else { throw SQLiteError(code: code, detail: "an option was refused") }
        }
        let code = unsafe sqlite3_set_authorizer(handle, authorise, doors)
        guard code == SQLITE_OK else { throw SQLiteError(code: code, detail: "the authoriser was refused") }
    }
}
