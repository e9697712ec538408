// What is worth a question, and what one account did, as text and as objects.

import Access
import CaseStore
import Lifecycle
import Printing

extension UnusualAccess {
    /// What the report is, and what it is not.
    private static let caution =
        "Each line is a count and a reason to ask, not a finding of wrongdoing: there may well be a good reason. And "
        + "a day that is not here is not thereby shown to be right."

    /// The report for people.
    var text: String {
        wrapped(
            "To look into: \(findings.count), from \(days.lowerBound.iso) to \(days.upperBound.iso), of \(entries) entries "
                + "of \(accounts) accounts that were weighed.") + (findings.isEmpty ? "" : wrapped(Self.caution))
            + (findings.isEmpty ? "" : "\n" + lines { "\($0.day.iso)  \($0.account)" }) + "\n" + basis
    }

    /// The findings, each after what `head` says of it.
    fileprivate func lines(_ head: (AccessFinding) -> String) -> String {
        findings.map { finding in
            wrapped(finding.words, after: head(finding) + "  ", indent: 4)
                + wrapped("entries \(Self.few(finding.entries)); \(finding.pattern.innocent)", after: "    ")
        }.joined()
    }

    private static func few(_ entries: [Int]) -> String {
        LogView.few(entries.map(String.init), 12)
    }

    /// What the report went by.
    fileprivate var basis: String {
        "What the report went by:\n" + thresholds.words.map { wrapped($0, after: "  ") }.joined()
    }

    /// The report's members for programs.
    var members: [(String, JSON)] {
        [
            ("from", .text(days.lowerBound.iso)), ("to", .text(days.upperBound.iso)), ("zone", "Europe/London"),
            ("entries", .number(entries)), ("accounts", .number(accounts)), ("caution", .text(Self.caution)),
            ("findings", JSON(findings.map(\.json))), ("basis", JSON(thresholds.words)),
            ("thresholds", thresholds.json),
        ]
    }
}

extension AccessFinding {
    fileprivate var json: JSON {
        [
            "pattern": .text(pattern.rawValue), "account": .text(account), "day": .text(day.iso),
            "count": .number(count), "words": .text(words), "mayBe": .text(pattern.innocent),
            "ownMedian": JSON(own?.text), "ownDays": JSON(own?.days), "peersMedian": JSON(peers?.text),
            "peersDays": JSON(peers?.days), "entries": JSON(entries.map { .number($0) }),
        ]
    }
}

extension AccessThresholds {
    fileprivate var json: JSON {
        [
            "hours": ["from": .number(hours.lowerBound), "to": .number(hours.upperBound)],
            "habitDays": .number(habitDays), "leastHabit": .number(leastHabit),
            "patterns": .object(
                AccessPattern.allCases.compactMap { pattern in
                    guard let threshold = of[pattern] else { return nil }
                    return (
                        pattern.rawValue,
                        [
                            "least": .number(threshold.least), "timesOwn": JSON(threshold.timesOwn),
                            "timesPeers": JSON(threshold.timesPeers),
                        ]
                    )
                }),
        ]
    }
}

extension ActsBy {
    /// The acts for people.
    var text: String {
        let roles = roles.isEmpty ? "no role" : roles.map(\.words).joined(separator: " and ")
        let who = [name, roles, organisation?.rawValue, status].compactMap(\.self).joined(separator: ", ")
        let span = "\(unusual.days.lowerBound.iso) to \(unusual.days.upperBound.iso)"
        let total = days.reduce(0) { $0 + $1.entries }
        let head =
            "\(visible(who, oneLine: true))\nEntries: \(total); days: \(days.count); \(span). Times are London's.\n"
        let questions =
            unusual.findings.isEmpty
            ? "" : "\nWorth a question:\n" + unusual.lines { $0.day.iso } + "\n" + unusual.basis
        return head + (days.isEmpty ? "" : "\n") + days.map(\.text).joined() + questions
    }

    /// The acts for programs.
    func json(for use: LawfulUse) -> JSON {
        .object(
            [
                ("use", .text(use.rawValue)), ("account", .text(name)), ("roles", JSON(roles.map(\.rawValue))),
                ("organisation", JSON(organisation?.rawValue)), ("status", .text(status)),
                ("days", JSON(days.map(\.json))), ("unusual", .object(unusual.members)),
            ])
    }
}

extension ActsBy.OneDay {
    private var counts: [(deed: Deed, count: Int)] {
        Deed.allCases.compactMap { deed in deeds[deed].map { (deed, $0) } }
    }

    fileprivate var text: String {
        let times = [first, last].map { String(LondonTime(at: $0).zoned.dropFirst(11)) }
        let what = counts.map { "\($0.deed.words) \($0.count)" }.joined(separator: ", ")
        let count = entries == 1 ? "1 entry" : "\(entries) entries"
        var text = wrapped("\(count): \(what)", after: "\(day.iso)  \(times[0]) to \(times[1])  ", indent: 4)
        if !records.isEmpty { text += wrapped(LogView.few(records.sorted().map(\.text), 20), after: "    ") }
        if shut > 0 { text += "    \(shut) on what is not open to you\n" }
        if !reasons.isEmpty { text += wrapped("for: " + reasons.sorted().joined(separator: ", "), after: "    ") }
        if !recipients.isEmpty { text += wrapped("to: " + recipients.sorted().joined(separator: ", "), after: "    ") }
        return text
    }

    fileprivate var json: JSON {
        [
            "day": .text(day.iso), "first": .text(LondonTime(at: first).zoned),
            "last": .text(LondonTime(at: last).zoned), "entries": .number(entries),
            "deeds": .object(counts.map { ($0.deed.rawValue, .number($0.count)) }),
            "records": JSON(records.sorted().map(\.text)), "shut": .number(shut),
            "reasons": JSON(reasons.sorted()), "recipients": JSON(recipients.sorted()),
        ]
    }
}
