// The check of every detail of the log, by as many threads as there are processors.
import AuditLog
import Cryptography
import Glibc
import Rows
import SQLite
import Synchronization
import Vault

/// Threads that each open the details of some runs of leaves, over a connection of their own.
final class DetailCrew {
    private let workers: [(desk: Desk, thread: SideThread)]
    private let size: Int
    private var ahead: [Pending<[Int]>] = []
    private var begun = 0

    /// Begins with the first leaves of a log of that size; ``close()`` must be called before the store is let go.
    init(_ vault: Vault, size: Int) throws {
        let count = min(max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1), 8)
        workers = try (0..<count).map { _ in (Desk(try vault.reader(), try DetailCheck()), SideThread()) }
        self.size = size
        for _ in 0..<count * 2 { begin() }
    }

    /// The leaves of the next run of which a detail is not what was committed to; nil after the last run.
    func next() throws -> (faults: [Int], done: Int)? {
        guard !ahead.isEmpty else { return nil }
        let done = min(size, (begun - ahead.count + 1) * LeafSource.runCount)
        let faults = try ahead.removeFirst().value()
        begin()
        return (faults, done)
    }

    /// Waits for the threads, and lets the store go.
    func close() {
        for worker in workers { worker.desk.close() }
    }

    private func begin() {
        let first = begun * LeafSource.runCount
        guard first < size else { return }
        let (desk, thread) = workers[begun % workers.count]
        begun += 1
        ahead.append(thread.begin { try desk.faults(from: first) })
    }

    /// What one thread works with.
    private final class Desk: Sendable {
        private struct State {
            var connection: Connection?
            let check: DetailCheck
        }

        private let state: Mutex<State>

        init(_ connection: sending Connection, _ check: sending DetailCheck) {
            state = Mutex(State(connection: connection, check: check))
        }

        func faults(from first: Int) throws -> [Int] {
            try state.withLock { state in
                guard let connection = state.connection else { throw StoreError(.fault, "The log was let go.") }
                let leaves = try connection.run(from: first, most: LeafSource.runCount)
                return try state.check.faults(in: connection.details(of: leaves), of: leaves) { subject in
                    try connection.logKey(of: subject).map { try LogKey(SecretBytes(copying: $0)) }
                }
            }
        }

        func close() { state.withLock { $0.connection = nil } }
    }
}
