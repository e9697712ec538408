// The commands `audit witness new`, `sign` and `show`: the other body's side, which needs no store.

import AuditLog
import Cryptography
import Printing
import Witnessing

extension Dalesway {
    static let auditWitnessNew = Command(
        "audit witness new", "Make a witness: a key that signs what another body's log was.",
        details: """
            A witness needs no store and belongs to another body than the log: to the other agency, or to a \
            data-protection officer with a machine of their own. The folder must be new or empty. Hand the verifier key, \
            which stands in the folder as witness.vkey too, to whoever is to check the signatures. The private key is \
            sealed under a passphrase: without it nothing can be signed, and nobody can set another one.
            """,
        examples: ["dalesway audit witness new witness --name witness.example/care"],
        .argument("folder", "The folder of the witness.", as: String.self),
        .required("name", "The witness's name, such as witness.example/care.", as: String.self, value: "NAME"),
        .option("new-passphrase-file", "Read the passphrase from this file.", value: "FILE"),
        .flag("generate", "Generate the passphrase and show it once.")
    ) { (call, path: String, name: String, file: String?, generate: Bool) in
        let passphrase: NewPassphrase
        if file == nil, !generate, call.passphrase.isGiven {
            passphrase = try NewPassphrase(checking: call.passphrase.read(), for: name)
        } else {
            passphrase = try NewPassphrase(for: name, file: file, generate: generate)
        }
        let key = try WitnessFolder.make(at: path, name: name, passphrase: passphrase.secret).verifier.encoded
        let shown = passphrase.generated.map { "Its passphrase, shown this once: \($0)\n" } ?? ""
        return Answer(
            "The witness is made: \(path)\n\(shown)Its verifier key, for whoever checks its signatures:\n\(key)\n",
            json: [
                "witness": .text(name), "key": .text(key), "passphrase": JSON(passphrase.generated),
            ])
    }

    static let auditWitnessSign = Command(
        "audit witness sign", "Sign a log's checkpoint, if the log only grew since the last one.",
        details: """
            The request is a file that the log's keeper makes with audit prove --since, or with --first for a witness that \
            holds nothing of that log yet; then --log names the log's key, which you must have had from its keeper by \
            another way, and trust. What is held is stored before the line is printed: the line goes back to the log's \
            keeper (audit witness take). Nothing is signed where the log was shortened, was rewritten, or went two ways; \
            what proves that is kept in the folder.
            """,
        examples: [
            "dalesway audit witness sign witness request --log log.vkey --out cosignature",
            "dalesway audit witness sign witness request",
        ],
        .argument("folder", "The folder of the witness.", as: String.self),
        .argument("request", "The request; - is standard input.", as: String.self),
        .option("log", "The file with the key of the log, for the first time.", as: String.self, value: "FILE"),
        .option("out", "Write the line to this new file, not to the screen.", as: String.self, value: "FILE")
    ) { (call, path: String, requested: String, log: String?, out: String?) in
        try call.witnessing {
            let folder = try WitnessFolder(at: path)
            let request = try AddCheckpoint(reading: SmallFile.readHanded(requested))
            let trusted = try log.map { try SmallFile.key($0) }
            let signed = try call.judged(request, by: folder, at: path) {
                // Nobody is asked for a passphrase in vain.
                try folder.examine(request, log: trusted, at: call.seconds)
                let secret = try call.passphrase.read("Passphrase of the witness: ")
                let file = try out.map { try NewFile($0) }
                do {
                    let signed = try folder.cosign(request, log: trusted, passphrase: secret) { call.seconds }
                    try file?.write(signed.line + "\n")
                    try file?.finish()
                    return signed
                } catch {
                    file?.remove()
                    throw error
                }
            }
            for record in signed.formerly {
                call.talk.complain(
                    "this witness has known a log with the same key by the name \(record.log.name), up to size "
                        + "\(record.last?.checkpoint.size ?? 0): after a restore a log goes on under a new name. Ask its "
                        + "keeper whether it was restored, and why")
            }
            if signed.emergencies > 0 {
                call.talk.complain(
                    "records were opened in an emergency \(signed.emergencies) "
                        + (signed.emergencies == 1 ? "time" : "times")
                        + " since the checkpoint that was held: ask the log's keeper for the review (audit emergencies)"
                )
            }
            let held = signed.record.last
            let (origin, size) = (signed.record.log.name, held?.checkpoint.size ?? 0)
            let again = signed.isRepeated ? " It was signed before: this is the same line again." : ""
            let text = out == nil ? signed.line : "Signed: \(origin), size \(size).\(again)"
            return Answer(
                text + "\n",
                json: [
                    "cosignature": .text(signed.line), "origin": .text(origin), "size": .number(size),
                    "root": .text(Base64.text(held?.checkpoint.root.bytes ?? [])),
                    "time": .number(Int(clamping: held?.seconds ?? 0)), "repeated": .flag(signed.isRepeated),
                    "emergencies": .number(signed.emergencies),
                    "formerly": JSON(signed.formerly.map(\.log.name)),
                ])
        }
    }

    static let auditWitnessShow = Command(
        "audit witness show", "Show a witness's key and what it holds of each log.",
        details: """
            With --of it prints the checkpoint that the witness holds of one log, with the log's signature and its own: \
            held against the log (audit verify --against) it shows whether the log still is what it was.
            """,
        examples: [
            "dalesway audit witness show witness",
            "dalesway audit witness show witness --of dalesway.invalid/log/0123456789abcdef > held",
        ],
        .argument("folder", "The folder of the witness.", as: String.self),
        .option("of", "Print what is held of this log, as it was signed.", as: String.self, value: "LOG")
    ) { (call, path: String, origin: String?) in
        try call.witnessing {
            let folder = try WitnessFolder(at: path)
            let records = try folder.records()
            if let origin {
                guard let held = records.first(where: { $0.log.name == origin })?.last else {
                    throw Trouble("this witness holds nothing of a log of that name: \(origin)", .data)
                }
                return Answer(held.note.encoded, json: ["checkpoint": .text(held.note.encoded)])
            }
            let rows = records.compactMap { record in
                record.last.map { last in
                    [
                        record.log.name, "size \(last.checkpoint.size)",
                        "signed \(Clock.text(at: Int64(clamping: last.seconds) &* 1000))",
                    ]
                }
            }
            let evidence = folder.evidence.map { "Evidence that a log was rewritten: \(path)/\($0)\n" }.joined()
            let key = folder.verifier.encoded
            return Answer(
                "The witness \(folder.verifier.name)\nIts verifier key: \(key)\n"
                    + (rows.isEmpty ? "It has signed nothing yet.\n" : columns(rows)) + evidence,
                json: [
                    "witness": .text(folder.verifier.name), "key": .text(key),
                    "logs": JSON(records.compactMap(\.json)), "evidence": JSON(folder.evidence.map { "\(path)/\($0)" }),
                ])
        }
    }
}

extension WitnessRecord {
    fileprivate var json: JSON? {
        last.map { last in
            [
                "origin": .text(log.name), "key": .text(log.encoded), "size": .number(last.checkpoint.size),
                "root": .text(Base64.text(last.checkpoint.root.bytes)), "time": .number(Int(clamping: last.seconds)),
                "checkpoint": .text(last.note.encoded),
            ]
        }
    }
}
