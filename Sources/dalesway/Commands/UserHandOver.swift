// The commands `user hand-over` and `user trust`: what the first custodian has that others should.

import CaseStore
import Printing

extension Dalesway {
    static let userHandOver = Command(
        "user hand-over", "Give up the compartments that you hold and somebody else holds too.",
        details: """
            Who makes a store holds every compartment, so that there is somebody to grant them. Once each has a holder of \
            its own, the custodian gives them up. The new holders then give them new keys with rekey --compartments-only: \
            until they do, a copy of the old keys would still open what is sealed.
            """,
        examples: ["dalesway --user rowan user hand-over"]
    ) { call in
        let (given, kept) = try call.signedIn { try $0.handOver() }
        var lines: [String] = []
        if !given.isEmpty {
            lines.append("You no longer hold: \(given.joined(separator: ", ")).")
            lines.append("Their keys are due to be changed: each one's holders run rekey --compartments-only.")
        }
        if !kept.isEmpty {
            lines.append("You still hold, because nobody else does: \(kept.joined(separator: ", ")).")
        }
        if lines.isEmpty { lines.append("You hold no compartment.") }
        let text = lines.map { $0 + "\n" }.joined()
        return Answer(
            text, json: ["handedOver": JSON(given), "kept": JSON(kept)])
    }

    static let userTrust = Command(
        "user trust", "Have every slot trust another custodian's key as it trusts yours.",
        details: """
            Every slot trusts the first custodian's key. With a second one that is trusted, either can close the other's \
            account and renew the recovery key.
            """,
        examples: ["dalesway --user rowan user trust wren"],
        .argument("name", "Which custodian.", as: String.self)
    ) { call, name in
        try call.signedIn { try $0.trust(name) }
        return Answer(
            "Every slot trusts \(visible(name, oneLine: true)) as it trusts you.\n",
            json: ["user": .text(name), "trusted": .flag(true)])
    }
}
