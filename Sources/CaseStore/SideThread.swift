// A thread beside the work: for what needs nothing of the case file but what it is handed.
import Dispatch
import Glibc
import Synchronization

/// Does errands one after another on a thread of its own, in the order in which they were given.
///
/// The thread begins with the first errand and ends after the last, once nobody holds this any more.
final class SideThread: Sendable {
    private let desk = Desk()

    deinit { desk.close() }

    /// Lets `make` be done beside the work; where the system gives no thread it is done at once.
    func begin<Value: Sendable>(_ make: @escaping @Sendable () throws -> Value) -> Pending<Value> {
        let pending = Pending<Value>()
        desk.take { pending.settle(Result(catching: make)) }
        return pending
    }

    /// Where errands lie until the thread comes to them.
    private final class Desk: Sendable {
        private struct State {
            var errands: [@Sendable () -> Void] = []
            var done = 0
            var isManned = false
        }

        private let state = Mutex(State())
        private let bell = DispatchSemaphore(value: 0)

        func take(_ errand: @escaping @Sendable () -> Void) {
            let isManned = state.withLock { state in
                if !state.isManned { state.isManned = man() }
                if state.isManned { state.errands.append(errand) }
                return state.isManned
            }
            if isManned { bell.signal() } else { errand() }
        }

        func close() { bell.signal() }

        /// The next errand; waits for one, and answers nil when there will be none.
        private func next() -> (@Sendable () -> Void)? {
            bell.wait()
            return state.withLock { state in
                guard state.done < state.errands.count else { return nil }
                defer { state.done += 1 }
                let errand = state.errands[state.done]
                if state.done > 64 {
                    state.errands.removeSubrange(..<state.done)
                    state.done = 0
                }
                return errand
            }
        }

        private func man() -> Bool {
            var thread = pthread_t()
            let desk = unsafe Unmanaged.passRetained(self)
            let answer = unsafe pthread_create(
                &thread, nil,
                { desk in
                    guard let desk = unsafe desk else { return nil }
                    let held = unsafe Unmanaged<Desk>.fromOpaque(desk).takeRetainedValue()
                    while let errand = held.next() { errand() }
                    return nil
                }, desk.toOpaque())
            guard answer == 0 else {
                unsafe desk.release()
                return false
            }
            pthread_detach(thread)
            return true
        }
    }
}

/// What an errand will have come to.
final class Pending<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)
    private let bell = DispatchSemaphore(value: 0)

    fileprivate func settle(_ result: Result<Value, any Error>) {
        self.result.withLock { $0 = result }
        bell.signal()
    }

    /// What it came to, or what it failed with; waits until it is done.
    func value() throws -> Value {
        bell.wait()
        // Whoever asks again finds it done.
        bell.signal()
        return try result.withLock { try $0?.get() } ?? { throw StoreError(.damaged, "An errand was not done.") }()
    }
}
