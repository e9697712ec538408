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

    /// What the system calls a failure, with its number.
    static func words(_ number: Int32) -> String {
        var text = [CChar](repeating: 0, count: 128)
        guard number > 0, unsafe strerror_r(number, &text, text.count) == 0 else { return "system error \(number)" }
        let words = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return "\(words) (system error \(number))"
    }

    /// What our callers are told.
    var error: VaultError {
        if isFull { return .full }
        switch number {
        case EROFS: return .readOnly
        case EACCES, EPERM: return .denied
        case ECHILD: return .busy(holder: "the process that opened it")
        default: return .system(number)
        }
    }
}
