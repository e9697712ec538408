// The files that stand beside the encrypted store: the slot file and the count of failed sign-ins.
import Glibc
import KeyRing
import Vault

/// The folder of a store, for the files that are read before its key is known.
struct StoreFolder {
    let path: String
    /// For tests: told of each step by which a file beside the store changes; what it throws stops the program there.
    var watch: Watch?

    /// What a test does at a step of a change.
    typealias Watch = (String) throws -> Void

    var slots: String { "\(path)/slots" }
    /// The slot file's second copy.
    var slotsCopy: String { "\(path)/slots.copy" }
    var nextSlots: String { "\(path)/slots.new" }
    var attempts: String { "\(path)/attempts" }
    var database: String { "\(path)/case.db" }

    func has(_ file: String) -> Bool { unsafe access(file, F_OK) == 0 }

    /// Reads a small file whole.
    ///
    /// Where `first` is given, only so many of its bytes.
    func read(_ file: String, most: Int, first: Int = .max) throws -> [UInt8] {
        // Without O_NONBLOCK a pipe laid in a file's place would keep us waiting for ever.
        let handle = unsafe open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard handle >= 0 else { throw trouble("could not be read") }
        defer { Glibc.close(handle) }
        var about = stat()
        guard unsafe fstat(handle, &about) == 0, about.st_mode & S_IFMT == S_IFREG else {
            throw trouble("could not be read")
        }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= most {
            let count = unsafe Glibc.read(handle, &chunk, chunk.count)
            if count == 0 || bytes.count >= first { return Array(bytes.prefix(first)) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw trouble("could not be read") }
            bytes += chunk[..<count]
        }
        throw StoreError(.damaged, "A file beside the store is too long to be what it should be.")
    }

    /// Takes away what a crash may have left half written of the slot file: it may hold keys that were taken back.
    func removeLeftovers() {
        for file in [slots, slotsCopy, nextSlots].map({ $0 + ".part" }) + [nextSlots] where has(file) { remove(file) }
    }

    /// Writes a small file so that it is either the old one or the new one, whatever happens.
    func replace(_ file: String, with bytes: [UInt8]) throws {
        try write(file + ".part", bytes)
        try rename(file + ".part", to: file)
    }

    /// Writes a file and waits, if it is asked to, until it is safe.
    func write(_ file: String, _ bytes: [UInt8], waiting: Bool = true) throws {
        try watch?("write")
        let handle = unsafe open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode_t(0o600))
        guard handle >= 0 else { throw trouble("could not be written") }
        defer { Glibc.close(handle) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(handle, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw trouble("could not be written") }
            rest = rest.dropFirst(count)
        }
        guard !waiting || fsync(handle) == 0 else { throw trouble("could not be written") }
    }

    /// Gives a file its name; for good, if it is asked to wait.
    func rename(_ file: String, to name: String, waiting: Bool = true) throws {
        try watch?("rename")
        guard unsafe Glibc.rename(file, name) == 0 else { throw trouble("could not be written") }
        guard waiting else { return }
        let handle = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard handle >= 0 else { throw trouble("could not be written") }
        defer { Glibc.close(handle) }
        guard fsync(handle) == 0 else { throw trouble("could not be written") }
    }

    func remove(_ file: String) { _ = unsafe unlink(file) }

    /// Makes the folder, open to its owner alone.
    func make() throws {
        guard unsafe mkdir(path, mode_t(0o700)) == 0 || errno == EEXIST else {
            throw StoreError(.inputOutput, "The folder for the store could not be made.")
        }
    }

    /// Makes the folder and every folder above it that is not there.
    func makeWithParents() throws {
        if unsafe mkdir(path, mode_t(0o700)) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
            throw trouble("could not be written")
        }
        try StoreFolder(path: String(path[..<slash])).makeWithParents()
        try make()
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
        return names
    }

    private func trouble(_ what: StaticString) -> StoreError {
        if errno == ENOSPC || errno == EDQUOT {
            return .diskFull
        }
        if errno == EROFS { return StoreError(VaultError.readOnly) }
        if errno == EACCES || errno == EPERM { return StoreError(VaultError.denied) }
        return StoreError(.inputOutput, "A file beside the store \(what).")
    }
}
