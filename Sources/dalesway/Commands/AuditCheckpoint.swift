// The command `audit checkpoint`: what the log is now, signed.

import CaseStore
import Printing

extension Dalesway {
    static let auditCheckpoint = Command(
        "audit checkpoint", "Sign what the audit log is now, and print it.",
        details: "Give the note to somebody outside: against it the log can never be shortened or changed unseen.",
        examples: ["dalesway --user dpo audit checkpoint", "dalesway audit checkpoint --json"]
    ) { call in
        let note = try call.signedIn { try $0.checkpoint() }
        return Answer(note.hasSuffix("\n") ? note : note + "\n", json: ["checkpoint": .text(note)])
    }
}
