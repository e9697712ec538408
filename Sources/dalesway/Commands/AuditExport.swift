// The command `audit export`: the log for a verifier elsewhere.

import CaseStore
import Glibc
import Printing

extension Dalesway {
    static let auditExport = Command(
        "audit export", "Write the audit log to a folder, for another program to verify.",
        details: """
            Writes log.jsonl, the newest checkpoint, each earlier checkpoint that was kept, and the key that signed \
            them. Of a log that went on under a new name after a restore, the checkpoints of each former name stand in a \
            folder of their own with the key for that name. The folder must be new or empty.
            """,
        examples: ["dalesway --user dpo audit export proof"],
        .argument("folder", "The folder to write to.", as: String.self)
    ) { call, folder in
        try makeFolder(folder)
        let meter = call.progress("entries written")
        var files: [String: NewFile] = [:]
        do {
            let (entries, signed) = try call.signedIn { store in
                var written = 0
                let entries = try store.exportLog { name, chunk in
                    if let slash = name.firstIndex(of: "/") {
                        _ = unsafe mkdir("\(folder)/\(name[..<slash])", 0o700)
                    }
                    let file = try files[name] ?? NewFile("\(folder)/\(name)")
                    files[name] = file
                    try file.write(chunk)
                    written += 1
                    meter.reached(written)
                }
                return (entries, store.disclosed)
            }
            meter.finish()
            for file in files.values { try file.finish() }
            let names = files.keys.sorted()
            let notes = names.count { $0.contains("checkpoint") }
            return Answer(
                "\(entries) entries written, with \(notes) checkpoints and the key that signed them.\n"
                    + Call.words(ofDisclosure: signed),
                json: ["entries": .number(entries), "files": JSON(names), "checkpoint": JSON(signed)])
        } catch {
            for file in files.values { file.remove() }
            throw error
        }
    }

    /// Makes the folder, or makes sure that the one that stands is empty.
    static func makeFolder(_ path: String) throws(Trouble) {
        if unsafe mkdir(path, 0o700) == 0 { return }
        guard errno == EEXIST else { throw Trouble("the folder cannot be made: \(path)", .cannotCreate) }
        guard let listing = unsafe opendir(path) else {
            throw Trouble("there is something else of that name: \(path)", .cannotCreate)
        }
        defer { unsafe closedir(listing) }
        var count = 0
        while unsafe readdir(listing) != nil { count += 1 }
        // Every folder lists itself and the one above it.
        guard count <= 2 else { throw Trouble("the folder holds files already: \(path)", .cannotCreate) }
    }
}
