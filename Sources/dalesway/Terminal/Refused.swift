// A refusal by the rules, on its way to the user.

import CaseStore
import Lifecycle
import Printing

extension Refused: Failure {
    /// Each refusal in a sentence.
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
    /// The refusal in one sentence: the rule, why, what is missing and who can supply it.
    fileprivate var sentence: String {
        let more = !missing.isEmpty || !who.isEmpty
        // What follows after a semicolon does not follow a full stop.
        var sentence = "refused by \(rule): \(more && why.hasSuffix(".") ? String(why.dropLast()) : why)"
        if !missing.isEmpty { sentence += "; missing: \(missing.joined(separator: "; "))" }
        if !who.isEmpty { sentence += "; who can: \(who.joined(separator: ", "))" }
        return sentence
    }
}
