// One prepared statement, checked out of the cache while it runs.
import CSQLite

/// A prepared statement.
///
/// Finalised when it is dropped.
@safe final class Statement {
    let handle: OpaquePointer
    let pieces: [StaticString]
    let isReadOnly: Bool

    /// Whether some caller is running it now.
    var isOut = false

    private lazy var names: [String] = (0..<Int(unsafe sqlite3_column_count(handle))).map { index in
        guard let name = unsafe sqlite3_column_name(handle, Int32(index)) else { return "" }
        return unsafe String(cString: name)
    }

    init(_ handle: OpaquePointer, pieces: [StaticString]) {
        unsafe self.handle = unsafe handle
        self.pieces = pieces
        isReadOnly = unsafe sqlite3_stmt_readonly(handle) != 0
    }

    deinit { unsafe sqlite3_finalize(handle) }

    /// Whether this was prepared from the very same pieces of source text.
    func stands(for other: [StaticString]) -> Bool {
        guard pieces.count == other.count else { return false }
        for index in pieces.indices where !Self.same(pieces[index], other[index]) { return false }
        return true
    }

    private static func same(_ left: StaticString, _ right: StaticString) -> Bool {
        guard left.hasPointerRepresentation, right.hasPointerRepresentation else { return "\(left)" == "\(right)" }
        return unsafe left.utf8Start == right.utf8Start && left.utf8CodeUnitCount == right.utf8CodeUnitCount
    }

    /// Binds every value, in order.
    ///
    /// Returns SQLite's result code.
    func bind(_ values: [Value]) -> Int32 {
        for (index, value) in values.enumerated() {
            let place = Int32(truncatingIfNeeded: index + 1)
            let code =
                switch value {
                case .null: unsafe sqlite3_bind_null(handle, place)
                case .integer(let number): unsafe sqlite3_bind_int64(handle, place, number)
                case .real(let number): unsafe sqlite3_bind_double(handle, place, number)
                case .text(let text): bind(text, at: place)
                case .blob(let bytes): bind(bytes, at: place)
                }
            guard code == SQLITE_OK else { return code }
        }
        return SQLITE_OK
    }

    private func bind(_ text: String, at place: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { utf8 in
            unsafe utf8.withMemoryRebound(to: CChar.self) { characters in
                // No address means NULL to SQLite, so the empty string is given one.
                guard let start = characters.baseAddress else { return unsafe dw_bind_text(handle, place, "", 0) }
                return unsafe dw_bind_text(handle, place, start, UInt64(characters.count))
            }
        }
    }

    private func bind(_ bytes: [UInt8], at place: Int32) -> Int32 {
        guard !bytes.isEmpty else { return unsafe sqlite3_bind_zeroblob(handle, place, 0) }
        return unsafe bytes.withUnsafeBytes { unsafe dw_bind_blob(handle, place, $0.baseAddress, UInt64($0.count)) }
    }

    /// Runs on to the next row or the end.
    ///
    /// Returns SQLite's result code.
    func step() -> Int32 { unsafe sqlite3_step(handle) }

    /// Puts the statement back to its start and forgets its values, so that nobody's data stays in the cache.
    func reset() {
        unsafe sqlite3_reset(handle)
        unsafe sqlite3_clear_bindings(handle)
    }

    /// The place of the column called `name`; nil if there is none, or two.
    func column(_ name: String) -> Int? {
        guard let index = names.firstIndex(of: name), names.lastIndex(of: name) == index else { return nil }
        return index
    }
}
