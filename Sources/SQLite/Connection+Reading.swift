// Asking a database: the three ways to read.
import CSQLite

extension Connection {
    /// Hands each row of the answer to `body`, in order.
    ///
    /// Throws ``SQLiteError``, also for a statement that would write, and whatever `body` throws, which ends the reading.
    package func query(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws {
        try perform(sql, writing: false) { row in
            try body(row)
            return true
        }
    }

    /// What `read` makes of the first row; nil if there is none.
    ///
    /// Throws ``SQLiteError``, also for a statement that would write, and whatever `read` throws.
    package func first<R>(_ sql: SQL, _ read: (borrowing Row) throws -> R) throws -> R? {
        var found: R?
        try perform(sql, writing: false) { row in
            found = try read(row)
            return false
        }
        return found
    }

    /// What `read` makes of every row, in order.
    ///
    /// Throws ``SQLiteError``, also for a statement that would write, and whatever `read` throws.
    package func all<R>(_ sql: SQL, _ read: (borrowing Row) throws -> R) throws -> [R] {
        var found: [R] = []
        try perform(sql, writing: false) { row in
            found.append(try read(row))
            return true
        }
        return found
    }

    /// The number the program writes into each database to say which edition of the schema it has.
    ///
    /// 0 in a new one.
    ///
    /// Throws ``SQLiteError``.
    package func userVersion() throws -> Int { try first("PRAGMA user_version") { try $0.int(0) } ?? 0 }

    /// Runs `body` over one unchanging state of the database, however many statements it asks.
    ///
    /// Throws ``SQLiteError`` and whatever `body` throws. Inside a transaction `body` simply runs.
    @discardableResult package func snapshot<R>(_ body: () throws -> R) throws -> R {
        if isInTransaction { return try body() }
        try control("BEGIN")
        isInTransaction = true
        do {
            let result = try body()
            try end(with: "COMMIT")
            return result
        } catch {
            rollBack()
            throw error
        }
    }
}
