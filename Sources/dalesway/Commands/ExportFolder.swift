// The folder that `audit export` wrote, as its files.

import Glibc

/// The names of an export's files, as they lie there.
struct ExportFolder {
    /// A checkpoint's file and the size that it is named for.
    struct Kept {
        let name: String
        let size: Int
    }

    let path: String
    /// The checkpoints that are named for a size, those of former names too, the smallest first.
    let kept: [Kept]
    /// The keys of the names that the log had before restores, oldest first.
    let formerKeys: [String]

    static let log = "log.jsonl", newest = "checkpoint", key = "log.vkey"

    /// Looks into the folder.
    ///
    /// - Throws: ``Trouble`` with 66 where there is none.
    init(_ path: String) throws(Trouble) {
        self.path = path
        guard let names = Self.names(path) else { throw Trouble("there is no such folder: \(path)", .noInput) }
        var kept = names.compactMap { Self.size($0).map { Kept(name: $0.name, size: $0.size) } }
        let former = names.compactMap { name -> (Int, String)? in
            name.hasPrefix("before-restore-") ? Int(name.dropFirst(15)).map { ($0, name) } : nil
        }.sorted { $0.0 < $1.0 }.map(\.1)
        for folder in former {
            for name in Self.names("\(path)/\(folder)") ?? [] {
                if let size = Self.size(name) { kept.append(Kept(name: "\(folder)/\(size.name)", size: size.size)) }
            }
        }
        self.kept = kept.sorted { ($0.size, $0.name) < ($1.size, $1.name) }
        formerKeys = former.map { "\($0)/\(Self.key)" }
    }

    /// The path of a file of the export.
    func file(_ name: String) -> String { "\(path)/\(name)" }

    private static func size(_ name: String) -> (name: String, size: Int)? {
        guard name.hasPrefix("checkpoint."), let size = Int(name.dropFirst(11)), size >= 0 else { return nil }
        return (name, size)
    }

    private static func names(_ path: String) -> [String]? {
        guard let folder = unsafe opendir(path) else { return nil }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
                unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
