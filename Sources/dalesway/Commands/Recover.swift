// The commands `recover` and `recovery renew`: the key on paper.

import CaseStore
import Lifecycle
import Printing

extension Dalesway {
    static let recover = Command(
        "recover", "Make a custodian with the recovery key, where none can sign in.",
        details: """
            The recovery key, or two of its three shares, is asked for on the terminal, or read from the files that are \
            named: never an argument. The user who is named becomes a custodian who holds every compartment; where an \
            account of a custodian has that name it is closed, and the name goes to the new account. It is logged, and \
            every custodian is told of it until a new recovery key is made.
            """,
        examples: [
            "dalesway --user rowan recover",
            "dalesway --user rowan recover --share-file one --share-file two --generate",
        ],
        .repeated(
            "share-file", "Read the recovery key, or a share, from this file; twice for two shares.", as: String.self),
        .option("rank", "The custodian's rank.", as: Rank.self),
        .option("organisation", "The body the custodian belongs to; the police if not said.", as: Organisation.self),
        .option("new-passphrase-file", "Read the new passphrase from this file.", value: "FILE"),
        .flag("generate", "Generate the new passphrase and show it once.")
    ) { (call, files: [String], rank: Rank?, organisation: Organisation?, file: String?, generate: Bool) in
        let user = try call.user
        try call.findStore()
        let texts = try RecoveryInput.read(files: files)
        let passphrase: NewPassphrase
        if file == nil, !generate, call.passphrase.isGiven {
            passphrase = try NewPassphrase(checking: call.passphrase.read(), for: user)
        } else {
            passphrase = try NewPassphrase(for: user, file: file, generate: generate)
        }
        try CaseStore.recover(
            at: call.store, with: texts, name: user, rank: rank, organisation: organisation ?? .police,
            passphrase: passphrase.secret, state: call.state, clock: call.moments)
        let named = visible(user, oneLine: true)
        let generated = passphrase.generated
        let shown = generated.map { "The new passphrase, shown this once: \($0)\n" } ?? ""
        return Answer(
            """
            \(named) is now a custodian and holds every compartment.
            \(shown)The recovery key was used. Make a new one now: dalesway --user '\(named)' recovery renew
            If somebody else may have had it, give the store new keys after that: dalesway rekey

            """, json: ["user": .text(user), "recovered": .flag(true), "passphrase": JSON(generated)])
    }

    static let recoveryRenew = Command(
        "recovery renew", "Make a new recovery key in place of the old one.",
        details: """
            The old key, or its shares, opens nothing from then on. Compartments that you do not hold are closed to the \
            new one as soon as somebody who holds them signs in. Only a custodian whose key every slot trusts can do it: \
            the first one, or whom they trust by user trust.
            """,
        examples: [
            "dalesway --user rowan recovery renew", "dalesway recovery renew --recovery 2of3 --recovery-out share",
        ],
        .option(
            "recovery", "One key, or three shares of which any two suffice; as before if not said.",
            as: RecoveryPrinting.self),
        .option("recovery-out", "Write to this new file, or FILE.1 to FILE.3, not to the screen.", value: "FILE")
    ) { (call, form: RecoveryPrinting?, out: String?) in
        let (shown, waiting) = try call.signedIn { store in
            let form = form ?? store.recoveryPrinting
            let papers = try RecoveryPapers(form, out: out)
            do {
                let made = try store.renewRecovery(form)
                return (try papers.show(made.papers), made.waiting)
            } catch {
                papers.remove()
                throw error
            }
        }
        let left = waiting.map { "The new key opens \($0) as soon as somebody who holds it has signed in.\n" }.joined()
        return Answer(
            "The recovery key is a new one; the old one opens nothing any more.\n\(shown.text)\(left)",
            json: .object(shown.json + [("waiting", JSON(waiting))]))
    }
}
