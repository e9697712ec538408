// Many threads at once: readers that open, read and close while the store is written to and its log put into the pages.
import Foundation
import SQLite
import Synchronization
import Testing
import Vault

@Suite(.serialized) struct `Readers on many threads` {
    /// What went wrong on any thread, and whether the work is over.
    private final class Board: Sendable {
        let faults = Mutex<[String]>([])
        let rounds = Atomic<Int>(0)
        let isOver = Atomic<Bool>(false)
        let running = Atomic<Int>(0)
    }

    /// Runs `work` on a thread of its own until the board says that it is over.
    private func start(_ board: Board, _ work: @escaping @Sendable () throws -> Void) {
        board.running.add(1, ordering: .relaxed)
        // A thread of its own: the tasks' threads are as few as the processors, and the tests that wait hold them.
        Thread.detachNewThread {
            do {
                while !board.isOver.load(ordering: .relaxed) {
                    try work()
                    board.rounds.add(1, ordering: .relaxed)
                }
            } catch { board.faults.withLock { $0.append("\(error)") } }
            board.running.add(-1, ordering: .relaxed)
        }
    }

    private struct Wrong: Error {}

    /// Every commit keeps the sum of all rows at nought: whoever sees another sum has seen half of one.
    @Test(arguments: [0, 6]) func `never see half a change or a false alarm`(_ every: Int) throws {
        let scratch = try Scratch()
        let vault = try scratch.create()
        try vault.connection.transaction { transaction in
            try transaction.run("CREATE TABLE pair (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL, body BLOB) STRICT")
            for id in 1...400 { try transaction.run("INSERT INTO pair VALUES (\(id), 0, \(Scratch.body(id)))") }
        }
        if every > 0 { try vault.connection.configure("PRAGMA wal_autocheckpoint = 6") }
        let board = Board()
        let door = Handed(vault)
        @Sendable func sum(_ reader: Connection) throws {
            let (sum, count) = try reader.snapshot {
                let sum = try reader.first("SELECT sum(amount) FROM pair") { try $0.int(0) }
                let count = try reader.first("SELECT count(body) FROM pair") { try $0.int(0) }
                return (sum, count)
            }
            guard sum == 0, let count, count >= 400 else { throw Wrong() }
        }
        // One keeps its connection, one opens a new one each time, one has so small a cache that it reads from the disk.
        let kept = try door.use { Handed(try $0.reader()) }
        start(board) { try kept.use { try sum($0) } }
        let small = try door.use { Handed(try $0.reader()) }
        try small.use { _ = try $0.configure("PRAGMA cache_size = 4") }
        start(board) { try small.use { try sum($0) } }
        start(board) {
            let fresh = try door.use { Handed(try $0.reader()) }
            try fresh.use { try sum($0) }
        }
        var random = Seeded(51)
        for round in 0..<(isSoak ? 20_000 : 400) {
            let (one, other) = (Int.random(in: 1...400, using: &random), Int.random(in: 1...400, using: &random))
            try door.use { vault in
                try vault.connection.transaction { transaction in
                    try transaction.run("UPDATE pair SET amount = amount + 7 WHERE id = \(one)")
                    try transaction.run("UPDATE pair SET amount = amount - 7 WHERE id = \(other)")
                    if round % 5 == 0 {
                        try transaction.run("INSERT INTO pair VALUES (\(1_000 + round), 0, \(Scratch.body(round)))")
                    }
                }
                if every == 0, round % 9 == 0 { try vault.checkpoint() }
            }
        }
        board.isOver.store(true, ordering: .relaxed)
        while board.running.load(ordering: .relaxed) > 0 { usleep(1_000) }
        #expect(board.faults.withLock { $0 } == [])
        #expect(board.rounds.load(ordering: .relaxed) > 3)
        #expect(try door.use { try $0.check().isEmpty })
        kept.use { $0.close() }
        small.use { $0.close() }
        try door.use { try $0.close() }
        #expect(try scratch.open().check().isEmpty)
    }
}
