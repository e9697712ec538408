// The command `add`: a new record.

import CaseModel
import CaseStore
import Interchange
import Lifecycle
import Printing

extension Dalesway {
    static let add = Command(
        "add", "Add a record; its reference is printed.",
        details: """
            Links to other records are given by the kind of the other record, such as --investigation INV-0001. Which \
            links and fields a kind of record has: dalesway lifecycle --json, under records. A record cannot begin before \
            the records that it is linked to: give a person whom something older is to be linked to that older day, \
            with --on.
            """,
        examples: [
            "dalesway add investigation --on 2014-11-03 --title 'Inquiry Heron'",
            "dalesway add person --on 2016-01-11 --name 'Wren Fictional' --born 1990-04-01",
            "dalesway add suspect --investigation INV-0001 --person PER-0001 --on 2016-01-11",
            "dalesway add aggregate --on 2018-10-31 --figure action-plan --value 39 --source 'Progress report' "
                + "--source-date 2018-10-31",
        ],
        .argument("kind", "What kind of record.", as: RecordKind.self),
        .option("ref", "The reference it is to have; the next free one if not said.", as: Reference.self),
        .option("on", "The day from which it stands; today if not said.", as: Day.self),
        .option("known", "The day on which it became known; today if not said.", as: Day.self),
        .flag(
            "as-happened", "Add it as it was there, although something recorded later could not have been done then."),
        .option("reason", "Why it is added as it was there."),
        .fields(words: "A link or field of the record.")
    ) { (call, kind, ref: Reference?, on: Day?, known: Day?, asHappened: Bool, reason: String?, fields: [Field]) in
        let shape = RecordShape.of(kind)
        var links: [RecordKind: Reference] = [:]
        for field in fields {
            guard let link = shape.link(field.name) else { continue }
            guard let word = field.value else { throw UsageError.missingValue("--\(field.name)") }
            guard let target = Reference(word) else {
                throw UsageError.unreadable(
                    name: "--\(field.name)", given: word, expected: Reference.expected, exit: .data)
            }
            links[link.kind] = target
        }
        let rest = try fields.filter { shape.link($0.name) == nil }.scalars { shape.field($0)?.type }
        let line = AddLine(
            kind: kind, ref: ref, links: links, on: on ?? call.clock.today, known: known, fields: rest,
            asHappened: asHappened, reason: reason)
        let (reference, opened) = try call.signedIn { store in
            if let warning = store.custodianWarning() { call.talk.complain(warning) }
            return try store.adding(line)
        }
        for other in opened { call.talk.complain(other.text(of: "")) }
        return Answer(
            reference.text + "\n",
            json: [
                "added": .text(reference.text), "kind": .text(kind.rawValue), "opened": JSON(opened.map(\.json)),
            ])
    }
}
