// The command `correct`: an event struck, and left to be seen.

import CaseModel
import CaseStore
import Interchange
import Lifecycle
import Printing

extension Dalesway {
    static let correct = Command(
        "correct", "Strike an event that was recorded by mistake.",
        details: """
            The event stays in the history, struck, with your reason. It is refused if what stands after it would then \
            break a rule, and each thing that would break is named. If it was so all the same, say --as-happened: what then \
            stands against a rule is marked as a breach, for a supervisor to review.
            """,
        examples: ["dalesway correct EV-7QK2M4XNTB --reason 'Entered on the wrong record'"],
        .argument("event-id", "The event to strike.", as: String.self),
        .required("reason", "Why it is struck.", as: String.self),
        .option("known", "The day on which the mistake became known; today if not said.", as: Day.self),
        .flag("as-happened", "Strike it although later events then stand against a rule.")
    ) { (call, id, reason, known: Day?, asHappened: Bool) in
        let line = CorrectLine(event: id, known: known, reason: reason)
        let events = try call.signedIn { try $0.correct(line, evenIfBroken: asHappened) }
        let text = events.map { $0.text(time: Clock.text, about: events.first?.reference) }.joined()
        let json = JSON(events.map(\.json))
        return Answer("Struck:\n" + text, json: ["struck": json])
    }
}
