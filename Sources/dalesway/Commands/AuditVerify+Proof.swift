// `audit verify --proof`: whether an entry stands in a log, as whoever holds the log's key can tell.

import AuditLog
import Cryptography
import Printing

extension Dalesway {
    static func verifyProof(
        _ path: String, key: String, leaf: String?, witnesses: [String]
    ) throws -> Answer {
        let log = try SmallFile.key(key)
        var known: [NoteVerifier] = []
        for path in witnesses { known.append(try SmallFile.key(path, .witness)) }
        guard let proof = try? ProofFile(reading: SmallFile.read(path)) else {
            _ = try SmallFile.read(path)
            throw Trouble("this is not a proof of an entry: \(path)", .data)
        }
        let said = try leaf.map { path throws(Trouble) in try SmallFile.read(path) }
        guard let bytes = said ?? proof.leaf else {
            throw Trouble("which entry? The proof does not carry it: --leaf FILE", .usage)
        }
        do {
            let signed = try SignedCheckpoint(reading: Array(proof.note.encoded.utf8), in: path, witnesses: known) {
                $0 == log.name ? log : nil
            }
            let entry = try proof.entry(bytes, in: path, log: log)
            return answer(proof, signed, entry)
        } catch let fault as LogFault {
            return Answer(
                fault.sentence + "\n",
                json: ["proved": false, "faults": JSON([fault.sentence]), "findings": JSON([fault.json])], exit: .io)
        }
    }

    private static func answer(_ proof: ProofFile, _ signed: SignedCheckpoint, _ entry: Leaf) -> Answer {
        let (checkpoint, time) = (signed.checkpoint, Clock.text(at: entry.at))
        let witnesses = signed.signers.compactMap { signer in signer.seconds.map { (signer.key.name, $0) } }
        let why = entry.why.map { ", \($0)" } ?? ""
        var lines = [
            "Entry \(proof.index) stands in the log, when that had \(checkpoint.size) entries.",
            "Log: \(checkpoint.origin)", "Root: \(Base64.text(checkpoint.root.bytes))",
            "Entry: \(time) \(entry.verb.rawValue) by \(entry.actor)\(why)",
        ]
        for (name, seconds) in witnesses {
            lines.append("Witness: \(name) saw it at \(Clock.text(at: Int64(seconds) * 1_000)).")
        }
        let text = lines.map { $0 + "\n" }.joined()
        return Answer(
            text,
            json: [
                "proved": true, "entry": .number(proof.index), "size": .number(checkpoint.size),
                "origin": .text(checkpoint.origin), "root": .text(Base64.text(checkpoint.root.bytes)),
                "leaf": [
                    "at": .number(Int(entry.at)), "time": .text(time), "verb": .text(entry.verb.rawValue),
                    "actor": .text(entry.actor), "why": JSON(entry.why),
                ],
                "cosigned": JSON(
                    witnesses.map { name, seconds -> JSON in
                        ["witness": .text(name), "seconds": .number(Int(seconds))]
                    }), "faults": JSON([String]()), "findings": JSON([JSON]()),
            ])
    }
}
