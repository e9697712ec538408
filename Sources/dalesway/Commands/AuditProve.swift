// The command `audit prove`: a proof to be handed to somebody outside.

import CaseStore
import Cryptography
import Printing

extension Dalesway {
    static let auditProve = Command(
        "audit prove", "Prove that an entry stands in the audit log, or that the log only grew.",
        details: """
            For an entry: a file that proves to whoever holds log.vkey that the entry stands in the log, and nothing of what \
            it concerns; with --with-leaf the file carries the entry too, with its codes and handles. With --since: a \
            request to a witness who holds that checkpoint, with the proof that the log still contains all of it; with \
            --first to one who holds none. A checkpoint that the log does not contain is refused with 74. That a proof \
            was asked for is logged.
            """,
        examples: [
            "dalesway --user dpo audit prove 12 --with-leaf --out entry-12.tlog-proof",
            "dalesway --user dpo audit prove --since held.checkpoint --out request",
        ],
        .optional("entry", "The number of the entry, from 0 on.", as: Int.self),
        .option("since", "The checkpoint that somebody holds.", value: "FILE"),
        .flag("first", "For a witness who holds no checkpoint yet."),
        .flag("with-leaf", "Put the entry itself into the file."),
        .option("out", "The new file to write to; standard output if not said.", value: "FILE")
    ) { (call, entry: Int?, since: String?, first: Bool, withLeaf: Bool, out: String?) in
        guard [entry != nil, since != nil, first].count(where: { $0 }) == 1 else {
            throw Trouble("say one of: the number of an entry, --since FILE, --first", .usage)
        }
        guard entry != nil || !withLeaf else { throw Trouble("--with-leaf goes with the number of an entry", .usage) }
        let held = try since.map { (file: $0, bytes: try SmallFile.checkpoint($0)) }
        let file = try out.map { try NewFile($0) }
        do {
            let proof = try call.signedIn { store in
                if let entry { return try store.prove(leaf: entry, withLeaf: withLeaf) }
                return try store.prove(since: held?.bytes, in: held?.file ?? "")
            }
            try file?.write(proof.file)
            try file?.finish()
            let members: [(String, JSON)] =
                [entry != nil ? ("proof", .text(proof.file)) : ("request", .text(proof.file))]
                + [
                    (entry != nil ? "entry" : "since", .number(proof.from)), ("size", .number(proof.size)),
                    ("checkpoint", .text(proof.note)), ("file", JSON(out)),
                ]
            let words =
                entry != nil
                ? "Entry \(proof.from) of \(proof.size) proven: \(out ?? "")\n"
                : "Request written for the checkpoint of \(proof.size) entries, since \(proof.from): \(out ?? "")\n"
            return Answer(out == nil ? proof.file : words, json: .object(members))
        } catch {
            file?.remove()
            throw error
        }
    }
}
