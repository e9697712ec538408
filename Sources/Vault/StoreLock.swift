// One process at a time: the lock file of a store.
import Glibc

/// The right of this process to use a store.
///
/// Given back when dropped, and by the system if the process dies.
final class StoreLock: Sendable {
    private let descriptor: Int32
    private let process = getpid()

    /// Takes the lock file at `path`, waiting at most `seconds` for another process to let go.
    ///
    /// Throws ``VaultError/busy(holder:)`` with what the holder wrote of itself.
    init(_ path: String, wait seconds: Double) throws {
        let end = Self.now + seconds
        while true {
            let opened = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode_t(0o600))
            guard opened >= 0 else { throw SystemFailure.last.error }
            if flock(opened, LOCK_EX | LOCK_NB) == 0 {
                // Somebody may have put another file in its place while we waited: then two would hold a lock.
                if Self.isSame(opened, path) {
                    descriptor = opened
                    break
                }
            } else if Self.now >= end {
                let holder = Self.words(in: opened)
                close(opened)
                throw VaultError.busy(holder: holder)
            }
            close(opened)
            usleep(20_000)
        }
        Self.write("process \(getpid())\n", to: descriptor)
    }

    deinit {
        // A forked process has a copy, which is not its to give back; nor does its copy keep the lock from others.
        if getpid() == process {
            ftruncate(descriptor, 0)
            flock(descriptor, LOCK_UN)
        }
        close(descriptor)
    }

    /// Seconds by the clock that only goes forward, from no particular beginning.
    private static var now: Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
        var (mine, named) = (stat(), stat())
        guard unsafe fstat(descriptor, &mine) == 0, unsafe stat(path, &named) == 0 else { return false }
        return mine.st_ino == named.st_ino && mine.st_dev == named.st_dev
    }

    /// What a holder wrote of itself, as far as it is a few plain words: the file is anybody's who may write the folder.
    private static func words(in descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = unsafe bytes.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, $0.count, 0) }
        let plain = bytes.prefix(max(0, count)).prefix { $0 != UInt8(ascii: "\n") }
        let isPlain = plain.allSatisfy { UInt8(ascii: " ")...UInt8(ascii: "~") ~= $0 }
        return plain.isEmpty || !isPlain ? "another process" : String(decoding: plain, as: UTF8.self)
    }

    private static func write(_ words: String, to descriptor: Int32) {
        let bytes = Array(words.utf8)
        ftruncate(descriptor, 0)
        unsafe bytes.withUnsafeBytes { _ = unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }
}
