// A file that an answer is written to, made for its owner's eyes alone.

import Glibc

/// A new file, open for writing; it never takes the place of one that stands.
final class NewFile {
    let path: String
    private var descriptor: Int32
    private var waiting: [UInt8] = []

    /// Makes the file with mode 0600.
    ///
    /// - Throws: ``Trouble`` with 73 where there is one already, or none can be made.
    init(_ path: String) throws(Trouble) {
        self.path = path
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            let words = errno == EEXIST ? "there is a file of that name already" : "the file cannot be made"
            throw Trouble("\(words): \(path)", .cannotCreate)
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Writes text at the end.
    func write(_ text: String) throws(Trouble) { try write(bytes: text.utf8) }

    /// Writes bytes at the end.
    func write(bytes: some Sequence<UInt8>) throws(Trouble) {
        waiting += bytes
        if waiting.count >= 1 << 16 { try drain() }
    }

    /// Makes sure that everything lies on the disk, and lets go.
    func finish() throws(Trouble) {
        try drain()
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw trouble() }
        close(descriptor)
        descriptor = -1
    }

    /// Takes the file away again.
    func remove() { _ = unsafe unlink(path) }

    private func drain() throws(Trouble) {
        var rest = waiting[...]
        waiting = []
        while !rest.isEmpty {
            let written = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written > 0 {
                rest = rest.dropFirst(written)
            } else if errno != EINTR {
                throw trouble()
            }
        }
    }

    private func trouble() -> Trouble {
        let full = errno == ENOSPC || errno == EDQUOT
        return Trouble(full ? "the file cannot be written: the disk is full" : "the file cannot be written", .io)
    }
}
