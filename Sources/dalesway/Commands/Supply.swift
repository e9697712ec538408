// The command `supply`: later fields of an event.

import CaseStore
import Interchange
import Lifecycle

extension Dalesway {
    static let supply = Command(
        "supply", "Supply fields of an event that were not given when it was recorded.",
        details: """
            Only a field that the event's rule has and that was not given. Another value for one that was is a correction: \
            strike the event and record it anew. A field supplied by mistake is struck by the id that history shows \
            beside it. Which fields an event has: dalesway lifecycle.
            """,
        examples: [
            "dalesway supply EV-7QK2M4XNTB --victim_told_on 2026-03-04",
            "dalesway supply EV-7QK2M4XNTB --station 'Weirside' --grounds 'A fictional account'",
        ],
        .argument("event-id", "The event.", as: String.self),
        .option("known", "The day on which it became known; today if not said.", as: Day.self),
        .fields(words: "A field of the event.")
    ) { (call, id, known: Day?, fields: [Field]) in
        guard !fields.isEmpty else { throw UsageError.missingOption("FIELD") }
        var given: [String: Scalar] = [:]
        for field in fields { given[field.name] = field.value.map { .text($0) } ?? .flag(true) }
        let line = SupplyLine(event: id, known: known, fields: given)
        let events = try call.signedIn { try $0.supply(line) }
        return recorded(events)
    }
}
