// Which statements this program never prepares, whoever writes them.
import CSQLite

/// What may be opened for a moment, bit by bit.
enum Door {
    /// BEGIN, COMMIT and ROLLBACK, which `Connection` alone speaks.
    static let transaction: Int32 = 1

    /// Pragmas that change how the database works.
    static let configuration: Int32 = 2
}

/// Asked by SQLite for every act of a statement while it is prepared.
///
/// ATTACH (and with it VACUUM INTO) could write plain text past the vault. A savepoint could lose a commit (SQLite 3.40.1).
func authorise(
    _ context: UnsafeMutableRawPointer?, _ act: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?,
    _ third: UnsafePointer<CChar>?, _ fourth: UnsafePointer<CChar>?
) -> Int32 {
    let open = unsafe context?.load(as: Int32.self) ?? 0
    switch act {
    case SQLITE_ATTACH, SQLITE_DETACH, SQLITE_SAVEPOINT, SQLITE_CREATE_VTABLE, SQLITE_DROP_VTABLE:
        return SQLITE_DENY
    case SQLITE_TRANSACTION:
        return open & Door.transaction == 0 ? SQLITE_DENY : SQLITE_OK
    case SQLITE_PRAGMA:
        if open & Door.configuration != 0 { return SQLITE_OK }
        guard let name = unsafe first.map({ unsafe String(cString: $0) })?.lowercased() else { return SQLITE_DENY }
        if askingPragmas.contains(name) { return SQLITE_OK }
        return unsafe second == nil && readingPragmas.contains(name) ? SQLITE_OK : SQLITE_DENY
    case SQLITE_FUNCTION:
        guard let name = unsafe second.map({ unsafe String(cString: $0) })?.lowercased() else { return SQLITE_OK }
        return name == "load_extension" ? SQLITE_DENY : SQLITE_OK
    default:
        return SQLITE_OK
    }
}

/// Pragmas that only ask, with or without an argument.
private let askingPragmas: Set<String> = [
    "integrity_check", "quick_check", "foreign_key_check", "table_info", "table_list", "index_list", "index_info",
    "foreign_key_list", "compile_options",
]

/// Pragmas that ask when they have no argument.
private let readingPragmas: Set<String> = [
    "user_version", "application_id", "data_version", "page_count", "page_size", "freelist_count", "foreign_keys",
    "journal_mode", "synchronous", "cache_spill", "temp_store", "secure_delete", "trusted_schema", "cache_size",
]
