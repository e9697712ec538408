// The right to change a database.
import CSQLite

/// The right to change the database, for as long as one transaction lasts.
///
/// It can be neither made nor kept elsewhere.
///
/// The first statement that fails poisons it: whatever its holder does then, nothing of the transaction is kept.
package struct Transaction: ~Copyable {
    private let connection: Connection

    init(_ connection: Connection) { self.connection = connection }

    /// Runs one statement that changes the database, and answers how many rows it changed.
    ///
    /// Throws ``SQLiteError``; the transaction is then lost as a whole.
    @discardableResult package borrowing func run(_ sql: SQL) throws -> Int {
        try connection.perform(sql, writing: true) { _ in true }
        return connection.changes
    }

    /// Runs one statement that changes the database and answers with rows (`RETURNING`).
    ///
    /// Throws ``SQLiteError``, whereupon the transaction is lost as a whole, and whatever `read` throws.
    package borrowing func run<R>(_ sql: SQL, returning read: (borrowing Row) throws -> R) throws -> [R] {
        var found: [R] = []
        try connection.perform(sql, writing: true) { row in
            found.append(try read(row))
            return true
        }
        return found
    }

    /// Runs every statement of a schema script.
    ///
    /// Throws ``SQLiteError``; the transaction is then lost as a whole.
    package borrowing func run(_ script: Script) throws { try connection.perform(script) }

    /// Writes the number of the schema's edition, which ``Connection/userVersion()`` reads.
    ///
    /// Throws ``SQLiteError``; the transaction is then lost as a whole.
    package borrowing func setUserVersion(_ version: UInt16) throws { try connection.setUserVersion(version) }

    /// The row number of the last row put in.
    package var lastInsertedRow: Int64 { connection.lastInsertedRow }

    /// Reads as ``Connection/query(_:_:)`` does, and sees what the transaction has changed so far.
    package borrowing func query(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws {
        try connection.query(sql, body)
    }

    /// Reads as ``Connection/first(_:_:)`` does, and sees what the transaction has changed so far.
    package borrowing func first<R>(_ sql: SQL, _ read: (borrowing Row) throws -> R) throws -> R? {
        try connection.first(sql, read)
    }

    /// Reads as ``Connection/all(_:_:)`` does, and sees what the transaction has changed so far.
    package borrowing func all<R>(_ sql: SQL, _ read: (borrowing Row) throws -> R) throws -> [R] {
        try connection.all(sql, read)
    }
}
