// The command `show`: one record.

import CaseStore
import Lifecycle
import Printing

extension Dalesway {
    static let show = Command(
        "show", "Show one record.",
        details: """
            What is sealed to a compartment that you do not hold is named and not shown; of support, an account outside \
            social care sees whether it is being received. The look is logged.
            """,
        examples: [
            "dalesway show INV-0001", "dalesway show PER-0001 --json",
            "dalesway show SUS-0001 --break-glass --working-on 'safeguarding: is he in custody tonight?'",
        ],
        .argument("ref", "The record.", as: Reference.self), .breakGlass
    ) { call, ref, breakGlass in
        let (record, glass) = try call.looking(at: ref, inEmergency: breakGlass) { try $0.show(ref) }
        return Answer(record.text, json: record.json).under(glass)
    }
}
