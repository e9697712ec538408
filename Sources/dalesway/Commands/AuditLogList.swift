// The command `audit log`: who did what.

import CaseStore
import Lifecycle
import Printing

extension Dalesway {
    static let auditLog = Command(
        "audit log", "Show who did what, newest last.",
        details:
            "For a lawful use: checking on lawfulness, one's own monitoring, proof of integrity. The look is logged. As text, long entries are shortened; --json gives them whole.",
        examples: [
            "dalesway --user dpo audit log --about SUS-0001", "dalesway audit log --by officer --from 2026-01-01",
        ],
        .option("about", "Only what concerns this record.", as: Reference.self),
        .option("by", "Only what this account did.", as: String.self, value: "NAME"),
        .option("verb", "Only acts of this kind, such as consultation.", as: String.self, value: "VERB"),
        .option("from", "Only from this day on.", as: Day.self),
        .option("to", "Only up to this day.", as: Day.self),
        .option("limit", "At most so many.", as: Int.self)
    ) { (call, about: Reference?, by: String?, verb: String?, from: Day?, to: Day?, limit: Int?) in
        guard limit ?? 0 >= 0 else { throw Trouble("--limit must not be below 0", .usage) }
        let filter = LogFilter(about: about, actor: by, verb: verb, from: from, to: to, limit: limit)
        let entries = try call.signedIn { try $0.log(filter) }
        let text = columns(entries.map(\.row))
        let json = JSON(entries.map(\.json))
        return Answer(text, json: ["entries": json])
    }
}

extension LogView {
    fileprivate var row: [String] {
        [
            String(seq), Clock.text(at: at), actor, verb, Self.few(subjects.map(\.text), 6), why ?? "",
            words, recipient.map { "to \($0)" } ?? "",
        ]
    }

    /// The first of many, and how many others there are: the whole is in the JSON.
    private static func few(_ words: [String], _ most: Int) -> String {
        let rest = words.count - most
        return words.prefix(most).joined(separator: " ") + (rest > 0 ? " and \(rest) more" : "")
    }

    fileprivate var json: JSON {
        [
            "seq": .number(seq), "at": .number(Int(at)), "time": .text(Clock.text(at: at)), "actor": .text(actor),
            "verb": .text(verb), "words": .text(words), "subjects": JSON(subjects.map(\.text)), "detail": JSON(detail),
            "why": JSON(why),
            "recipient": JSON(recipient),
        ]
    }
}
