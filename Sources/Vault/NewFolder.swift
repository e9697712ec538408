// A folder of copies that appears under its name whole or not at all.
import CSQLite
import Glibc

/// A folder that is being filled beside its place, as `NAME.part`, and then takes it.
///
/// Whatever happens before ``finish()``, nothing lies under the name. Dropping it unfinished takes the part away.
package final class NewFolder {
    /// The name it will have.
    package let path: String
    private let mishaps: Mishaps?
    private var isStanding = true

    /// The files that a copy of a store may hold: a part with anything else in it is not ours to take away.
    private static let known: Set<String> = [
        Layout.databaseName, Layout.databaseName + "-new", Layout.logName, Layout.lockName, "slots", "slots.copy",
        "slots.new", "slots.part", "slots.copy.part", "slots.new.part", "attempts", "attempts.part", "manifest",
        "checkpoint", "reserve",
    ]

    /// Begins the folder; a part that a killed process left behind is taken away.
    ///
    /// Throws ``VaultError/alreadyThere`` if anything has that name, unless it `mayStand` to be moved aside at the end.
    package init(_ path: String, mayStand: Bool = false, mishaps: Mishaps? = nil) throws {
        self.path = path.hasSuffix("/") ? String(path.dropLast()) : path
        self.mishaps = mishaps
        do {
            guard mayStand || !Self.isAnything(self.path) else { throw VaultError.alreadyThere }
            if Self.isAnything(part) { try Self.remove(part) }
            guard unsafe mkdir(part, mode_t(0o700)) == 0 else { throw SystemFailure.last }
        } catch let failure as SystemFailure { throw failure.error }
    }

    deinit {
        if isStanding { try? Self.remove(part) }
    }

    /// Where it is being filled.
    package var part: String { path + ".part" }

    /// Where a file of it is being written.
    package func file(_ name: String) -> String { "\(part)/\(name)" }

    /// Writes a file and waits until it is safe.
    package func write(_ name: String, _ bytes: [UInt8]) throws {
        do {
            let file = try RawFile(file(name), O_RDWR | O_CREAT | O_EXCL, mishaps: mishaps)
            try file.write(bytes, at: 0)
            try file.sync()
        } catch let failure as SystemFailure { throw failure.error }
    }

    /// Copies the file `source`, waits until the copy is safe, and answers what was copied.
    ///
    /// `progress` is told how many bytes are done, of how many.
    @discardableResult package func copy(
        _ source: String, as name: String, progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> FileDigest {
        do {
            let target = try RawFile(file(name), O_RDWR | O_CREAT | O_EXCL, mishaps: mishaps)
            let copied = try FileDigest(of: source, progress: progress) { bytes, place in
                try target.write(bytes, at: place)
            }
            try target.sync()
            return copied
        } catch let failure as SystemFailure { throw failure.error }
    }

    /// Gives the folder its name for good.
    ///
    /// Throws ``VaultError/alreadyThere`` if something has that name by now.
    package func finish() throws { try take(path) }

    /// Puts the folder in the place of a store that stands there, which is moved to `aside` as it is.
    ///
    /// At every moment there is one of the two under the name. Waits at most `seconds` for a process that has the store
    /// open. Throws ``VaultError/alreadyThere`` if something has the name `aside`.
    package func finish(movingAside aside: String, wait seconds: Double = 5) throws {
        do {
            let lock = try StoreLock("\(path)/\(Layout.lockName)", wait: seconds)
            defer { _ = consume lock }
            // Under the name of the other first: then one exchange is all that is left, and nothing ours is called a part.
            try take(aside)
            do { try mishaps?.meet(.rename) } catch {
                try? Self.remove(aside)
                throw error
            }
            if unsafe dw_rename(aside, path, 2) != 0 {  // exchange
                guard errno == EINVAL || errno == ENOSYS else {
                    let failure = SystemFailure.last
                    try? Self.remove(aside)
                    throw failure
                }
                // This file system cannot exchange; for a moment there is nothing under the name.
                guard unsafe rename(aside, part) == 0, unsafe rename(path, aside) == 0, unsafe rename(part, path) == 0
                else { throw SystemFailure.last }
            }
            try RawFile.syncFolder(Self.parent(of: path), mishaps: mishaps)
        } catch let failure as SystemFailure { throw failure.error }
    }

    private func take(_ name: String) throws {
        do {
            try RawFile.syncFolder(part, mishaps: mishaps)
            try mishaps?.meet(.rename)
            if unsafe dw_rename(part, name, 1) != 0 {  // never over another
                if errno == EEXIST || Self.isAnything(name) { throw VaultError.alreadyThere }
                guard errno == EINVAL || errno == ENOSYS else { throw SystemFailure.last }
                guard unsafe rename(part, name) == 0 else { throw SystemFailure.last }
            }
            isStanding = false
            try RawFile.syncFolder(Self.parent(of: name), mishaps: mishaps)
        } catch let failure as SystemFailure { throw failure.error }
    }

    /// Takes a folder of copies away; throws ``VaultError/alreadyThere`` if it holds anything that is none.
    package static func remove(_ path: String) throws {
        guard let folder = unsafe opendir(path) else { throw VaultError.alreadyThere }
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            names.append(
                unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
                    unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
                })
        }
        unsafe closedir(folder)
        names.removeAll { $0 == "." || $0 == ".." }
        guard known.isSuperset(of: names) else { throw VaultError.alreadyThere }
        for name in names { unsafe unlink("\(path)/\(name)") }
        guard unsafe rmdir(path) == 0 else { throw SystemFailure.last.error }
    }

    /// Whether anything has that name, a broken link too.
    package static func isAnything(_ path: String) -> Bool {
        var status = stat()
        return unsafe lstat(path, &status) == 0
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
