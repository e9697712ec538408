// A small file that somebody handed over: a key, a request, a witness's answer.

import Glibc

/// A file that is read whole.
enum HandedFile {
    /// The bytes of a file; `-` is standard input.
    ///
    /// - Throws: ``Trouble`` with 66 where it cannot be read, 65 where it is longer than `most` bytes.
    static func bytes(_ path: String, most: Int = 1_000_000) throws(Trouble) -> [UInt8] {
        let file: LinesFile
        do {
            file = try LinesFile(path)
        } catch {
            throw Trouble("\(error.sentence): \(path)", error.exit)
        }
        var bytes: [UInt8] = []
        while let chunk = try file.next() {
            bytes += chunk
            guard bytes.count <= most else {
                throw Trouble("the file is too long to be what it should be: \(path)", .data)
            }
        }
        return bytes
    }

    /// The one line of a file.
    static func line(_ path: String) throws(Trouble) -> String {
        var bytes = try bytes(path, most: 10_000)
        if bytes.last == 0x0A { bytes.removeLast() }
        if bytes.last == 0x0D { bytes.removeLast() }
        guard let text = String(validating: bytes, as: UTF8.self), !text.contains("\n") else {
            throw Trouble("the file must hold one line of text: \(path)", .data)
        }
        return text
    }
}
