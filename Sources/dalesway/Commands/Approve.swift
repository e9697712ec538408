// The command `approve`: the second person's agreement.

import CaseStore

extension Dalesway {
    static let approve = Command(
        "approve", "Approve an event that waits for a second person.",
        details: "Who recorded an event cannot approve it. Its id stands in: dalesway history REF.",
        examples: ["dalesway --user inspector approve EV-7QK2M4XNTB"],
        .argument("event-id", "The event that waits.", as: String.self)
    ) { call, id in
        let events = try call.signedIn { try $0.approve(id) }
        return recorded(events)
    }
}
