// The files that stand beside the encrypted store: the slot file and the count of failed sign-ins.
import Glibc
import KeyRing

/// The folder of a store, for the files that are read before its key is known.
struct StoreFolder {
    let path: String

    var slots: String { "\(path)/slots" }
    var nextSlots: String { "\(path)/slots.new" }
    var attempts: String { "\(path)/attempts" }
    var database: String { "\(path)/case.db" }

    func has(_ file: String) -> Bool { unsafe access(file, F_OK) == 0 }

    /// Reads a small file whole.
    func read(_ file: String, most: Int) throws -> [UInt8] {
        let handle = unsafe open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard handle >= 0 else { throw trouble("could not be read") }
        defer { Glibc.close(handle) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= most {
            let count = unsafe Glibc.read(handle, &chunk, chunk.count)
            if count == 0 { return bytes }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw trouble("could not be read") }
            bytes += chunk[..<count]
        }
        throw StoreError(.damaged, "A file beside the store is too long to be what it should be.")
    }

    /// Writes a small file so that it is either the old one or the new one, whatever happens.
    func replace(_ file: String, with bytes: [UInt8]) throws {
        try write(file + ".part", bytes)
        try rename(file + ".part", to: file)
    }

    /// Writes a file and waits until it is safe.
    func write(_ file: String, _ bytes: [UInt8]) throws {
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
        guard fsync(handle) == 0 else { throw trouble("could not be written") }
    }

    /// Gives a file its name for good.
    func rename(_ file: String, to name: String) throws {
        guard unsafe Glibc.rename(file, name) == 0 else { throw trouble("could not be written") }
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

    private func trouble(_ what: StaticString) -> StoreError {
        if errno == ENOSPC || errno == EDQUOT {
            return StoreError(.inputOutput, "The disk is full; nothing was changed.")
        }
        if errno == EACCES || errno == EPERM {
            return StoreError(.notPermitted, "This account may not use the store's files.")
        }
        return StoreError(.inputOutput, "A file beside the store \(what).")
    }
}
