// The commands `user grant` and `user withdraw`: the keys of a compartment.

import Access
import CaseStore
import Printing

extension Dalesway {
    static let userGrant = Command(
        "user grant", "Give an account the keys of a compartment.",
        details: "You can give only what you hold yourself. The grant is signed with your key.",
        examples: ["dalesway user grant finch care"],
        .argument("name", "Whose account.", as: String.self),
        .argument("compartment", "Which compartment.", as: Compartment.self)
    ) { call, name, compartment in
        try call.signedIn { try $0.grant(compartment, to: name) }
        return Answer(
            "\(visible(name, oneLine: true)) now holds \(compartment.words).\n",
            json: ["user": .text(name), "granted": .text(compartment.rawValue)])
    }

    static let userWithdraw = Command(
        "user withdraw", "Take the keys of a compartment from an account.",
        details: "Whoever had them may have kept a copy: somebody who holds the compartment then runs rekey.",
        examples: ["dalesway user withdraw finch care"],
        .argument("name", "Whose account.", as: String.self),
        .argument("compartment", "Which compartment.", as: Compartment.self)
    ) { call, name, compartment in
        let holders = try call.signedIn { try $0.withdraw(compartment, from: name) }
        return Answer(
            "\(visible(name, oneLine: true)) no longer holds \(compartment.words).\nIts keys are due to be changed, for a copy "
                + "may have been kept: \(visible(holders, oneLine: true)) can do it with rekey --compartments-only.\n",
            json: ["user": .text(name), "withdrawn": .text(compartment.rawValue)])
    }
}
