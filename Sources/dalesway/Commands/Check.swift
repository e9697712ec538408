// The command `check`: whether the store is whole.

import CaseStore
import Printing

extension Dalesway {
    static let check = Command(
        "check", "Check the whole store: every page, record, event, figure and log entry.",
        details: "Everything that is wrong is said in a sentence; then the code is 74.",
        examples: ["dalesway --user custodian check", "dalesway check --json"]
    ) { call in
        let findings = try call.signedIn(for: .inspection) { store in
            var meter: (title: String, progress: Progress)?
            defer { meter?.progress.finish() }
            return try store.check { title, done, total in
                if meter?.title != title { meter = (title, call.progress(title, of: total)) }
                meter?.progress.reached(done)
            }
        }
        let text = findings.isEmpty ? "The store is whole.\n" : findings.map { $0 + "\n" }.joined()
        return Answer(
            text, json: ["whole": .flag(findings.isEmpty), "findings": JSON(findings)],
            exit: findings.isEmpty ? .ok : .io)
    }
}
