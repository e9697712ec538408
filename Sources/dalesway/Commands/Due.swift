// The command `due`: the work that is due.

import CaseModel
import CaseStore
import Lifecycle
import Printing

extension Worklist.Grouping: Spoken {
    static var placeholder: String { "HOW" }
}

extension Dalesway {
    /// How many lines are shown unless all are asked for: what fits on a few screens.
    private static let most = 50

    static let due = Command(
        "due", "Show what is due: my work, with how late it is and the rule behind each date.",
        details: """
            Critically overdue is what the law set a time for and that time has passed, and a bail period that ends by \
            tomorrow; due soon is within \(Band.soon) days. My work is what is due on records allocated to me (an \
            allocation of an investigation covers those of its records that no nearer one covers), what I left out of an \
            event that I recorded, and what waits for anybody with my role. --as-at asks for another day, and --known-at \
            leaves out what became known only after a day. Of what may not be opened nothing is shown. The look is logged.
            """,
        examples: [
            "dalesway due", "dalesway due --team --by person", "dalesway due --for officer --within 7",
            "dalesway due --team --record INV-0003 --as-at 2018-10-31 --json",
        ],
        .flag("mine", "My own work; so it is if nothing else is said."),
        .flag("team", "Everybody's work, and what is allocated to nobody."),
        .option("for", "The work of that account.", value: "NAME"),
        .option("record", "Only what is due on this record and what leans on it.", as: Reference.self),
        .option("as-at", "The day at whose end it is due; today if not said.", as: Day.self),
        .option("known-at", "The day whose knowledge is asked for; all that is known now if not said.", as: Day.self),
        .option("within", "Only what is due within so many days, or overdue.", as: Int.self, value: "DAYS"),
        .option("by", "How the lines are put together; by band if not said.", as: Worklist.Grouping.self),
        .flag("all", "Every line, and not only the \(most) most pressing.")
    ) {
        (
            call, mine, team, name: String?, record: Reference?, asAt: Day?, knownAt: Day?, within: Int?,
            grouping: Worklist.Grouping?, all
        ) in
        guard (mine ? 1 : 0) + (team ? 1 : 0) + (name == nil ? 0 : 1) <= 1 else {
            throw Trouble("choose one of --mine, --team and --for", .usage)
        }
        guard (0...36_500).contains(within ?? 0) else {
            throw Trouble("--within must be from 0 to 36500 days", .usage)
        }
        let question = WorkQuestion(
            team ? .team : name.map { .of($0) } ?? .mine, record: record, asAt: asAt, knownAt: knownAt, within: within,
            limit: all ? nil : most)
        let list = try call.signedIn { try $0.due(question) }
        let by = grouping ?? .band
        return Answer(list.text(by: by), json: list.json(by: by))
    }
}
