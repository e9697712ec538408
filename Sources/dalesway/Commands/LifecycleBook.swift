// The command `lifecycle`: the rule book itself.

import CaseModel
import Lifecycle
import Printing

extension Dalesway {
    static let lifecycle = Command(
        "lifecycle", "Print the rule book: every state, event, rule and source.",
        details: """
            It needs no store and no passphrase. As text it is Markdown; --mermaid draws it; --json gives everything \
            that a program needs to make lawful histories, with the links and fields of every kind of record.
            """,
        examples: ["dalesway lifecycle B1", "dalesway lifecycle --json", "dalesway lifecycle C1 --mermaid"],
        .optional("machine", "One lifecycle alone.", as: MachineID.self),
        .flag("markdown", "Print it as Markdown, as it is printed anyway."),
        .flag("mermaid", "Draw it, in Mermaid's language.")
    ) { (call, id: MachineID?, markdown: Bool, mermaid: Bool) in
        guard !markdown || !mermaid else { throw Trouble("choose one of --markdown and --mermaid", .usage) }
        let book = RuleBook.current
        let machine = id.flatMap { book.machine($0) }
        return Answer(
            mermaid ? machine?.mermaid ?? book.mermaid : machine?.markdown ?? book.markdown,
            json: book.json(only: id, adding: [("records", RecordShape.records)]))
    }
}
