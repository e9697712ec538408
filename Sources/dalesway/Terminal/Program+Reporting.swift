// How an error is said.

import CaseStore
import Printing

extension Program {
    /// Says an error in one sentence and gives its code.
    func report(_ error: any Error, json: Bool, _ talk: Talk, _ output: Output, _ clock: Clock) -> Exit {
        if let refused = error as? Refused, json {
            // A refusal is an answer: a program that asked for JSON is told which rule, and what is missing.
            do {
                try output.write(JSON.object([("version", 1)] + refused.members).text + "\n")
                try output.flush()
            } catch {
                return error.exit
            }
            return refused.exit
        }
        guard let failure = error as? any Failure else {
            let code = String(describing: type(of: error))
            talk.complain(
                "something unexpected went wrong (code \(code), handle \(Self.handle(clock.now()))); "
                    + "tell both to whoever looks after the program")
            return .software
        }
        if !failure.sentence.isEmpty { talk.complain(failure.sentence) }
        return failure.exit
    }

    /// A mark by which one message can be told from another; it says nothing of the case file.
    private static func handle(_ now: Int64) -> String {
        let letters = Array("23456789BCDFGHJKMNPQRSTVWXYZ")
        var mixed = UInt64(bitPattern: now) &* 0x9E37_79B9_7F4A_7C15
        mixed ^= mixed >> 29
        var text = ""
        for place in 0..<8 {
            if place == 4 { text.append("-") }
            text.append(letters[Int(mixed % UInt64(letters.count))])
            mixed /= UInt64(letters.count)
        }
        return text
    }
}
