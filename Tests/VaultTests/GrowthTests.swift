// Stores beyond the ordinary: large values, many pages, long logs.
import CSQLite
import SQLite
import Testing
import Vault

@Suite struct `A large store` {
    @Test func `keeps a narrative of ten megabytes`() throws {
        let scratch = try Scratch()
        try scratch.stock(1)
        let text = String(repeating: "Fictional words, é and \u{1F33E}. ", count: 320_000)
        let vault = try scratch.open()
        try vault.connection.transaction { try $0.run("INSERT INTO thing (id, name) VALUES (2, \(text))") }
        try vault.close()
        let again = try scratch.open()
        #expect(try again.connection.first("SELECT name FROM thing WHERE id = 2") { try $0.text(0) } == text)
        #expect(try again.check().isEmpty)
    }

    @Test func `uses its log again instead of letting it grow`() throws {
        let scratch = try Scratch()
        try scratch.stock(1)
        let vault = try scratch.open()
        var largest = 0
        let rounds = isSoak ? 60 : 8
        for round in 0..<rounds {
            try vault.connection.transaction { transaction in
                for id in 2 + round * 2_000...1 + (round + 1) * 2_000 {
                    try transaction.run("INSERT INTO thing VALUES (\(id), \(Scratch.name(id)), \(Scratch.body(id)))")
                }
            }
            try vault.connection.add(1_000_000 + round...1_000_000 + round)
            largest = max(largest, scratch.read("case.db-wal")?.count ?? 0)
        }
        // A thousand frames bring a checkpoint; the log then begins anew.
        #expect(largest < 3_000 * Picture.frameSize)
        #expect(try vault.connection.count() == 1 + rounds * 2_001)
        #expect(try vault.connection.isTrue())
        #expect(try vault.check().isEmpty)
    }

    @Test func `shrinks nothing and loses nothing when much is deleted and put in again`() throws {
        let scratch = try Scratch()
        try scratch.stock(3_000)
        var random = Seeded(7)
        for _ in 0..<5 {
            let vault = try scratch.open()
            try vault.connection.transaction { transaction in
                for _ in 0..<300 {
                    let id = Int.random(in: 1...3_000, using: &random)
                    try transaction.run("DELETE FROM thing WHERE id BETWEEN \(id) AND \(id + 3)")
                }
            }
            try vault.connection.transaction { transaction in
                for id in 1...3_000 {
                    try transaction.run(
                        "INSERT OR IGNORE INTO thing VALUES (\(id), \(Scratch.name(id)), \(Scratch.body(id)))")
                }
            }
            #expect(try vault.connection.count() == 3_000)
            #expect(try vault.check().isEmpty)
            try vault.close()
        }
    }

    @Test func `imports with spilling as without`() throws {
        let scratch = try Scratch()
        try scratch.stock(1)
        let vault = try scratch.open()
        try vault.connection.configure("PRAGMA cache_size = -200")
        try vault.allowSpill(true)
        try vault.connection.transaction { transaction in
            for id in 2...6_000 { try transaction.run("INSERT INTO thing VALUES (\(id), '', NULL)") }
            for id in 2...6_000 {
                try transaction.run(
                    "UPDATE thing SET name = \(Scratch.name(id)), body = \(Scratch.body(id)) WHERE id = \(id)")
            }
        }
        let copy = try Scratch()
        copy.put(scratch.picture())
        try vault.allowSpill(false)
        for opened in [vault, try copy.open()] {
            #expect(try opened.connection.count() == 6_000)
            #expect(try opened.connection.isTrue())
            #expect(try opened.check().isEmpty)
        }
    }

    @Test func `tells how far a check has come`() throws {
        let scratch = try Scratch()
        try scratch.stock(3_000)
        let vault = try scratch.open()
        var told: [Int] = []
        var totals: Set<Int> = []
        let pages = scratch.picture().pages
        let faults = try vault.check { done, all in
            told.append(done)
            totals.insert(all)
        }
        #expect(faults.isEmpty)
        #expect(totals == [pages])
        #expect(told.last == pages)
        #expect(told == told.sorted())
    }
}
