// Trouble made on purpose, so that tests can see what the vault does when the disk fails.
import Glibc
import Synchronization

/// A disk that fails when a test tells it to.
///
/// A store opened without one never asks.
package final class Mishaps: Sendable {
    /// What a file may be asked to do.
    package enum Act: Hashable, Sendable, CaseIterable {
        case read, write, sync, truncate
    }

    private struct Plan {
        var acts: Set<Act> = []
        var remaining = Int.max
        var number: Int32 = 0
        var done = 0
    }

    private let plan = Mutex(Plan())

    /// A disk that works until told otherwise.
    package init() {}

    /// Lets `count` more of `acts` succeed and fails every one after them with the system's `number`.
    package func fail(_ acts: Set<Act>, after count: Int, with number: Int32 = ENOSPC) {
        plan.withLock { $0 = Plan(acts: acts, remaining: count, number: number, done: 0) }
    }

    /// Works again.
    package func stop() { plan.withLock { $0 = Plan() } }

    /// How many acts were asked for since the last plan was made.
    package var count: Int { plan.withLock { $0.done } }

    func meet(_ act: Act) throws(SystemFailure) {
        let number: Int32? = plan.withLock { plan in
            plan.done += 1
            guard plan.acts.contains(act) else { return nil }
            if plan.remaining > 0 {
                plan.remaining -= 1
                return nil
            }
            return plan.number
        }
        if let number { throw SystemFailure(number: number) }
    }
}
