// The leaves of the log, read beside the work that is done on them.
import AuditLog
import Rows
import SQLite
import Synchronization
import Vault

/// Gives the log's leaves run by run; while one run is looked at, another thread reads the next.
final class LeafSource {
    private let reading: Reading
    private let thread = SideThread()
    private var ahead: [Pending<LeafRun>] = []

    /// How many leaves a run has.
    static let runCount = 4096

    /// Reads the log of a store; ``close()`` must be called before the store is let go.
    init(_ vault: Vault) throws {
        reading = Reading(try vault.reader())
        for _ in 0..<2 { readAhead() }
    }

    /// The next run; without leaves at the end of the log.
    func next() throws -> LeafRun {
        let run = try ahead.removeFirst().value()
        readAhead()
        return run
    }

    /// Waits for the reading to end, and lets the store go.
    func close() { reading.close() }

    private func readAhead() { ahead.append(thread.begin { [reading] in try reading.next() }) }

    /// The connection that reads, and how far it has come; on one thread at a time.
    private final class Reading: Sendable {
        private struct State {
            var connection: Connection?
            var first = 0
        }

        private let state: Mutex<State>

        init(_ connection: sending Connection) { state = Mutex(State(connection: connection)) }

        func next() throws -> LeafRun {
            try state.withLock { state in
                guard let connection = state.connection else { throw StoreError(.fault, "The log was let go.") }
                let run = try connection.run(from: state.first, most: LeafSource.runCount)
                state.first += run.count
                return run
            }
        }

        func close() { state.withLock { $0.connection = nil } }
    }
}
