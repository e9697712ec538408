// The command `init`: a new store.

import CaseStore
import Lifecycle
import Printing

extension Dalesway {
    static let initialise = Command(
        "init", "Make a store; its first user is the custodian.",
        details: """
            The folder must not hold a store yet. The user who is named becomes its custodian. The recovery key is shown \
            once. It is for the day on which no custodian can sign in: dalesway recover makes a new custodian with it, who \
            holds every compartment. So whoever finds it can open everything: keep it on paper, away from the machine, or \
            have three shares made and give them to three people. Without it and every passphrase the data is lost.

            What happens from the go-live day on opens duties to tell victims, rights to a review and retention records by \
            itself; a past that is imported opens none before that day. It is never changed afterwards; check shows it.
            """,
        examples: [
            "dalesway --user rowan init", "dalesway --user rowan init --recovery-out recovery.txt",
            "dalesway --user rowan init --recovery 2of3",
        ],
        .option("rank", "The custodian's rank.", as: Rank.self),
        .option("organisation", "The body the custodian belongs to; the police if not said.", as: Organisation.self),
        .option(
            "recovery", "One recovery key, or three shares of which any two suffice; one if not said.",
            as: RecoveryPrinting.self),
        .option(
            "recovery-out",
            "Write the recovery key to this new file, or its shares to FILE.1 to FILE.3, not to the screen.",
            value: "FILE"),
        .option("go-live", "The first day whose events open duties to victims; today if not said.", as: Day.self)
    ) {
        (
            call, rank: Rank?, organisation: Organisation?, recovery: RecoveryPrinting?, recoveryOut: String?,
            goLive: Day?
        ) in
        let user = try call.user
        let passphrase = try NewPassphrase(checking: call.passphrase.readNew(), for: user)
        let papers = try RecoveryPapers(recovery ?? .single, out: recoveryOut)
        let printed: [String]
        do {
            let founded = try CaseStore.found(
                at: call.store, name: user, rank: rank, organisation: organisation ?? .police,
                passphrase: passphrase.secret, recovery: recovery ?? .single, goLive: goLive, state: call.state,
                clock: call.moments)
            printed = founded.recovery
            try founded.store.close()
        } catch {
            papers.remove()
            throw error
        }
        let shown = try papers.show(printed)
        return Answer(
            "The store is made: \(call.store)\nIts custodian is \(user).\n\(shown.text)",
            json: .object([("store", .text(call.store)), ("user", .text(user))] + shown.json))
    }
}
