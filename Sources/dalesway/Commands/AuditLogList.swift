// The command `audit log`: who did what.

import Access
import CaseStore
import Lifecycle
import Printing

extension Dalesway {
    static let auditLog = Command(
        "audit log", "Show who did what, newest last.",
        details: """
            For a lawful use, which is asked for and logged with the look. Days and times are London's; --from and --to take \
            a day or a moment, as 2026-11-21T14:05. --person gives everything of a person, whichever of their records it \
            names; --record only what names that record. Of an act on what you may not open, verb, time and account alone are \
            shown. As text, long entries are shortened; --json gives them whole.
            """,
        examples: [
            "dalesway --user dpo audit log --use lawfulness --person PER-0001",
            "dalesway audit log --use self-monitoring --by officer --from 2026-01-01 --verb consultation",
        ],
        .use,
        .option(
            "person", "Only what concerns this person, or the person whom this record is about.", as: Reference.self),
        .option("about", "The same.", as: Reference.self),
        .option("record", "Only what names this record.", as: Reference.self),
        .option("by", "Only what this account did.", as: String.self, value: "NAME"),
        .option("verb", "Only acts of this kind, such as consultation.", as: String.self, value: "VERB"),
        .option("from", "Only from this day or moment on.", as: LondonSpan.self),
        .option("to", "Only up to the end of this day or moment.", as: LondonSpan.self),
        .option("limit", "At most so many, the newest.", as: Int.self)
    ) {
        (
            call, use: LawfulUse?, person: Reference?, about: Reference?, record: Reference?, by: String?,
            verb: String?,
            from: LondonSpan?, to: LondonSpan?, limit: Int?
        ) in
        guard limit ?? 0 >= 0 else { throw Trouble("--limit must not be below 0", .usage) }
        guard [person, about, record].compactMap(\.self).count <= 1 else {
            throw Trouble("choose one of --person, --about and --record", .usage)
        }
        let filter = LogFilter(
            about: person ?? about, record: record, actor: by, verb: verb, from: from?.first, to: to?.last,
            limit: limit)
        let use = try call.lawful(use)
        let meter = call.progress("entries looked through")
        let entries = try call.signedIn { try $0.log(filter, for: use) { done, _ in meter.reached(done) } }
        meter.finish()
        let text = columns(entries.map(\.row))
        let json = JSON(entries.map(\.json))
        return Answer(text, json: ["use": .text(use.rawValue), "zone": "Europe/London", "entries": json])
    }
}

extension LogView {
    fileprivate var row: [String] {
        [
            String(seq), LondonTime(at: at).zoned, actor, verb, Self.few(subjects.map(\.text), 6), why ?? "",
            words, [recipient.map { "to \($0)" }, reason.map { "“\($0)”" }].compactMap(\.self).joined(separator: " "),
        ]
    }

    /// The first of many, and how many others there are: the whole is in the JSON.
    static func few(_ words: [String], _ most: Int) -> String {
        let rest = words.count - most
        return words.prefix(most).joined(separator: " ") + (rest > 0 ? " and \(rest) more" : "")
    }

    /// The entry as an object.
    var json: JSON {
        [
            "seq": .number(seq), "at": .number(Int(at)), "time": .text(LondonTime(at: at).zoned), "actor": .text(actor),
            "verb": .text(verb), "words": .text(words), "shut": .flag(isShut), "subjects": JSON(subjects.map(\.text)),
            "detail": JSON(detail), "why": JSON(why), "reason": JSON(reason), "recipient": JSON(recipient),
        ]
    }
}
