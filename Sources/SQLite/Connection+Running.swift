// How a statement is prepared, kept, run, and dropped when it failed.
import CSQLite

extension Connection {
    /// Runs one statement; `body` answers whether it wants the next row.
    func perform(_ sql: SQL, writing: Bool, _ body: (borrowing Row) throws -> Bool) throws {
        if let broken { throw broken }
        if let failure { throw failure }
        let statement = try checkOut(sql)
        guard writing || statement.isReadOnly else {
            statement.isOut = false
            throw failed(
                SQLiteError(code: SQLITE_READONLY, detail: "a statement that writes was asked to read", sql: sql.text))
        }
        var code = statement.bind(sql.values)
        while code == SQLITE_OK || code == SQLITE_ROW {
            code = statement.step()
            guard code == SQLITE_ROW else { break }
            do {
                if try body(Row(statement)) { continue }
                code = SQLITE_DONE
            } catch {
                checkIn(statement)
                throw error
            }
            break
        }
        guard code == SQLITE_DONE else {
            let error = error(code, sql: sql)
            // A failed statement cannot be trusted to start afresh, so it does not go back to the cache.
            discard(statement, identity: sql.identity)
            throw failed(error)
        }
        checkIn(statement)
    }

    /// Speaks one word of transaction control, which no other statement may.
    func control(_ sql: SQL) throws {
        unsafe doors.pointee = Door.transaction
        defer { unsafe doors.pointee = 0 }
        try perform(sql, writing: true) { _ in true }
    }

    /// Runs a pragma that changes how the database works, and gives back the first column of its first row, if any.
    ///
    /// For the Vault alone. Throws ``SQLiteError``.
    @discardableResult package func configure(_ sql: SQL) throws -> Value? {
        unsafe doors.pointee = Door.configuration
        defer { unsafe doors.pointee = 0 }
        var answer: Value?
        try perform(sql, writing: true) { row in
            answer = try row.value(0)
            return true
        }
        forgetStatements()
        return answer
    }

    /// Runs every statement of a script.
    func perform(_ script: Script) throws {
        if let broken { throw broken }
        if let failure { throw failure }
        var done = 0
        while done < script.text.count {
            let (code, used) = runFirst(of: script.text[done...])
            guard code == SQLITE_OK || code == SQLITE_DONE, used > 0 else {
                throw failed(SQLiteError(code: code, detail: message(), sql: "script \(script.name)"))
            }
            done += used
        }
    }

    /// Runs the first statement of a text, and answers SQLite's code and how many bytes that statement took.
    private func runFirst(of text: ArraySlice<UInt8>) -> (code: Int32, used: Int) {
        unsafe text.withUnsafeBytes { bytes in
            let text = unsafe bytes.assumingMemoryBound(to: CChar.self)
            guard let start = text.baseAddress else { return (SQLITE_DONE, 0) }
            var statement: OpaquePointer?
            var end: UnsafePointer<CChar>?
            let length = Int32(truncatingIfNeeded: text.count)
            var code = unsafe sqlite3_prepare_v2(handle, start, length, &statement, &end)
            defer { unsafe sqlite3_finalize(statement) }
            if code == SQLITE_OK, unsafe statement != nil {
                repeat { code = unsafe sqlite3_step(statement) } while code == SQLITE_ROW
            }
            return (code, unsafe (end ?? start) - start)
        }
    }

    /// Remembers the first failure inside a transaction, which poisons it, and answers the one to throw: the first.
    func failed(_ error: SQLiteError) -> any Error {
        let explained = explaining?(error) ?? error
        guard isInTransaction else { return explained }
        if let failure { return failure }
        failure = explained
        return explained
    }

    private func checkOut(_ sql: SQL) throws -> Statement {
        if let kept = cache[sql.identity], !kept.isOut, kept.stands(for: sql.pieces) {
            kept.isOut = true
            return kept
        }
        var prepared: OpaquePointer?
        let code = unsafe sqlite3_prepare_v3(
            handle, sql.text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
        guard code == SQLITE_OK, let pointer = unsafe prepared else {
            throw failed(error(code == SQLITE_OK ? SQLITE_MISUSE : code, sql: sql))
        }
        let statement = unsafe Statement(pointer, pieces: sql.pieces)
        statement.isOut = true
        if cache[sql.identity] == nil { cache[sql.identity] = statement }
        return statement
    }

    private func checkIn(_ statement: Statement) {
        statement.reset()
        statement.isOut = false
    }

    private func discard(_ statement: Statement, identity: UInt) {
        if cache[identity] === statement { cache[identity] = nil }
    }

    private func error(_ code: Int32, sql: SQL) -> SQLiteError {
        SQLiteError(code: code, detail: message(), sql: sql.text)
    }

    func message() -> String { unsafe String(cString: sqlite3_errmsg(handle)) }
}
