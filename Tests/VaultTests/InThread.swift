// Work on a thread of its own: tests that wait for one another must not share the few threads of tasks.
import Foundation

/// Work that began on a thread of its own, and its answer.
final class InThread: Sendable {
    private let result = Handed<Result<Bool, any Error>?>(nil)

    init(_ body: @escaping @Sendable () throws -> Bool) {
        Thread.detachNewThread { [result] in
            let answer = Result { try body() }
            result.use { $0 = answer }
        }
    }

    /// Whether the work is over.
    var isOver: Bool { result.use { $0 != nil } }

    /// Waits for the answer.
    func answer() throws -> Bool {
        while !isOver { usleep(1_000) }
        return try result.use { try $0?.get() } ?? false
    }
}
