// Trouble made on purpose, so that tests can see what the vault does when the disk fails or the power goes.
import Glibc
import Synchronization

/// A disk that fails when a test tells it to, and writes down what was asked of it.
///
/// A store opened without one never asks.
package final class Mishaps: Sendable {
    /// What a file or a folder may be asked to do.
    package enum Act: Hashable, Sendable, CaseIterable {
        case read, write, sync, truncate, rename, unlink, syncFolder
    }

    private struct Plan {
        var acts: Set<Act> = []
        var remaining = Int.max
        var times = Int.max
        var failed = 0
        var number: Int32 = 0
        var isTorn = false
        var done = 0
    }

    private let plan = Mutex(Plan())
    private let record = Mutex<[DiskAct]?>(nil)
    private let left = Mutex<Int?>(nil)

    /// A disk that works until told otherwise.
    package init() {}

    /// Lets `count` more of `acts` succeed and fails every one after them, or so many `times`, with the system's `number`.
    ///
    /// A torn write leaves its first half behind, as a disk does that fills up.
    package func fail(
        _ acts: Set<Act>, after count: Int, with number: Int32 = ENOSPC, torn: Bool = false, times: Int = .max
    ) {
        plan.withLock { $0 = Plan(acts: acts, remaining: count, times: times, number: number, isTorn: torn) }
    }

    /// Works again.
    package func stop() { plan.withLock { $0 = Plan() } }

    /// How many acts were asked for since the last plan was made.
    package var count: Int { plan.withLock { $0.done } }

    /// How many acts failed since the last plan was made.
    package var failures: Int { plan.withLock { $0.failed } }

    /// Writes down every act from now on that changes anything.
    package func startRecord() { record.withLock { $0 = [] } }

    /// Every act since the record was begun, in order.
    package var acts: [DiskAct] { record.withLock { $0 ?? [] } }

    /// Writes down that whatever the number stands for was acknowledged.
    package func acknowledge(_ number: Int) { note(.acknowledged(number)) }

    /// The bytes left on a disk that a test made small; nil where nobody counts.
    package var room: Int? {
        get { left.withLock { $0 } }
        set { left.withLock { $0 = newValue } }
    }

    /// Takes bytes off the room that is left, or gives them back where there are fewer than none; answers whether it could.
    package func take(_ bytes: Int) -> Bool {
        left.withLock { left in
            guard let room = left else { return true }
            guard bytes <= 0 || bytes <= room else { return false }
            left = room - bytes
            return true
        }
    }

    func meet(_ act: Act) throws(SystemFailure) {
        let number: Int32? = plan.withLock { plan in
            plan.done += 1
            guard plan.acts.contains(act) else { return nil }
            if plan.remaining > 0 {
                plan.remaining -= 1
                return nil
            }
            guard plan.times > 0 else { return nil }
            plan.times -= 1
            plan.failed += 1
            return plan.number
        }
        if let number { throw SystemFailure(number: number) }
    }

    /// Whether a write that fails leaves its first half behind.
    var isTorn: Bool { plan.withLock { $0.isTorn } }

    /// Whether anything is written down.
    var isRecording: Bool { record.withLock { $0 != nil } }

    /// How many acts stand in the record.
    var place: Int { record.withLock { $0?.count ?? 0 } }

    /// Writes down an act that was done.
    func note(_ act: @autoclosure () -> DiskAct) { record.withLock { $0?.append(act()) } }
}
