// The files of a pack, with the hash of each.

import Cryptography
import Glibc
import Printing

/// A folder that is written file by file, and then given the list of its files' hashes.
final class PackFolder {
    /// The list, in the form that `sha256sum -c` reads.
    static let sums = "SHA256SUMS"

    private let path: String
    private var files: [String: NewFile] = [:]
    private var hashes: [String: Hashing] = [:]

    /// A hash on its way.
    private final class Hashing {
        var hash: SHA256

        init() throws { hash = try SHA256() }
    }

    init(_ path: String) { self.path = path }

    /// Writes text at the end of a file, which is made for it.
    func write(_ name: String, _ text: String) throws {
        if files[name] == nil {
            if let slash = name.firstIndex(of: "/") { _ = unsafe mkdir("\(path)/\(name[..<slash])", 0o700) }
            files[name] = try NewFile("\(path)/\(name)")
            hashes[name] = try Hashing()
        }
        try files[name]?.write(text)
        try hashes[name]?.hash.update(Array(text.utf8))
    }

    /// Writes the list of hashes, and makes sure that everything lies on the disk; answers the names.
    func finish() throws -> [String] {
        let names = files.keys.sorted()
        var list = ""
        for name in names {
            guard let digest = try hashes[name]?.hash.finish() else { continue }
            list += "\(Hexadecimal.text(digest.bytes))  \(name)\n"
        }
        try write(Self.sums, list)
        for file in files.values { try file.finish() }
        return names + [Self.sums]
    }

    /// Takes the files away again.
    func remove() { for file in files.values { file.remove() } }
}
