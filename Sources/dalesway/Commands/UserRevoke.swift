// The command `user revoke`: an account closed for good, and the keys that it had changed.

import CaseStore
import Printing

extension Dalesway {
    static let userRevoke = Command(
        "user revoke", "Close an account for good, and change the keys that it had; what it recorded stays.",
        details: """
            Whoever had keys may have kept a copy, so the store and the compartments that you hold get new ones at once, \
            as rekey gives them. With --later only the account is closed, and the keys stay due.
            """,
        examples: ["dalesway user revoke wren", "dalesway user revoke wren --later"],
        .argument("name", "Whose account.", as: String.self),
        .flag("later", "Leave the keys as they are; run rekey when there is time.")
    ) { call, name, later in
        let outcome = try call.signedIn { store in
            try store.revoke(name)
            return later ? nil : try store.rekey(compartmentsOnly: false, on: call)
        }
        let named = visible(name, oneLine: true)
        let rest = outcome?.sentences ?? "The keys that it had are due to be changed: dalesway rekey.\n"
        return Answer(
            "\(named) is revoked.\n\(rest)",
            json: ["user": .text(name), "done": .text("revoked"), "rekeyed": outcome?.json ?? .null])
    }
}
