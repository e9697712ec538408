// How long a file is, and the hash of what it holds.
package import Cryptography
import Glibc

/// The length and the SHA-256 of a file.
package struct FileDigest: Hashable, Sendable {
    /// In bytes.
    package let size: Int
    /// The SHA-256 of all of them.
    package let hash: Digest

    /// Names the length and hash that a file ought to have.
    package init(size: Int, hash: Digest) { (self.size, self.hash) = (size, hash) }

    /// Reads the whole of the file at `path`; `progress` is told how many bytes are done, of how many.
    ///
    /// Throws ``VaultError``, ``VaultError/missing`` if there is no such file.
    package init(of path: String, progress: (Int, Int) -> Void = { _, _ in }) throws {
        do {
            try self.init(of: path, progress: progress) { _, _ in }
        } catch let failure as SystemFailure { throw failure.error }
    }

    /// Reads the whole of the file and hands each piece on with its place.
    init(of path: String, progress: (Int, Int) -> Void, each: ([UInt8], Int) throws -> Void) throws {
        guard RawFile.exists(path) else { throw VaultError.missing }
        let file = try RawFile(path, O_RDONLY | O_NONBLOCK)
        var hash = try SHA256()
        var done = 0
        let whole = try file.size()
        while true {
            let piece = try file.read(1 << 20, at: done)
            guard !piece.isEmpty else { break }
            try hash.update(piece)
            try each(piece, done)
            done += piece.count
            progress(done, max(done, whole))
        }
        size = done
        self.hash = try hash.finish()
    }
}
