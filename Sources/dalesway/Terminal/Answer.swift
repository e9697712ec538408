// What a command gives back: one answer, printed as text or as JSON.

import Printing

/// A command's answer.
///
/// Text and JSON are two printings of it; only the one that is asked for is made.
struct Answer: Sendable {
    /// For people; control characters are made visible when it is printed.
    let text: @Sendable () -> String
    /// For programs: an object, whose members follow `"version": 1`; null where there is nothing left to say.
    let json: @Sendable () -> JSON
    /// The code the program ends with.
    let exit: Exit

    init(
        _ text: @escaping @autoclosure @Sendable () -> String,
        json: @escaping @autoclosure @Sendable () -> JSON,
        exit: Exit = .ok
    ) {
        (self.text, self.json, self.exit) = (text, json, exit)
    }

    /// The answer was written to `Call.output` as it was found, and nothing is left to say.
    static let written = Answer("", json: nil)

    /// The JSON printing, with its version.
    var versioned: String {
        switch json() {
        case .object(let members):
            JSON.object((members.first?.0 == "version" ? [] : [("version", 1)]) + members).text + "\n"
        case .null: ""
        case .flag, .number, .text, .list: JSON.object([("version", 1), ("answer", json())]).text + "\n"
        }
    }
}
