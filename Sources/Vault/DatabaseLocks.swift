// SQLite's locks on the database file, among the connections of this process.
import CSQLite

/// Who holds which lock on the database.
///
/// Other processes are kept out by ``StoreLock``.
struct DatabaseLocks {
    private var shared = 0
    private var isReserved = false
    private var isExclusive = false

    /// Raises a holder's lock from `held` to `wanted`; answers SQLite's result code.
    mutating func raise(from held: Int32, to wanted: Int32) -> Int32 {
        guard wanted > held else { return SQLITE_OK }
        if held == SQLITE_LOCK_NONE {
            guard !isExclusive else { return SQLITE_BUSY }
            shared += 1
        }
        guard wanted > SQLITE_LOCK_SHARED else { return SQLITE_OK }
        let mayReserve = held >= SQLITE_LOCK_RESERVED || !isReserved
        let mayExclude = wanted < SQLITE_LOCK_EXCLUSIVE || shared == 1
        guard mayReserve, mayExclude else {
            if held == SQLITE_LOCK_NONE { shared -= 1 }
            return SQLITE_BUSY
        }
        isReserved = true
        if wanted == SQLITE_LOCK_EXCLUSIVE { isExclusive = true }
        return SQLITE_OK
    }

    /// Lowers a holder's lock from `held` to `wanted`, which is shared or none.
    mutating func lower(from held: Int32, to wanted: Int32) {
        guard wanted < held else { return }
        if held >= SQLITE_LOCK_RESERVED { isReserved = false }
        if held == SQLITE_LOCK_EXCLUSIVE { isExclusive = false }
        if wanted == SQLITE_LOCK_NONE { shared -= 1 }
    }

    /// Whether somebody is about to write.
    var isAnyReserved: Bool { isReserved }
}
