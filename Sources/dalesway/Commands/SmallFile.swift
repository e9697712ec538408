// A file of a few lines that is read whole: a key, a checkpoint, a proof.

import AuditLog
import Glibc

/// A small file, as its bytes.
enum SmallFile {
    /// Longer than any checkpoint, key or proof may be.
    static let most = Note.limits.bytes

    /// Reads the file of that name.
    ///
    /// - Throws: ``Trouble`` with 66 where it cannot be opened, with 65 where it is longer than such files are.
    static func read(_ path: String) throws(Trouble) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else {
            throw Trouble(
                (errno == ENOENT ? "there is no such file: " : "the file cannot be opened: ") + path, .noInput)
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { return bytes }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let isFolder = errno == EISDIR
                throw Trouble(
                    (isFolder ? "this is a folder, not a file: " : "the file cannot be read: ") + path,
                    isFolder ? .noInput : .io)
            }
            bytes += chunk[..<count]
            guard bytes.count <= most else {
                throw Trouble("the file is longer than a key, a checkpoint or a proof: \(path)", .data)
            }
        }
    }

    /// Reads a file that is to be a checkpoint.
    ///
    /// - Throws: ``Trouble`` with 65 where it is none.
    static func checkpoint(_ path: String) throws(Trouble) -> [UInt8] {
        let bytes = try read(path)
        guard SignedCheckpoint.isOne(bytes) else { throw Trouble("this is not a checkpoint: \(path)", .data) }
        return bytes
    }

    /// Reads a file that is to be the public key of a log or of a witness.
    ///
    /// - Throws: ``Trouble`` with 65 where it is none, or a key of the other kind.
    static func key(_ path: String, _ kind: NoteVerifier.Kind = .log) throws(Trouble) -> NoteVerifier {
        let bytes = try read(path)
        let line = bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...]
        guard let text = String(validating: line, as: UTF8.self), let key = try? NoteVerifier(reading: text) else {
            throw Trouble("this is not a verifier key, or it does not match its own fingerprint: \(path)", .data)
        }
        guard key.kind == kind else {
            throw Trouble(
                "this is the key of a \(key.kind == .log ? "log" : "witness"), not of a "
                    + "\(kind == .log ? "log" : "witness"): \(path)", .data)
        }
        return key
    }
}
