// One who reads for long, while others write and read.
import Glibc
import SQLite
import Synchronization
import Testing
import Vault

@Suite struct `A store with one who reads for long` {
    /// What the long reader and the rest tell each other.
    private final class Signals: Sendable {
        let hasBegun = Atomic(false)
        let mayEnd = Atomic(false)
    }

    /// Reads in one snapshot until it is told to end; answers whether it saw the same throughout.
    private func readLong(_ vault: Vault, _ signals: Signals) throws -> InThread {
        let reader = Handed(try vault.reader())
        return InThread {
            try reader.use { reader in
                try reader.snapshot {
                    let before = try reader.count()
                    signals.hasBegun.store(true, ordering: .sequentiallyConsistent)
                    while !signals.mayEnd.load(ordering: .sequentiallyConsistent) {
                        guard try reader.count() == before, try reader.isTrue() else { return false }
                        usleep(500)
                    }
                    return try reader.count() == before
                }
            }
        }
    }

    @Test func `goes on for everybody else, and its log is used again afterwards`() throws {
        let scratch = try Scratch()
        try scratch.stock(100)
        let vault = try scratch.open()
        try vault.connection.configure("PRAGMA wal_autocheckpoint = 20")
        let rounds = isSoak ? 3_000 : 300
        func logSize() -> Int { scratch.read("case.db-wal")?.count ?? 0 }
        let signals = Signals()
        let long = try readLong(vault, signals)
        while !signals.hasBegun.load(ordering: .sequentiallyConsistent), !long.isOver { usleep(500) }
        // Commits, other readers and checkpoints are kept by nothing, and see what is new.
        let other = try vault.reader()
        for id in 101...100 + rounds {
            try vault.connection.add(id...id)
            if id % 7 == 0 { #expect(try other.count() == id) }
            if id % 50 == 0 { try vault.checkpoint() }
        }
        let pinned = logSize()
        signals.mayEnd.store(true, ordering: .sequentiallyConsistent)
        #expect(try long.answer())
        // What the long reader needed can go now: the log begins anew, and grows no further than it had to.
        try vault.checkpoint()
        for id in 101 + rounds...100 + 2 * rounds { try vault.connection.add(id...id) }
        #expect(logSize() <= pinned)
        #expect(try other.count() == 100 + 2 * rounds)
        #expect(try other.isTrue())
        #expect(try vault.check().isEmpty)
        other.close()
        try vault.close()
        #expect(scratch.names == ["case.db", "lock"])
        let again = try scratch.open()
        #expect(try again.connection.count() == 100 + 2 * rounds)
    }

    @Test func `lets a reader come and go on every thread while it writes and checkpoints`() throws {
        let scratch = try Scratch()
        try scratch.stock(100)
        let vault = try scratch.open()
        try vault.connection.configure("PRAGMA wal_autocheckpoint = 10")
        let signals = Signals()
        var threads: [InThread] = []
        for _ in 0..<3 {
            let reader = Handed(try vault.reader())
            threads.append(
                InThread {
                    var last = 0
                    while !signals.mayEnd.load(ordering: .sequentiallyConsistent) {
                        let (count, isTrue) = try reader.use { reader in
                            try reader.snapshot { (try reader.count(), try reader.isTrue()) }
                        }
                        guard isTrue, count >= last else { return false }
                        last = count
                    }
                    return true
                })
        }
        let rounds = isSoak ? 2_000 : 150
        for id in 101...100 + rounds {
            try vault.connection.add(id...id)
            if id % 9 == 0 { try vault.checkpoint() }
        }
        signals.mayEnd.store(true, ordering: .sequentiallyConsistent)
        for thread in threads { #expect(try thread.answer()) }
        #expect(try vault.check().isEmpty)
    }
}
