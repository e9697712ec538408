// The command `user add`: a new account.

import Access
import CaseStore
import Lifecycle
import Printing

extension Dalesway {
    static let userAdd = Command(
        "user add", "Add an account.",
        details: """
            The account is given the compartments of its roles, as far as you hold them. Its passphrase is asked for on \
            the terminal, read from a file that nobody else may read, or generated and shown once. Adding accounts is \
            the custodian's.
            """,
        examples: [
            "dalesway user add wren --role officer --rank 'detective constable' --generate",
            "dalesway user add finch --role care --organisation council --new-passphrase-file finch.txt",
        ],
        .argument("name", "What the account is called.", as: String.self),
        .repeated("role", "What the account may do; give it again for another role.", as: Role.self),
        .option("rank", "The person's rank or office.", as: Rank.self),
        .option("organisation", "The body the person belongs to; the police if not said.", as: Organisation.self),
        .option("new-passphrase-file", "Read the account's passphrase from this file.", value: "FILE"),
        .flag("generate", "Generate the account's passphrase and show it once.")
    ) { (call, name, roles: [Role], rank: Rank?, body: Organisation?, file: String?, generate: Bool) in
        guard !roles.isEmpty else { throw UsageError.missingOption("role") }
        let (generated, left) = try call.signedIn { store in
            let passphrase = try NewPassphrase(for: name, file: file, generate: generate)
            let left = try store.addUser(
                name, organisation: body ?? .police, rank: rank, roles: Set(roles), passphrase: passphrase.secret)
            return (passphrase.generated, left)
        }
        let shown = generated.map { "Its passphrase, shown this once: \($0)\n" } ?? ""
        let named = visible(name, oneLine: true)
        let missing = left.map { compartment, holders in
            "You do not hold \(compartment.words): \(visible(holders, oneLine: true)) can grant it to \(named).\n"
        }
        return Answer(
            "Added \(named): \(roles.map(\.rawValue).joined(separator: ", ")).\n\(shown)\(missing.joined())",
            json: [
                "user": .text(name), "roles": JSON(roles.map(\.rawValue)), "passphrase": JSON(generated),
                "ungranted": JSON(left.map(\.compartment.rawValue)),
            ])
    }
}
