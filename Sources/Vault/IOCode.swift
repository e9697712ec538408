// SQLite's codes for a file that could not be used, which Swift does not import.
import CSQLite

/// SQLite's extended codes for failures of a file.
enum IOCode {
    static let read = SQLITE_IOERR | 1 << 8
    static let write = SQLITE_IOERR | 3 << 8
    static let sync = SQLITE_IOERR | 4 << 8
    static let truncate = SQLITE_IOERR | 6 << 8
    static let size = SQLITE_IOERR | 7 << 8
    static let delete = SQLITE_IOERR | 10 << 8
    static let noMemory = SQLITE_IOERR | 12 << 8
    static let indexLock = SQLITE_IOERR | 20 << 8

    /// What was read is not what was written.
    static let altered = SQLITE_IOERR | 32 << 8
}
