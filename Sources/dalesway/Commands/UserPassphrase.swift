// The command `user passphrase`: one's own, changed.

import CaseStore
import Printing

extension Dalesway {
    static let userPassphrase = Command(
        "user passphrase", "Change your own passphrase.",
        details: "The old one signs you in; then the new one is asked for, read from a file, or generated.",
        examples: ["dalesway user passphrase", "dalesway user passphrase --generate"],
        .option("new-passphrase-file", "Read the new passphrase from this file.", value: "FILE"),
        .flag("generate", "Generate the new passphrase and show it once.")
    ) { (call, file: String?, generate: Bool) in
        let user = try call.user
        let generated = try call.signedIn { store in
            let passphrase = try NewPassphrase(for: user, file: file, generate: generate)
            try store.changePassphrase(to: passphrase.secret)
            return passphrase.generated
        }
        let shown = generated.map { "The new one, shown this once: \($0)\n" } ?? ""
        return Answer(
            "Your passphrase is changed.\n\(shown)", json: ["user": .text(user), "passphrase": JSON(generated)])
    }
}
