// The command `audit verify`: whether a log is whole, in a store, in an export, or as far as a proof shows.

import AuditLog
import CaseStore
import Cryptography
import Printing

extension Dalesway {
    static let auditVerify = Command(
        "audit verify", "Verify the audit log of the store, an export of it, or a proof.",
        details: """
            Without --export or --proof: every entry of the store's log, its tree, every checkpoint that was kept, and \
            every detail that is still there. With one of them no store is opened and nobody signs in: an export is \
            verified line by line, or that an entry stands in a log. A checkpoint that somebody holds elsewhere is the \
            one thing that shows a log that was rewritten as a whole: name it with --against, and the key that you hold \
            with --key. Everything that is wrong is said in a sentence, with its place; then the code is 74. A file that \
            is not what it should be is 65.
            """,
        examples: [
            "dalesway --user dpo audit verify --against held.checkpoint", "dalesway audit verify --json",
            "dalesway audit verify --export proof --key held.vkey --against held.checkpoint",
            "dalesway audit verify --proof entry-12.tlog-proof --key held.vkey",
        ],
        .repeated("against", "A checkpoint that is held elsewhere.", value: "FILE"),
        .option("export", "The folder that audit export wrote.", value: "DIR"),
        .option("proof", "The file that audit prove wrote.", value: "FILE"),
        .option("key", "The log's key (log.vkey) as you hold it.", value: "FILE"),
        .option("leaf", "The entry that the proof is to prove; without it the one in the proof.", value: "FILE"),
        .repeated("witness", "The key of a witness whose signature is to be looked for.", value: "FILE")
    ) {
        (
            call, against: [String], export: String?, proof: String?, key: String?, leaf: String?, witnesses: [String]
        ) in
        if let export {
            guard proof == nil, leaf == nil else { throw Trouble("--export and --proof are two questions", .usage) }
            return try verifyExport(call, export, key: key, against: against, witnesses: witnesses)
        }
        if let proof {
            guard against.isEmpty else { throw Trouble("--against goes with the store or with --export", .usage) }
            guard let key else {
                throw Trouble("whose log? Name the log's key as you hold it: --key FILE", .usage)
            }
            return try verifyProof(proof, key: key, leaf: leaf, witnesses: witnesses)
        }
        guard key == nil, leaf == nil, witnesses.isEmpty else {
            throw Trouble("--key, --leaf and --witness go with --export or --proof", .usage)
        }
        var held: [(file: String, bytes: [UInt8])] = []
        for path in against { held.append((path, try SmallFile.checkpoint(path))) }
        var meter: (title: String, progress: Progress)?
        defer { meter?.progress.finish() }
        let verdict = try call.signedIn(for: .inspection) { store in
            try store.verifyLog(against: held) { title, done, total in
                if meter?.title != title {
                    meter?.progress.finish()
                    meter = (title, call.progress(title, of: total))
                }
                meter?.progress.reached(done)
            }
        }
        return verdict.answer
    }
}

extension LogVerdict {
    fileprivate var answer: Answer {
        let elsewhere = held > 0 ? ", and \(held) held elsewhere" : ""
        let whole = "The log is whole: \(size) entries, \(checkpoints) checkpoints\(elsewhere).\n"
        let text = faults.isEmpty ? whole : faults.map { $0 + "\n" }.joined()
        return Answer(
            text + "Root: \(root)\n" + witnessed.map(\.words).joined(),
            json: [
                "whole": .flag(faults.isEmpty), "size": .number(size), "root": .text(root),
                "checkpoints": .number(checkpoints), "held": .number(held),
                "witnessed": JSON(witnessed.map(\.json)), "faults": JSON(faults),
                "findings": JSON(findings.map(\.json) + outside.map(\.json)),
            ], exit: faults.isEmpty ? .ok : .io)
    }
}

extension Finding {
    /// The finding for programs.
    fileprivate var json: JSON {
        [
            "kind": .text(fault?.kind.rawValue ?? "store"), "entry": JSON(fault?.leaf), "part": .text(part.rawValue),
            "what": .text(what), "places": JSON(places),
            "count": .number(count), "advice": .text(advice), "sentence": .text(sentence),
        ]
    }
}

extension LogFault {
    /// The fault for programs: its kind, its place and its sentence.
    var json: JSON {
        [
            "kind": .text(kind.rawValue), "file": .text(file), "line": line.map { .number($0) } ?? .null,
            "entry": leaf.map { .number($0) } ?? .null, "field": JSON(field), "sentence": .text(sentence),
        ]
    }
}
