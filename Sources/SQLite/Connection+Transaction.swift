// One transaction: begun at once, kept whole or not at all.
import CSQLite

extension Connection {
    /// Runs `body` in one transaction, and commits it if nothing at all went wrong.
    ///
    /// A statement that failed rolls the whole transaction back, even if `body` made light of it: SQLite 3.40.1 can lose
    /// a commit after a partial rollback, so there is none. Throws the first failure; a transaction inside another is
    /// refused.
    @discardableResult package func transaction<R>(_ body: (borrowing Transaction) throws -> R) throws -> R {
        guard !isInTransaction else {
            throw SQLiteError(code: SQLITE_MISUSE, detail: "a transaction inside a transaction")
        }
        try control("BEGIN IMMEDIATE")
        isInTransaction = true
        do {
            let result = try body(Transaction(self))
            if let failure { throw failure }
            try end(with: "COMMIT")
            return result
        } catch {
            let first = failure ?? error
            rollBack()
            throw first
        }
    }

    func end(with word: SQL) throws {
        try control(word)
        isInTransaction = false
        failure = nil
    }

    /// Undoes the whole of the open transaction, whatever has happened in it.
    func rollBack() {
        (failure, isInTransaction) = (nil, isInTransaction && !isClosed)
        guard !isClosed else { return }
        // SQLite rolls back by itself after some failures (a full disk); there is then nothing left to undo.
        if unsafe sqlite3_get_autocommit(handle) == 0 {
            do { try control("ROLLBACK") } catch {}
        }
        isInTransaction = false
        failure = nil
        if unsafe sqlite3_get_autocommit(handle) == 0 {
            broken = SQLiteError(code: SQLITE_ABORT, detail: "a transaction could not be rolled back")
        }
    }

    func setUserVersion(_ version: UInt16) throws {
        if let broken { throw broken }
        if let failure { throw failure }
        unsafe doors.pointee = Door.configuration
        defer { unsafe doors.pointee = 0 }
        // A pragma takes no bound value; the text is made of a number and nothing else.
        let text = "PRAGMA user_version = \(version)"
        let code = unsafe sqlite3_exec(handle, text, nil, nil, nil)
        guard code == SQLITE_OK else {
            throw failed(SQLiteError(code: code, detail: message(), sql: text))
        }
    }
}
