// A refusal by the rules, thrown by a command.

import Lifecycle
import Printing

/// What the rules refused, on its way to the user.
struct Refused: Failure {
    let refusal: Refusal

    init(_ refusal: Refusal) { self.refusal = refusal }

    var sentence: String {
        var sentence = "refused by \(refusal.rule): \(refusal.why)"
        if !refusal.missing.isEmpty { sentence += "; missing: \(refusal.missing.joined(separator: ", "))" }
        if !refusal.who.isEmpty { sentence += "; who can: \(refusal.who.joined(separator: ", "))" }
        return sentence
    }

    var exit: Exit { .data }

    /// The member `refused` of the JSON answer.
    var json: JSON {
        [
            "rule": .text(refusal.rule), "why": .text(refusal.why), "missing": JSON(refusal.missing),
            "who": JSON(refusal.who),
        ]
    }
}
