// A thing that several threads use, one at a time.
import Synchronization

/// A value handed from thread to thread, which one of them uses at a time.
final class Handed<Value>: Sendable {
    private let value: Mutex<Value>

    init(_ value: sending Value) { self.value = Mutex(value) }

    func use<R: Sendable>(_ body: (inout sending Value) throws -> R) rethrows -> R {
        try value.withLock { try body(&$0) }
    }
}
