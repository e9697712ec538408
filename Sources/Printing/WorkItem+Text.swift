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
