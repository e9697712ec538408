// What goes with everything that is handed out: the checkpoint of the log that tells of it.

import Printing

extension Call {
    /// The checkpoint that was kept for a disclosure, to stand beneath its answer; empty if none could be.
    static func words(ofDisclosure note: String?) -> String {
        note.map { "The log as it was signed for this; whoever receives the data should hold it:\n\n\($0)" } ?? ""
    }

    /// Says the same beside an answer that is itself what was handed out.
    func tell(disclosure note: String?) {
        for line in Self.words(ofDisclosure: note).split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            talk.say(String(line))
        }
    }
}
