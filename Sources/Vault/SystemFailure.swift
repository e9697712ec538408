// What the operating system refused.
import CSQLite
import Glibc

/// A refusal of the operating system, by its number.
struct SystemFailure: Error, Hashable {
    let number: Int32

    /// The failure that the last call left behind.
    static var last: SystemFailure { SystemFailure(number: errno) }

    /// The file is another process's, from which this one was forked; not a number that a file operation gives.
    static let forked = SystemFailure(number: ECHILD)

    /// Whether there was no room.
    var isFull: Bool { number == ENOSPC || number == EDQUOT || number == EFBIG }

    /// What SQLite is told: that the disk is full, or `code`.
    func code(_ code: Int32) -> Int32 { isFull ? SQLITE_FULL : code }

    /// What our callers are told.
    var error: VaultError {
        if isFull { return .full }
        switch number {
        case EACCES, EPERM, EROFS: return .denied
        case ECHILD: return .busy(holder: "the process that opened it")
        default: return .system(number)
        }
    }
}
