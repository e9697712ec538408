// What the vault uses of Swift's Synchronization, made of the C library's locks, which the thread sanitizer knows.
import Glibc

/// A value behind a lock.
public struct Mutex<Value: ~Copyable>: ~Copyable, @unchecked Sendable {
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private let value: UnsafeMutablePointer<Value>

    public init(_ initial: consuming sending Value) {
        lock = .allocate(capacity: 1)
        value = .allocate(capacity: 1)
        pthread_mutex_init(lock, nil)
        value.initialize(to: initial)
    }

    deinit {
        value.deinitialize(count: 1)
        value.deallocate()
        pthread_mutex_destroy(lock)
        lock.deallocate()
    }

    public borrowing func withLock<Result: ~Copyable, Failure: Error>(
        _ body: (inout sending Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return try body(&value.pointee)
    }
}

/// How an access is ordered; here every one is behind a lock.
public enum Ordering: Sendable {
    case relaxed, acquiring, releasing, acquiringAndReleasing, sequentiallyConsistent
}

/// A number that threads share.
public struct Atomic<Value: Sendable>: ~Copyable, Sendable {
    private let value: Mutex<Value>

    public init(_ initial: Value) { value = Mutex(initial) }

    public borrowing func load(ordering: Ordering) -> Value { value.withLock { $0 } }

    public borrowing func store(_ new: Value, ordering: Ordering) { value.withLock { $0 = new } }
}

extension Atomic where Value: FixedWidthInteger {
    @discardableResult public borrowing func add(_ count: Value, ordering: Ordering) -> (oldValue: Value, newValue: Value) {
        value.withLock { value in
            let old = value
            value &+= count
            return (old, value)
        }
    }
}

extension Atomic where Value: FixedWidthInteger {
    @discardableResult public borrowing func subtract(_ count: Value, ordering: Ordering) -> (oldValue: Value, newValue: Value) {
        value.withLock { value in
            let old = value
            value &-= count
            return (old, value)
        }
    }
}

/// A fence: taking a lock and giving it back.
public func atomicMemoryFence(ordering: Ordering) { fence.withLock { _ in } }

private let fence = Mutex(())
