// The command `list`: the records of a kind.

import CaseModel
import CaseStore
import Lifecycle
import Printing

extension Dalesway {
    static let list = Command(
        "list", "List the records of a kind.",
        details: """
            The state is the one in which a record stands today: what has run out since the last event is counted. --of \
            keeps to the records of an investigation, a suspect, a victim or a person. The look is logged.
            """,
        examples: [
            "dalesway list investigation", "dalesway list suspect --state UNDER_INVESTIGATION",
            "dalesway list duty --of VIC-0001 --state OVERDUE", "dalesway list victim --investigation INV-0003 --json",
        ],
        .argument("kind", "What kind of record.", as: RecordKind.self),
        .option("state", "Only those that stand in this state.", as: String.self, value: "STATE"),
        .option("of", "Only those of this investigation, suspect, victim or person.", as: Reference.self),
        .option("investigation", "Only those of this investigation; the same as --of.", as: Reference.self)
    ) { (call, kind, state: String?, record: Reference?, investigation: Reference?) in
        guard record == nil || investigation == nil else {
            throw Trouble("choose one of --of and --investigation", .usage)
        }
        let wanted = try state.map { word throws(UsageError) in try Self.state(word, of: kind) }
        let records = try call.signedIn { try $0.list(kind, state: wanted, of: record ?? investigation) }
        let count = records.count == 1 ? "1 record" : "\(records.count) records"
        return Answer(
            records.table + count + "\n",
            json: ["kind": .text(kind.rawValue), "records": JSON(records.map(\.json))])
    }

    /// The state of that name, in small letters or large.
    private static func state(_ word: String, of kind: RecordKind) throws(UsageError) -> State {
        let states = RuleBook.current.machine(for: kind)?.states.map(\.id) ?? []
        guard let state = states.first(where: { $0.rawValue == word.uppercased() }) else {
            let names = states.map(\.rawValue).joined(separator: ", ")
            let expected = states.isEmpty ? "a state: such records have none" : "one of: \(names)"
            throw .unreadable(name: "--state", given: word, expected: expected, exit: .usage)
        }
        return state
    }
}
