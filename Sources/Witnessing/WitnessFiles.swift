// The files of a witness's folder: read whole, replaced whole, one process at a time.
import Glibc

/// A folder whose files are replaced by rename, when they are safe.
struct WitnessFiles: Sendable {
    let path: String
    /// For tests: told of each step of a change; what it throws stops the program there.
    var watch: (@Sendable (String) throws -> Void)?

    /// How often the lock is tried for, 20 ms apart: another signing takes a moment, and five seconds are many of them.
    var patience = 250

    /// The most bytes that any file of a witness may have.
    private static let most = 1 << 20

    /// Makes the folder, or makes sure that the one that stands is empty.
    func make() throws {
        if unsafe mkdir(path, mode_t(0o700)) == 0 { return }
        guard errno == EEXIST, let names = names(), names.isEmpty else { throw WitnessError.exists }
    }

    /// The names in the folder; nil if it is not there or may not be read.
    func names() -> [String]? {
        guard let folder = unsafe opendir(path) else { return nil }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
                unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Reads a file; nil if there is none.
    func read(_ name: String) throws -> [UInt8]? {
        // Without O_NONBLOCK a pipe laid in a file's place would keep us waiting for ever.
        let handle = unsafe open("\(path)/\(name)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        if handle < 0, errno == ENOENT || errno == ENOTDIR { return nil }
        guard handle >= 0 else { throw trouble("read") }
        defer { close(handle) }
        var about = stat()
        guard unsafe fstat(handle, &about) == 0, about.st_mode & S_IFMT == S_IFREG else {
            throw WitnessError.damaged(file: name)
        }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= Self.most {
            let count = unsafe Glibc.read(handle, &chunk, chunk.count)
            if count == 0 { return bytes }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw trouble("read") }
            bytes += chunk[..<count]
        }
        throw WitnessError.damaged(file: name)
    }

    /// Puts a file in place of the one of its name, and waits until it is safe; whatever happens, one of the two stands.
    func replace(_ name: String, with bytes: [UInt8]) throws {
        let part = "\(path)/\(name).part"
        try watch?("write \(name)")
        let handle = unsafe open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode_t(0o600))
        guard handle >= 0 else { throw trouble("written") }
        defer { close(handle) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe write(handle, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw trouble("written") }
            rest = rest.dropFirst(count)
        }
        guard fsync(handle) == 0 else { throw trouble("written") }
        try watch?("rename \(name)")
        guard unsafe rename(part, "\(path)/\(name)") == 0 else { throw trouble("written") }
        let folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw trouble("written") }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw trouble("written") }
        try watch?("safe \(name)")
    }

    /// Does `body` while no other process does: what is read there is still so when it is replaced.
    func alone<Result>(_ body: () throws -> Result) throws -> Result {
        let handle = unsafe open("\(path)/lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode_t(0o600))
        guard handle >= 0 else { throw trouble("written") }
        // Closing gives the lock back, and so does the end of the process.
        defer { close(handle) }
        for _ in 0..<patience {
            if flock(handle, LOCK_EX | LOCK_NB) == 0 { return try body() }
            guard errno == EWOULDBLOCK || errno == EINTR else { throw trouble("locked") }
            usleep(20_000)
        }
        throw WitnessError.busy
    }

    private func trouble(_ what: String) -> WitnessError {
        if errno == EACCES || errno == EPERM || errno == EROFS { return .denied }
        return .inputOutput(errno == ENOSPC || errno == EDQUOT ? "\(what): the disk is full" : what)
    }
}
