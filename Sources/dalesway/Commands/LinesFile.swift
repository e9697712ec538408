// A file that is read from its beginning to its end, a chunk at a time.

import Glibc

/// A file of lines, or standard input.
final class LinesFile {
    private let descriptor: Int32

    /// Opens the file of that name; `-` is standard input.
    ///
    /// - Throws: ``Trouble`` with 66 where it cannot be opened.
    init(_ path: String) throws(Trouble) {
        guard path != "-" else {
            descriptor = STDIN_FILENO
            return
        }
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else {
            throw Trouble(errno == ENOENT ? "there is no such file" : "the file cannot be opened", .noInput)
        }
        var facts = stat()
        if unsafe fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR {
            close(descriptor)
            throw Trouble("a folder cannot be imported", .noInput)
        }
    }

    deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

    /// The next bytes; nil at the end.
    func next() throws(Trouble) -> [UInt8]? {
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                chunk.removeSubrange(count...)
                return chunk
            }
            if count == 0 { return nil }
            if errno != EINTR { throw Trouble("the file cannot be read", .io) }
        }
    }
}
