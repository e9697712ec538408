// The command `lifecycle`: the rule book itself.

import CaseModel
import Lifecycle
import Printing

extension Dalesway {
    static let lifecycle = Command(
        "lifecycle", "Print the rule book: every state, event, rule and source.",
        details: """
            It needs no store and no passphrase. As text it is Markdown; --mermaid draws it; --json gives everything \
            that a program needs to make lawful histories, with the links and fields of every kind of record. Beside \
            the lifecycles it has the chapters effects (what follows by itself, and what events open), clocks, editions \
            and vouched. --on prints the rules as they are for a record that begins, and an event that happens, on a day.
            """,
        examples: [
            "dalesway lifecycle B1", "dalesway lifecycle --json", "dalesway lifecycle C1 --mermaid",
            "dalesway lifecycle effects", "dalesway lifecycle B2 --on 2018-10-31",
        ],
        .optional("chapter", "One lifecycle or chapter alone.", as: Chapter.self),
        .option("on", "The day whose rules are wanted; those of all editions if not said.", as: Day.self),
        .flag("markdown", "Print it as Markdown, as it is printed anyway."),
        .flag("mermaid", "Draw it, in Mermaid's language.")
    ) { (call, chapter: Chapter?, day: Day?, markdown: Bool, mermaid: Bool) in
        guard !markdown || !mermaid else { throw Trouble("choose one of --markdown and --mermaid", .usage) }
        let book = day.map(RuleBook.current.asOf) ?? .current
        let json = book.json(
            only: chapter, on: day,
            adding: chapter == nil || chapter?.machine != nil ? [("records", RecordShape.records)] : [])
        guard mermaid else { return Answer(book.markdown(chapter, on: day), json: json) }
        guard let chapter else { return Answer(book.mermaid, json: json) }
        guard let id = chapter.machine, let machine = book.machine(id) else {
            throw Trouble("a lifecycle can be drawn, and no other chapter", .usage)
        }
        return Answer(machine.mermaid, json: json)
    }
}
