// The command `audit witness take`: a witness's signature comes home to the log.

import AuditLog
import CaseStore
import Printing

extension Dalesway {
    static let auditWitnessTake = Command(
        "audit witness take", "Take a witness's signature under the checkpoint that it is over.",
        details: """
            The signature is checked, and from then on goes wherever that checkpoint goes: into audit export, and under \
            proofs. The first time --key names the file with the witness's key, which you must have had from the witness by \
            another way: from then on the store trusts it, and the log says who decided so.
            """,
        examples: [
            "dalesway --user dpo audit witness take cosignature --key witness.vkey",
            "dalesway --user dpo audit witness take cosignature",
        ],
        .argument("answer", "The file that the witness sent; - is standard input.", as: String.self),
        .option("key", "The file with the witness's key, for the first time.", as: String.self, value: "FILE")
    ) { (call, answer: String, key: String?) in
        try call.witnessing {
            let lines = try Cosignatures(reading: SmallFile.readHanded(answer))
            let named = try key.map { try SmallFile.key($0, .witness) }
            let taken = try call.signedIn { try $0.take(lines, trusting: named) }
            return Answer(
                taken.map(\.words).joined(),
                json: ["taken": JSON(taken.map(\.json))])
        }
    }
}

extension Dalesway {
    static let auditWitnessDistrust = Command(
        "audit witness distrust", "Trust a witness's key no longer.",
        details: """
            For a key that was lost, or that somebody else may have. Its signatures stay where they stand and count for \
            nothing from then on; the log says who decided so.
            """,
        examples: ["dalesway --user dpo audit witness distrust witness.example/care"],
        .argument("witness", "The witness's name, or its whole key where two have the name.", as: String.self)
    ) { call, witness in
        try call.signedIn { try $0.distrust(witness) }
        return Answer("\(witness) is trusted no longer.\n", json: ["distrusted": .text(witness)])
    }
}

extension Witnessed {
    /// One sentence: who signed what, and when.
    var words: String {
        let when = Clock.text(at: Int64(clamping: seconds) &* 1000)
        return "\(witness) signed size \(size) of the log at \(when)\(isKnown ? "; the store has it already" : "").\n"
    }

    /// The same for programs; `time` in seconds of UTC since 1970.
    var json: JSON {
        [
            "witness": .text(witness), "size": .number(size), "time": .number(Int(clamping: seconds)),
            "known": .flag(isKnown), "checkpoint": .text(note),
        ]
    }
}
