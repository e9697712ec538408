// The commands `audit verify` and `audit checkpoint`: whether the log is whole, and what it is now.

import CaseStore
import Printing

extension Dalesway {
    static let auditVerify = Command(
        "audit verify", "Verify the audit log: every entry, and every checkpoint that was signed.",
        details: "Everything that is wrong is said in a sentence; then the code is 74.",
        examples: ["dalesway --user dpo audit verify", "dalesway audit verify --json"]
    ) { call in
        let meter = call.progress("entries verified")
        let verdict = try call.signedIn(for: .inspection) { try $0.verifyLog { done, _ in meter.reached(done) } }
        meter.finish()
        let whole = "The log is whole: \(verdict.size) entries, \(verdict.checkpoints) checkpoints.\n"
        let text = verdict.faults.isEmpty ? whole : verdict.faults.map { $0 + "\n" }.joined()
        return Answer(
            text + "Root: \(verdict.root)\n" + verdict.witnessed.map(\.words).joined(),
            json: [
                "whole": .flag(verdict.faults.isEmpty), "size": .number(verdict.size), "root": .text(verdict.root),
                "checkpoints": .number(verdict.checkpoints), "witnessed": JSON(verdict.witnessed.map(\.json)),
                "faults": JSON(verdict.faults),
            ], exit: verdict.faults.isEmpty ? .ok : .io)
    }

    static let auditCheckpoint = Command(
        "audit checkpoint", "Sign what the audit log is now, and print it.",
        details: "Give the note to somebody outside: against it the log can never be shortened or changed unseen.",
        examples: ["dalesway --user dpo audit checkpoint", "dalesway audit checkpoint --json"]
    ) { call in
        let note = try call.signedIn { try $0.checkpoint() }
        return Answer(note.hasSuffix("\n") ? note : note + "\n", json: ["checkpoint": .text(note)])
    }
}
