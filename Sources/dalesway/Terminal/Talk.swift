// What the program says about itself, on stderr.

import Glibc
import Printing

/// The program's talk: notes, errors and progress, never answers.
struct Talk: Sendable {
    let descriptor: Int32
    /// Whether a person is looking.
    let isTerminal: Bool

    init(descriptor: Int32 = STDERR_FILENO) {
        self.descriptor = descriptor
        isTerminal = isatty(descriptor) == 1
    }

    /// Says one line; what cannot be said is dropped, for there is nowhere left to complain.
    func say(_ line: String) {
        raw(visible(line) + "\n")
    }

    /// Says one line under the program's name.
    func complain(_ sentence: String) {
        say("dalesway: \(sentence)")
    }

    /// Writes as it stands.
    func raw(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
            if written > 0 {
                rest = rest.dropFirst(written)
            } else if errno != EINTR {
                return
            }
        }
    }
}
