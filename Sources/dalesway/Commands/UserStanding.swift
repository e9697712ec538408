// The commands `user suspend` and `user reinstate`: whether an account may sign in.

import CaseStore
import Printing

extension Dalesway {
    static let userSuspend = standing(
        "suspend", "Stop an account from signing in, until it is reinstated.", done: "suspended"
    ) { try $0.suspend($1) }

    static let userReinstate = standing(
        "reinstate", "Let a suspended account sign in again.", done: "reinstated"
    ) { try $0.reinstate($1) }

    private static func standing(
        _ word: String, _ summary: String, done: String, change: @escaping @Sendable (CaseStore, String) throws -> Void
    ) -> Command {
        Command(
            "user \(word)", summary, examples: ["dalesway user \(word) wren"],
            .argument("name", "Whose account.", as: String.self)
        ) { call, name in
            try call.signedIn { try change($0, name) }
            return Answer(
                "\(visible(name, oneLine: true)) is \(done).\n", json: ["user": .text(name), "done": .text(done)])
        }
    }
}
