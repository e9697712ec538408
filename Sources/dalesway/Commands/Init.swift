// The command `init`: a new store.

import CaseStore
import Lifecycle
import Printing

extension Dalesway {
    static let initialise = Command(
        "init", "Make a store; its first user is the custodian.",
        details: """
            The folder must not hold a store yet. The user who is named becomes its custodian. The recovery key is shown \
            once: whoever holds it can open the store when every passphrase is lost, so keep it on paper, away from the \
            machine.
            """,
        examples: ["dalesway --user rowan init", "dalesway --user rowan init --recovery-out recovery.txt"],
        .option("rank", "The custodian's rank.", as: Rank.self),
        .option("organisation", "The body the custodian belongs to; the police if not said.", as: Organisation.self),
        .option("recovery-out", "Write the recovery key to this new file, not to the screen.", value: "FILE")
    ) { (call, rank: Rank?, organisation: Organisation?, recoveryOut: String?) in
        let user = try call.user
        let passphrase = try NewPassphrase(checking: call.passphrase.readNew(), for: user)
        let file = try recoveryOut.map { path throws(Trouble) in try NewFile(path) }
        let recovery: String
        do {
            let founded = try CaseStore.found(
                at: call.store, name: user, rank: rank, organisation: organisation ?? .police,
                passphrase: passphrase.secret, state: call.state, clock: call.moments)
            recovery = founded.recovery
            try founded.store.close()
        } catch {
            file?.remove()
            throw error
        }
        if let file {
            try file.write(recovery + "\n")
            try file.finish()
        }
        let shown =
            file.map { "The recovery key is in \($0.path): keep it on paper, away from this machine.\n" }
            ?? "Recovery key, shown this once (keep it on paper, away from this machine):\n\n    \(recovery)\n"
        let inClear = file == nil ? recovery : nil
        return Answer(
            "The store is made: \(call.store)\nIts custodian is \(user).\n\(shown)",
            json: [
                "store": .text(call.store), "user": .text(user), "recovery": JSON(inClear),
                "recoveryFile": JSON(recoveryOut),
            ])
    }
}
