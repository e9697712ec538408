// A refusal by the rules, on its way to the user.

import CaseStore
import Lifecycle
import Printing

extension Refused: Failure {
    /// Each refusal in a sentence, with a line for each thing that is missing.
    var sentence: String { refusals.map(\.sentence).joined(separator: "\n") }

    var exit: Exit { .data }

    /// The members of the JSON answer: the first refusal as `refused`, and the others, if there are any.
    var members: [(String, JSON)] {
        let rest = refusals.dropFirst()
        return refusals.prefix(1).map { ("refused", $0.json) }
            + (rest.isEmpty ? [] : [("also", JSON(rest.map(\.json)))])
    }
}

extension Refusal {
    /// The refusal: the rule and why, then a line for each thing that is missing, which accounts can supply it and who may decide it.
    fileprivate var sentence: String {
        var lines = missing.map { "missing: \($0)" }
        if !accounts.isEmpty { lines.append("accounts that can: \(accounts.joined(separator: ", "))") }
        if !deciders.isEmpty { lines.append("can decide it: \(deciders.joined(separator: "; or "))") }
        // The name of a lifecycle alone, where the event is none of its events, tells a reader nothing.
        let name = rule.contains(".") ? " by \(rule)" : ""
        return (["refused\(name): \(why)"] + lines).joined(separator: "\n  ")
    }
}
