// How far a long computation has come, on stderr, where a person is looking.

import Glibc
import Synchronization

/// A meter that says how far a long act has come; silent where stderr is not a terminal.
final class Progress: Sendable {
    private let talk: Talk
    private let title: String
    private let total: Int?
    private let last = Mutex<(shown: Bool, at: Int64)>((false, 0))

    init(_ title: String, of total: Int?, talk: Talk) {
        (self.title, self.total, self.talk) = (title, total, talk)
    }

    /// Says that `done` are done; shown five times a second at most.
    func reached(_ done: Int) {
        guard talk.isTerminal else { return }
        let now = Clock.system.now()
        let due = last.withLock { last in
            guard now - last.at >= 200 else { return false }
            last = (true, now)
            return true
        }
        guard due else { return }
        let share = total.flatMap { $0 > 0 ? " of \($0) (\(min(done, $0) * 100 / $0)%)" : nil } ?? ""
        talk.raw("\r\(title): \(done)\(share)\u{1B}[K")
    }

    /// Takes the meter off the screen.
    func finish() {
        if last.withLock({ $0.shown }) { talk.raw("\r\u{1B}[K") }
    }
}
