// One event as its reader may see it.

package import CaseModel
package import Lifecycle

extension EventView {
    /// The event in one line, and beneath it what was given with it.
    ///
    /// - Parameters:
    ///   - time: writes a moment, in milliseconds since 1970, as people read it.
    ///   - subject: the record that the answer is about; an event of another names its own.
    package func text(time: (Int64) -> String, about subject: Reference? = nil) -> String {
        let whose = subject.map { $0 == reference ? "" : " of \(reference.text)" } ?? ""
        let course =
            switch (from, to) {
            case (let from?, let to?): from == to ? "in \(to.rawValue)" : "\(from.rawValue) to \(to.rawValue)"
            case (nil, let to?): "to \(to.rawValue)"
            case (_, nil) where !isCourseOpen: "where it led is not open to you"
            case (_, nil): isHeld ? "waits for approval" : "moved nothing"
            }
        let line = "\(event.when.text)  \(event.name)\(whose)  \(course)  \(event.id)"
        let told = ([recording(time)] + marks + supplying(time)).map { "    \(visible($0, oneLine: true))\n" }.joined()
        let given = event.fields.rows.map { row in row.map { $0 == Event.mask ? "sealed: not open to you" : $0 } }
        return line + "\n" + told + columns(given.map { ["    " + ($0.first ?? "")] + $0.dropFirst() })
    }

    private func recording(_ time: (Int64) -> String) -> String {
        let who = event.derived ? "by itself" : "by \(event.recorder)"
        return "recorded \(time(event.recordedAt)) \(who), known \(event.known.iso)"
    }

    /// What sets the event apart from a plain one.
    private var marks: [String] {
        var marks: [String] = []
        if let cause { marks.append("follows from \(cause)") }
        if let decider = event.decider {
            let name = decider.name == Event.mask ? "a person whose name is sealed" : decider.name
            let words = [name, decider.rank?.rawValue, decider.organisation?.rawValue].compactMap { $0 }
            marks.append("decided by \(words.joined(separator: ", "))")
        }
        if let after = event.after, after != cause { marks.append("after \(after) of that day") }
        if event.asHappened { marks.append("recorded as it happened, although a rule was broken") }
        if let approved = event.approved {
            let word = event.needsApproval ? "approved" : "reviewed"
            marks.append("\(word) \(approved.iso)" + (event.approver.map { " by \($0)" } ?? ""))
        } else if event.needsApproval {
            marks.append("held: takes effect when a second person has approved it")
        } else if event.isUnreviewed {
            marks.append("nobody has reviewed that yet")
        }
        if let struck = event.struck { marks.append("struck: known from \(struck.iso) to be wrong") }
        if let reason { marks.append("reason: \(reason)") }
        marks += opened.map { $0.text(of: event.id) }
        return marks
    }

    /// What was supplied later, each with who and when.
    private func supplying(_ time: (Int64) -> String) -> [String] {
        supplies.map { supplied in
            let event = supplied.event
            if event.isMark { return supplied.breach }
            let names = event.fields.keys.sorted().joined(separator: ", ")
            let struck = event.struck.map { ", struck: known from \($0.iso) to be wrong" } ?? ""
            let reason = supplied.reason.map { ", reason: \($0)" } ?? ""
            return "\(names) supplied \(time(event.recordedAt)) by \(event.recorder), known \(event.known.iso)  "
                + "\(event.id)\(struck)\(reason)"
        }
    }

    /// Whether it waits for a second person.
    package var isHeld: Bool { event.needsApproval && event.approved == nil && event.struck == nil }

    /// The event as an object.
    package var json: JSON {
        let decider: JSON? = event.decider.map {
            [
                "name": JSON($0.name), "rank": JSON($0.rank?.rawValue),
                "organisation": JSON($0.organisation?.rawValue),
            ]
        }
        return [
            "id": .text(event.id), "ref": .text(reference.text), "record": .text(event.name),
            "rule": .text(event.rule), "on": .text(event.when.text), "after": JSON(event.after),
            "known": .text(event.known.iso), "recordedAt": .number(Int(event.recordedAt)),
            "recorder": .text(event.recorder), "from": JSON(from?.rawValue), "to": JSON(to?.rawValue),
            "fields": event.fields.json, "by": decider ?? .null, "asHappened": .flag(event.asHappened),
            "reason": JSON(reason), "derived": .flag(event.derived), "cause": JSON(cause),
            "needsApproval": .flag(event.needsApproval), "approved": JSON(event.approved?.iso),
            "approver": JSON(event.approver), "unreviewed": .flag(event.isUnreviewed),
            "supplied": JSON(supplies.filter { !$0.event.isMark }.map(\.json)),
            "breaches": JSON(breaches.map(\.breachJSON)),
            "struck": JSON(event.struck?.iso), "stands": .flag(event.stands),
            "opened": JSON(opened.map(\.json)),
        ]
    }
}

extension Opened {
    /// The record in a line: what it is, for whom and about what; from which event, if not from `event`.
    package func text(of event: String) -> String {
        let whom = about.map { " for \($0.text)" } ?? ""
        let what = trigger.map { ": \($0)" } ?? ""
        return "opened \(reference.text)\(whom)\(what)" + (cause == event ? "" : ", as \(cause) asks")
    }

    /// The record as an object.
    package var json: JSON {
        [
            "ref": .text(reference.text), "about": JSON(about?.text), "trigger": JSON(trigger), "cause": .text(cause),
        ]
    }
}

extension EventView.Supplied {
    /// What was supplied, as an object.
    fileprivate var json: JSON {
        [
            "id": .text(event.id), "fields": event.fields.json, "known": .text(event.known.iso),
            "recordedAt": .number(Int(event.recordedAt)), "recorder": .text(event.recorder),
            "struck": JSON(event.struck?.iso), "reason": JSON(reason),
        ]
    }
}

extension EventView.Supplied {
    /// What a mark says: since when the event stands against a rule, by what, why that was accepted, and who reviewed it.
    fileprivate var breach: String {
        let by = event.after.map { ", left so by \($0)" } ?? ""
        let why = reason.map { ", reason: \($0)" } ?? ""
        let end =
            switch (event.struck, event.approved) {
            case (let struck?, _): ", no longer since \(struck.iso)"
            case (nil, let reviewed?): ", reviewed \(reviewed.iso)" + (event.approver.map { " by \($0)" } ?? "")
            case (nil, nil): ", not reviewed yet: approve \(event.id)"
            }
        return "stands against a rule, known from \(event.known.iso)\(by)\(why)\(end)"
    }

    /// The same, as an object.
    fileprivate var breachJSON: JSON {
        [
            "id": .text(event.id), "known": .text(event.known.iso), "by": JSON(event.after), "reason": JSON(reason),
            "reviewed": JSON(event.approved?.iso), "approver": JSON(event.approver), "struck": JSON(event.struck?.iso),
        ]
    }
}
