// The command `rekey`: new keys for the store and its compartments.

import CaseStore
import Printing

extension Dalesway {
    static let rekey = Command(
        "rekey", "Give the store, and each compartment that you hold, new keys.",
        details: """
            For when somebody who had keys should no longer have them, or once a year. Nobody's passphrase changes, and \
            the recovery key stays. A custodian gives the store a new key; compartments that the custodian does not hold \
            get theirs from somebody who does, with --compartments-only. Cut short at any moment, the store opens and \
            rekey goes on where it stopped.
            """,
        examples: ["dalesway --user custodian rekey", "dalesway --user dpo rekey --compartments-only"],
        .flag("compartments-only", "Leave the store's own key; any holder of a compartment may do this.")
    ) { call, compartmentsOnly in
        let outcome = try call.signedIn(for: .rekeying) { try $0.rekey(compartmentsOnly: compartmentsOnly, on: call) }
        return Answer(outcome.sentences, json: outcome.json)
    }
}

extension CaseStore {
    /// Changes keys with a meter on the terminal.
    func rekey(compartmentsOnly: Bool, on call: Call) throws -> RekeyOutcome {
        var meter: (title: String, progress: Progress)?
        defer { meter?.progress.finish() }
        return try rekey(compartmentsOnly: compartmentsOnly) { title, done, total in
            if meter?.title != title {
                meter?.progress.finish()
                meter = (title, call.progress(title, of: total))
            }
            meter?.progress.reached(done)
        }
    }
}

extension RekeyOutcome {
    /// What was done and what is left, a line each.
    var sentences: String {
        var lines: [String] = []
        if hasNewStoreKey { lines.append("The store has a new key.") }
        if !compartments.isEmpty { lines.append("New keys for: \(compartments.joined(separator: ", ")).") }
        for (name, holders) in left {
            lines.append(
                "\(name) keeps its keys, which you do not hold: \(holders) can change them with rekey --compartments-only."
            )
        }
        return lines.map { visible($0, oneLine: true) + "\n" }.joined()
    }

    /// The same for programs.
    var json: JSON {
        [
            "store": .flag(hasNewStoreKey), "compartments": JSON(compartments), "left": JSON(left.map(\.name)),
        ]
    }
}
