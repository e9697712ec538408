// The answer to "who looked at this person?", as text and as an object.

import Access
import CaseStore
import Lifecycle
import Printing

extension WhoSaw {
    /// What counts, as a sentence.
    private static let counted =
        "Counted are entries by which somebody opened a record, read its history, saw it in a list, wrote it out, took it in, "
        + "changed it or was refused. Figures name nobody and are not counted."

    /// The answer for people.
    var text: String {
        var text = heading
        if let erased { text += erased.text }
        if accounts.isEmpty, erased == nil { text += "Nobody, as far as the log tells.\n" }
        for account in accounts { text += "\n" + account.text }
        return text + "\n" + wrapped(Self.counted) + wrapped("Times are London's; days of allocation too.")
    }

    private var heading: String {
        var names = LogView.few(records.map(\.text).sorted(), 12)
        if shut > 0 { names += names.isEmpty ? "\(shut) not open to you" : ", and \(shut) not open to you" }
        return wrapped("\(reference.text): who did what with it and with all records of whom it is about (\(names)).")
            + "\(entries) of the log's \(size) entries.\n"
    }

    /// The answer for programs.
    func json(for use: LawfulUse) -> JSON {
        [
            "use": .text(use.rawValue), "ref": .text(reference.text), "records": JSON(records.map(\.text)),
            "shut": .number(shut), "size": .number(size), "entries": .number(entries), "counted": .text(Self.counted),
            "zone": "Europe/London", "accounts": JSON(accounts.map(\.json)), "erased": erased?.json ?? .null,
        ]
    }
}

extension WhoSaw.Erased {
    fileprivate var text: String {
        let when = acts.map {
            "entry \($0.seq), \(LondonTime(at: $0.at).zoned), by \($0.actor)" + ($0.why.map { ", \($0)" } ?? "")
        }
        let whom = actors.map { "\($0.name) \($0.entries)" }.joined(separator: ", ")
        return wrapped(
            "The keys of this person were destroyed"
                + (when.isEmpty ? "." : ": " + when.joined(separator: "; ") + ".")
                + " What tied entries of before to the person went with them. Every entry still stands with its account, act "
                + "and time, and can be proved; which of them were about this person nobody can tell any more.")
            + wrapped(
                "They are among the \(lost) entries that speak of somebody erased"
                    + (whom.isEmpty
                        ? "." : ", by account: \(whom). An account that is not named has seen nothing of them.")
            )
    }

    fileprivate var json: JSON {
        [
            "acts": JSON(
                acts.map { act in
                    [
                        "entry": .number(act.seq), "time": .text(LondonTime(at: act.at).zoned),
                        "actor": .text(act.actor), "why": JSON(act.why),
                    ] as JSON
                }), "lost": .number(lost),
            "accounts": JSON(actors.map { ["account": .text($0.name), "entries": .number($0.entries)] as JSON }),
        ]
    }
}

extension Looker {
    private var who: String {
        let words = roles.isEmpty ? "no role any more" : roles.map(\.words).joined(separator: " and ")
        return [name, words, organisation?.rawValue ?? "not in the list of accounts"].joined(separator: ", ")
    }

    private var why: String {
        let given = reasons.filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }.map {
            "\($0.key) \(Self.times($0.value))"
        }
        let none = reasons[""].map { "none \(Self.times($0))" }
        return (given + [none].compactMap(\.self)).joined(separator: ", ")
    }

    private static func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

    fileprivate var text: String {
        let rows = deeds.map { done in
            [
                "  " + (done.verb.map { "\($0) (not open to you)" } ?? done.deed.words), Self.times(done.times),
                LondonTime(at: done.first).zoned, done.times == 1 ? "" : "to " + LondonTime(at: done.last).zoned,
                LogView.few(done.records.sorted().map(\.text), 6),
            ]
        }
        var lines = visible(who, oneLine: true) + "\n" + columns(rows)
        lines += wrapped(
            "allocated then: to this account \(Self.times(own)), to others \(Self.times(others))"
                + (holders.isEmpty ? "" : " (\(holders.sorted().joined(separator: ", ")))")
                + ", to nobody \(Self.times(nobody))", after: "  ")
        lines += wrapped("reason given: \(why)", after: "  ")
        for said in words { lines += wrapped("“\(said.text)” (entry \(said.seq))", after: "    ") }
        for to in recipients {
            lines += wrapped("written out to \(to.name), \(LondonTime(at: to.at).zoned) (entry \(to.seq))", after: "  ")
        }
        if !emergencies.isEmpty {
            lines += wrapped(
                "emergency access: entries \(emergencies.map(String.init).joined(separator: ", "))", after: "  ")
        }
        return lines
    }

    fileprivate var json: JSON {
        [
            "account": .text(name), "roles": JSON(roles.map(\.rawValue)), "organisation": JSON(organisation?.rawValue),
            "first": .text(LondonTime(at: first).zoned), "last": .text(LondonTime(at: last).zoned),
            "looks": .number(looks), "refusals": .number(refusals), "entries": JSON(entries.map { .number($0) }),
            "deeds": JSON(deeds.map(\.json)),
            "reasons": .object(reasons.sorted { $0.key < $1.key }.map { ($0.key, .number($0.value)) }),
            "words": JSON(words.map { ["entry": .number($0.seq), "text": .text($0.text)] as JSON }),
            "recipients": JSON(
                recipients.map { to in
                    [
                        "entry": .number(to.seq), "time": .text(LondonTime(at: to.at).zoned), "name": .text(to.name),
                    ] as JSON
                }),
            "allocated": [
                "own": .number(own), "others": .number(others), "nobody": .number(nobody),
                "holders": JSON(holders.sorted()),
            ], "emergencies": JSON(emergencies.map { .number($0) }),
        ]
    }
}

extension Looker.Done {
    fileprivate var json: JSON {
        [
            "deed": .text(deed.rawValue), "words": .text(verb ?? deed.words), "shut": .flag(verb != nil),
            "times": .number(times), "first": .text(LondonTime(at: first).zoned),
            "last": .text(LondonTime(at: last).zoned), "records": JSON(records.sorted().map(\.text)),
        ]
    }
}
