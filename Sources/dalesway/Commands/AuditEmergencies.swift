// The commands `audit emergencies` and `audit review`: what was opened in an emergency, and whether that was right.

import CaseStore
import Lifecycle
import Printing

extension EmergencyFinding: Spoken {
    static var placeholder: String { "FINDING" }
}

extension Dalesway {
    static let auditEmergencies = Command(
        "audit emergencies", "List what was opened in an emergency and waits for review.",
        details: """
            For those who lead the work of the body whose account it was, or whose record, and for data protection. The \
            reason in words is \
            shown to them while it waits, and to data protection always. With --all also what was reviewed, and what was \
            found. The look is logged.
            """,
        examples: [
            "dalesway --user supervisor audit emergencies", "dalesway --user dpo audit emergencies --all --json",
        ],
        .flag("all", "Those that were reviewed too.")
    ) { call, all in
        let found = try call.signedIn { try $0.emergencies(all: all) }
        let none = all ? "Nothing was opened in an emergency.\n" : "No emergency access waits for review.\n"
        return Answer(
            found.isEmpty ? none : found.map(\.text).joined(separator: "\n"),
            json: ["emergencies": JSON(found.map(\.json))])
    }

    static let auditReview = Command(
        "audit review", "Say whether what was opened in an emergency was justified.",
        details: """
            Takes the entries of the audit log, as ‘audit emergencies’ names them, off the list of those that wait. Not by \
            who broke the glass, nor by who stands in for them. The finding is an entry of the log; why is kept for data \
            protection alone.
            """,
        examples: [
            "dalesway --user supervisor audit review 1204 --finding justified --reason 'Strategy meeting at 3 a.m.'"
        ],
        .rest("entry", "The entries of the audit log that tell of it.", as: Int.self),
        .required("finding", "What you found.", as: EmergencyFinding.self),
        .required("reason", "Why, in one line.", as: String.self)
    ) { call, entries, finding, reason in
        guard !entries.isEmpty else { throw Trouble("which entry? dalesway audit emergencies names them", .usage) }
        let found = try call.signedIn { try $0.review(entries, finding: finding, because: reason) }
        let advice =
            switch finding {
            case .justified: ""
            case .notJustified:
                "Tell your data-protection officer today: whether this is a breach that the Commissioner must hear of "
                    + "within 72 hours\n(DPA 2018 s.67, UK GDPR Art. 33) is theirs to say.\n"
            }
        return Answer(
            found.map(\.text).joined(separator: "\n") + advice, json: ["reviewed": JSON(found.map(\.json))])
    }
}

extension EmergencyView {
    fileprivate var text: String {
        var lines = [
            "Entry \(leaf)  \(Clock.text(at: at))  \(actor) (\(body.rawValue)\(isOfOtherBody ? ", the other body" : "")) opened \(record.text) (\(act))",
            "  past: " + past.map(\.words).joined(separator: ", "),
            "  reason: \(code)" + (words.map { ": \($0)" } ?? ", in words that are not yours to read"),
        ]
        if let review {
            lines.append(
                "  \(review.finding.words), by \(review.by) at \(Clock.text(at: review.at)), entry \(review.leaf)"
                    + (review.words.map { ": \($0)" } ?? ""))
        } else {
            lines.append(
                "  to be reviewed by \(due.iso)"
                    + (isMine ? ": dalesway audit review \(leaf) --finding … --reason …" : ", and not by you"))
        }
        return lines.map { $0 + "\n" }.joined()
    }

    fileprivate var json: JSON {
        [
            "entry": .number(leaf), "at": .number(Int(at)), "time": .text(Clock.text(at: at)), "actor": .text(actor),
            "organisation": .text(body.rawValue), "otherBody": .flag(isOfOtherBody), "record": .text(record.text),
            "act": .text(act),
            "why": .text(code), "words": JSON(words), "past": JSON(past.map(\.rawValue)), "reviewBy": .text(due.iso),
            "mine": .flag(isMine),
            "review": review.map {
                [
                    "entry": .number($0.leaf), "by": .text($0.by), "at": .number(Int($0.at)),
                    "time": .text(Clock.text(at: $0.at)), "finding": .text($0.finding.rawValue),
                    "words": JSON($0.words),
                ]
            } ?? .null,
        ]
    }
}

extension EmergencyFinding {
    fileprivate var words: String {
        switch self {
        case .justified: "found justified"
        case .notJustified: "found NOT justified"
        }
    }
}
