// One row of an answer, while the statement stands on it.
import CSQLite

/// One row of an answer.
///
/// It lives only as long as the closure it is handed to.
///
/// Read by place where speed matters (`try row.int(0)`), by name where it does not (`try row["state"]`). A column that
/// holds another kind than was asked for, or is not there, is an error; nothing is turned into zero or into the empty text.
@safe package struct Row: ~Copyable {
    private let statement: Statement
    private let handle: OpaquePointer

    init(_ statement: Statement) {
        self.statement = statement
        unsafe handle = statement.handle
    }

    /// The whole number at `index`.
    ///
    /// Throws ``SQLiteError`` if the column holds none.
    package func int(_ index: Int) throws -> Int { Int(try int64(index)) }

    /// The whole number at `index`, or nil for NULL.
    ///
    /// Throws ``SQLiteError`` if the column holds something else.
    package func intOrNil(_ index: Int) throws -> Int? { isNull(index) ? nil : try int(index) }

    /// The 64-bit number at `index`.
    ///
    /// Throws ``SQLiteError`` if the column holds none.
    package func int64(_ index: Int) throws -> Int64 {
        guard type(index) == SQLITE_INTEGER else { throw mismatch() }
        return unsafe sqlite3_column_int64(handle, Int32(truncatingIfNeeded: index))
    }

    /// True for 1, false for 0.
    ///
    /// Throws ``SQLiteError`` for anything else.
    package func bool(_ index: Int) throws -> Bool {
        switch try int64(index) {
        case 0: false
        case 1: true
        default: throw mismatch()
        }
    }

    /// The text at `index`.
    ///
    /// Throws ``SQLiteError`` if the column holds none.
    package func text(_ index: Int) throws -> String {
        guard type(index) == SQLITE_TEXT else { throw mismatch() }
        return unsafe readText(index)
    }

    /// The text at `index`, or nil for NULL.
    ///
    /// Throws ``SQLiteError`` if the column holds something else.
    package func textOrNil(_ index: Int) throws -> String? { isNull(index) ? nil : try text(index) }

    /// The bytes at `index`.
    ///
    /// Throws ``SQLiteError`` if the column holds none.
    package func bytes(_ index: Int) throws -> [UInt8] {
        guard type(index) == SQLITE_BLOB else { throw mismatch() }
        return unsafe readBytes(index)
    }

    /// The bytes at `index`, or nil for NULL.
    ///
    /// Throws ``SQLiteError`` if the column holds something else.
    package func bytesOrNil(_ index: Int) throws -> [UInt8]? { isNull(index) ? nil : try bytes(index) }

    /// Lends the bytes at `index` where they lie.
    ///
    /// Throws ``SQLiteError`` if the column holds none, and whatever `body` throws.
    package func withBytes<R>(_ index: Int, _ body: (Span<UInt8>) throws -> R) throws -> R {
        guard type(index) == SQLITE_BLOB else { throw mismatch() }
        let place = Int32(truncatingIfNeeded: index)
        let start = unsafe sqlite3_column_blob(handle, place)
        let bytes = unsafe UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, place)))
        return try unsafe body(Span(_unsafeBytes: bytes))
    }

    /// Whether the column at `index` is NULL (or not there at all).
    package func isNull(_ index: Int) -> Bool { type(index) == SQLITE_NULL }

    /// Any storable value by its place.
    ///
    /// Throws ``SQLiteError`` if the column holds another kind.
    package func value<Wanted: Storable>(_ index: Int, as kind: Wanted.Type = Wanted.self) throws -> Wanted {
        guard let value = Wanted(stored: stored(index)) else { throw mismatch() }
        return value
    }

    /// Any storable value by its column's name.
    ///
    /// Throws ``SQLiteError`` if no column, or more than one, is called that.
    package subscript<Wanted: Storable>(name: StaticString) -> Wanted {
        get throws {
            guard let index = statement.column("\(name)") else {
                throw SQLiteError(code: SQLITE_RANGE, detail: "no one column is called \(name)", sql: sql)
            }
            return try value(index)
        }
    }

    private func stored(_ index: Int) -> Value {
        switch type(index) {
        case SQLITE_INTEGER: .integer(unsafe sqlite3_column_int64(handle, Int32(truncatingIfNeeded: index)))
        case SQLITE_FLOAT: .real(unsafe sqlite3_column_double(handle, Int32(truncatingIfNeeded: index)))
        case SQLITE_TEXT: .text(unsafe readText(index))
        case SQLITE_BLOB: .blob(unsafe readBytes(index))
        default: .null
        }
    }

    private func type(_ index: Int) -> Int32 { unsafe sqlite3_column_type(handle, Int32(truncatingIfNeeded: index)) }

    @unsafe private func readText(_ index: Int) -> String {
        let place = Int32(truncatingIfNeeded: index)
        guard let start = unsafe sqlite3_column_text(handle, place) else { return "" }
        let length = unsafe Int(sqlite3_column_bytes(handle, place))
        return unsafe String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
    }

    @unsafe private func readBytes(_ index: Int) -> [UInt8] {
        let place = Int32(truncatingIfNeeded: index)
        guard let start = unsafe sqlite3_column_blob(handle, place) else { return [] }
        return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, place))))
    }

    private var sql: String { statement.pieces.map { "\($0)" }.joined() }

    private func mismatch() -> SQLiteError {
        SQLiteError(code: SQLITE_MISMATCH, detail: "a column holds another kind than was asked for", sql: sql)
    }
}
