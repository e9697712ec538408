// The command `approve`: the second person's agreement.

import CaseStore

extension Dalesway {
    static let approve = Command(
        "approve", "Approve an event that waits for a second person, or review one recorded as it happened.",
        details: """
            An event that waits takes effect when it is approved. One that was recorded as it happened, although a rule \
            was broken, is in force already: to approve it is to say that you have reviewed the breach, and it is due no \
            longer. Who recorded an event cannot approve it, nor who covers for them. You sign it with your own key. \
            Ids stand in: dalesway history REF.
            """,
        examples: ["dalesway --user inspector approve EV-7QK2M4XNTB"],
        .argument("event-id", "The event.", as: String.self)
    ) { call, id in
        let events = try call.signedIn { try $0.approve(id) }
        warn(call, events)
        return recorded(events)
    }
}
