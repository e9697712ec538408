// The command `next`: what may be recorded of a record, by me.

import CaseStore
import Lifecycle
import Printing

extension Dalesway {
    static let next = Command(
        "next", "Show what you may record next of a record, with which fields; and what not, and why.",
        examples: ["dalesway next SUS-0001", "dalesway next SUS-0001 --json"],
        .argument("ref", "The record.", as: Reference.self)
    ) { call, ref in
        let found = try call.signedIn { try $0.next(ref) }
        let prospects = Prospects(found.record, found.prospects)
        return Answer(prospects.text, json: prospects.json)
    }
}
