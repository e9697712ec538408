// The command `audit who-saw`: who looked at this person, and why?

import Access
import CaseStore
import Lifecycle
import Printing

extension Dalesway {
    static let auditWhoSaw = Command(
        "audit who-saw", "Say who looked at a person, or changed what is held of them, how often and why.",
        details: """
            For a lawful use, which is asked for and logged with the look. Asked about any record of a person, it answers for \
            all records of that person; for a record that is about nobody, for it alone. Counted is whoever opened one of \
            them, saw one in a list, wrote them out, took them in, added or changed them, or was refused; figures name \
            nobody and are not counted. Each account is shown with the role that it had, its first and last time, the reasons \
            that it gave, whether a record of the person stood allocated to it on that day, and emergency accesses. Of a \
            person whose keys were destroyed it says what can still be said.
            """,
        examples: [
            "dalesway --user dpo audit who-saw PER-0001 --use lawfulness",
            "dalesway audit who-saw VIC-0001 --use self-monitoring --json",
        ],
        .argument("ref", "The person, or any record of theirs.", as: Reference.self),
        .use
    ) { (call, reference: Reference, use: LawfulUse?) in
        let use = try call.lawful(use)
        let meter = call.progress("entries looked through")
        let found = try call.signedIn { try $0.whoSaw(reference, for: use) { done, _ in meter.reached(done) } }
        meter.finish()
        return Answer(found.text, json: found.json(for: use))
    }
}
