// The command `next`: what may be recorded of a record, by me.

import CaseStore
import Lifecycle
import Printing

extension Dalesway {
    static let next = Command(
        "next", "Show what you may record next of a record, what not, and why; and what is due on it.",
        details: """
            One screen: what is due on the record and when; each event that you may record now with the fields that it \
            cannot be without; each that you may not, with what is missing, on which other record that hangs, who can put \
            it right and where the rule comes from. With EVENT, all of that one event: every field, who decides and who \
            approves.
            """,
        examples: ["dalesway next SUS-0001", "dalesway next SUS-0001 arrest", "dalesway next SUS-0001 --json"],
        .argument("ref", "The record.", as: Reference.self),
        .optional("event", "One event, to be shown in full.", as: String.self), .breakGlass
    ) { call, ref, event, breakGlass in
        let (outlook, glass) = try call.looking(at: ref, inEmergency: breakGlass) { try $0.next(ref) }
        let prospects = Prospects(outlook)
        guard let event else { return Answer(prospects.text, json: prospects.json).under(glass) }
        guard let text = prospects.text(of: event), let json = prospects.json(of: event) else {
            throw Trouble("there is no such event of \(ref.text): dalesway next \(ref.text) names them", .data)
        }
        return Answer(text, json: json).under(glass)
    }
}
