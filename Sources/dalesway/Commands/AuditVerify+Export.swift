// `audit verify --export`: an exported log, verified by whoever holds it, without a store.

import AuditLog
import Cryptography
import Printing

extension Dalesway {
    static func verifyExport(
        _ call: Call, _ path: String, key: String?, against: [String], witnesses: [String]
    ) throws -> Answer {
        let folder = try ExportFolder(path)
        let trusted = try key.map { path throws(Trouble) in try SmallFile.key(path) }
        var keys = [(ExportFolder.key, try SmallFile.key(folder.file(ExportFolder.key)))]
        for name in folder.formerKeys { keys.append((name, try SmallFile.key(folder.file(name)))) }
        var known: [NoteVerifier] = []
        for path in witnesses { known.append(try SmallFile.key(path, .witness)) }
        var held: [(file: String, bytes: [UInt8])] = []
        for path in against { held.append((path, try SmallFile.checkpoint(path))) }
        let lines = try LinesFile(folder.file(ExportFolder.log))
        let newest = try SmallFile.read(folder.file(ExportFolder.newest))

        var verifier = try ExportVerifier(of: ExportFolder.log, keys: keys, trusted: trusted, witnesses: known)
        verifier.take(checkpoint: newest, in: ExportFolder.newest, as: .newest)
        for kept in folder.kept {
            verifier.take(checkpoint: try SmallFile.read(folder.file(kept.name)), in: kept.name, as: .kept(kept.size))
        }
        for (file, bytes) in held { verifier.take(checkpoint: bytes, in: file, as: .held) }
        let meter = call.progress("entries verified")
        defer { meter.finish() }
        while let chunk = try lines.next() {
            try verifier.take(chunk)
            meter.reached(verifier.lineCount)
        }
        let verdict = try verifier.finish()
        var notes: [String] = []
        if key == nil { notes.append("the key is the export's own; compare it with one that you hold: --key FILE") }
        if against.isEmpty {
            notes.append(
                "nothing that you hold was compared: a log that was rewritten as a whole shows only so: --against FILE")
        }
        return verdict.answer(origin: keys[0].1.name, notes: notes)
    }
}

extension ExportVerdict {
    fileprivate func answer(origin: String, notes: [String]) -> Answer {
        let isWhole = faults.isEmpty
        let elsewhere = held > 0 ? ", \(held) of them held elsewhere" : ""
        var lines =
            isWhole
            ? ["The log is whole: \(size) entries, \(checkpoints) checkpoints\(elsewhere)."] : faults.map(\.sentence)
        if moreFaults > 0 { lines.append("And \(moreFaults) more faults.") }
        if prunedCount > 0 {
            lines.append(
                "\(prunedCount) of the entries were destroyed at the end of their time: only their hashes stand.")
        }
        lines.append("Log: \(origin)")
        if let root { lines.append("Root: \(Base64.text(root.bytes))") }
        for (witness, size, seconds) in cosigned {
            lines.append("Witness: \(witness) saw \(size) entries at \(Clock.text(at: Int64(seconds) * 1_000)).")
        }
        lines += notes.map { "Note: \($0)." }
        let text = lines.map { $0 + "\n" }.joined()
        return Answer(
            text,
            json: [
                "whole": .flag(isWhole), "origin": .text(origin), "size": .number(size),
                "root": JSON(root.map { Base64.text($0.bytes) }), "pruned": .number(prunedCount),
                "checkpoints": .number(checkpoints), "held": .number(held),
                "cosigned": JSON(
                    cosigned.map { cosigned -> JSON in
                        [
                            "witness": .text(cosigned.witness), "size": .number(cosigned.size),
                            "seconds": .number(Int(cosigned.seconds)),
                        ]
                    }), "faults": JSON(faults.map(\.sentence)), "findings": JSON(faults.map(\.json)),
                "more": .number(moreFaults), "notes": JSON(notes),
            ], exit: isWhole ? .ok : .io)
    }
}
