// A small file that may also come in on standard input: what somebody handed over, and another program passes on.

import Glibc

extension SmallFile {
    /// Reads the file of that name; `-` is standard input.
    ///
    /// - Throws: ``Trouble`` with 66 where it cannot be read, with 65 where it is longer than such files are.
    static func readHanded(_ path: String) throws(Trouble) -> [UInt8] {
        guard path == "-" else { return try read(path) }
        let input = try LinesFile(path)
        var bytes: [UInt8] = []
        while let chunk = try input.next() {
            bytes += chunk
            guard bytes.count <= most else { throw Trouble("standard input is longer than such a file is", .data) }
        }
        return bytes
    }
}
