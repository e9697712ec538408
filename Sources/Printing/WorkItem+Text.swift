// One thing that is due, in print.

package import CaseModel
import Lifecycle

extension WorkItem {
    /// How many days it is over, or has left.
    var countdown: String {
        switch left {
        case 0: "today"
        case 1: "1 day left"
        case 2...: "\(left) days left"
        case -1: "1 day over"
        default: "\(-left) days over"
        }
    }

    /// Who owes it, and what stands behind the date.
    var behind: String {
        let under = event == nil ? "" : rule.map { " under \($0)" } ?? ""
        return "owed by \(bearer.words); \(clock)\(under); \(source)\(isLaw ? "" : " (not law)")"
            + (command.map { "; \($0)" } ?? "")
    }

    /// What is due in the line of `head` where it fits there, and beneath it the rest.
    func lines(after head: String) -> String {
        guard head.count + visible(words, oneLine: true).count > screenWidth else {
            return wrapped(words, after: head) + wrapped(behind, after: "      ")
        }
        return wrapped("", after: head.trimmed) + wrapped("\(words); \(behind)", after: "      ")
    }

    /// The deadline as an object.
    package var json: JSON {
        [
            "band": .text(band.rawValue), "due": .text(due.iso), "left": .number(left), "from": .text(from.iso),
            "clock": .text(clock), "words": .text(words), "ref": .text(reference.text), "title": JSON(title),
            "investigation": JSON(investigation?.text), "owners": JSON(bearer.accounts.map(\.name)),
            "roles": JSON(bearer.roles.map(\.rawValue)),
            "event": JSON(event),
            "rule": JSON(rule), "source": .text(source), "law": .flag(isLaw), "command": JSON(command),
        ]
    }
}

extension [WorkItem] {
    /// The deadlines of one record, a line each: the day, how far off it is, what is due and who owes it.
    var ownLines: String {
        wrappedColumns(map { ["  " + $0.due.iso, $0.countdown, "\($0.words) (\($0.behind))"] })
    }
}

extension String {
    /// The text without blanks at its end.
    fileprivate var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
