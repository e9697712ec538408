// The command `history`: a record's life.

import CaseStore
import Lifecycle
import Printing

extension Dalesway {
    static let history = Command(
        "history", "Show every event of a record, with who recorded it and when it became known.",
        details: "Struck and held events are shown as such. The look is logged.",
        examples: ["dalesway history SUS-0001", "dalesway history SUS-0001 --json"],
        .argument("ref", "The record.", as: Reference.self), .breakGlass
    ) { call, ref, breakGlass in
        let (found, glass) = try call.looking(at: ref, inEmergency: breakGlass) { try $0.history(ref) }
        let history = History(found.record, found.events)
        return Answer(history.text(time: Clock.text), json: history.json).under(glass)
    }
}
