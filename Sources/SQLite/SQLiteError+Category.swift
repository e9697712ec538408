// Which of SQLite's result codes belong to which kind of refusal.
import CSQLite

extension SQLiteError.Category {
    init(code: Int32) {
        switch code {
        case 2067, 1555, 2579: self = .unique  // SQLITE_CONSTRAINT_UNIQUE, _PRIMARYKEY, _ROWID
        case 787: self = .foreignKey  // SQLITE_CONSTRAINT_FOREIGNKEY
        case 275: self = .check  // SQLITE_CONSTRAINT_CHECK
        default: self.init(primary: code & 0xff)
        }
    }

    private init(primary: Int32) {
        switch primary {
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: self = .busy
        case SQLITE_FULL: self = .full
        case SQLITE_IOERR: self = .inputOutput
        case SQLITE_CORRUPT: self = .corrupt
        case SQLITE_NOTADB: self = .notADatabase
        case SQLITE_CONSTRAINT, SQLITE_MISMATCH: self = .constraint
        case SQLITE_READONLY, SQLITE_PERM: self = .readOnly
        case SQLITE_INTERRUPT, SQLITE_ABORT: self = .interrupted
        case SQLITE_NOMEM: self = .outOfMemory
        case SQLITE_TOOBIG: self = .tooBig
        case SQLITE_CANTOPEN: self = .cannotOpen
        case SQLITE_AUTH: self = .refused
        case SQLITE_MISUSE, SQLITE_RANGE: self = .misuse
        default: self = .other
        }
    }
}
