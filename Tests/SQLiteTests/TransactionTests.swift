// Transactions: whole or not at all.
import SQLite
import Testing

@Suite struct `A transaction` {
    private struct Stop: Error {}

    private func stocked() throws -> Connection {
        let connection = try Connection.inMemory()
        try connection.transaction {
            try $0.run("CREATE TABLE thing (id INTEGER PRIMARY KEY, n INTEGER UNIQUE) STRICT")
        }
        return connection
    }

    private func count(_ connection: Connection) throws -> Int? {
        try connection.first("SELECT count(*) FROM thing") { try $0.int(0) }
    }

    @Test func `keeps everything when nothing went wrong`() throws {
        let connection = try stocked()
        let (row, changed) = try connection.transaction { transaction in
            try transaction.run("INSERT INTO thing (n) VALUES (1), (2), (3)")
            let changed = try transaction.run("UPDATE thing SET n = n + 10 WHERE n > \(1)")
            #expect(try transaction.first("SELECT max(n) FROM thing") { try $0.int(0) } == 13)
            return (transaction.lastInsertedRow, changed)
        }
        #expect(row == 3)
        #expect(changed == 2)
        #expect(try count(connection) == 3)
    }

    @Test func `keeps nothing when its body throws`() throws {
        let connection = try stocked()
        #expect(throws: Stop.self) {
            try connection.transaction { transaction in
                try transaction.run("INSERT INTO thing (n) VALUES (1)")
                throw Stop()
            }
        }
        #expect(try count(connection) == 0)
    }

    @Test func `is poisoned by its first failed statement, even if that was caught`() throws {
        let connection = try stocked()
        #expect {
            try connection.transaction { transaction in
                try transaction.run("INSERT INTO thing (n) VALUES (1)")
                _ = try? transaction.run("INSERT INTO thing (n) VALUES (2), (1)")
                _ = try? transaction.run("INSERT INTO thing (n) VALUES (3)")
            }
        } throws: { ($0 as? SQLiteError)?.category == .unique }
        #expect(try count(connection) == 0)
        try connection.transaction { try $0.run("INSERT INTO thing (n) VALUES (4)") }
        #expect(try count(connection) == 1)
    }

    @Test func `throws the first failure, not the last`() throws {
        let connection = try stocked()
        #expect {
            try connection.transaction { transaction in
                do { try transaction.run("INSERT INTO nothing (n) VALUES (1)") } catch { throw Stop() }
            }
        } throws: { ($0 as? SQLiteError)?.detail.contains("nothing") == true }
    }

    @Test func `is not begun inside another`() throws {
        let connection = try stocked()
        try connection.transaction { transaction in
            #expect(throws: SQLiteError.self) { try connection.transaction { _ in } }
            try transaction.run("INSERT INTO thing (n) VALUES (1)")
        }
        #expect(try count(connection) == 1)
    }

    @Test func `answers with rows where a statement returns them`() throws {
        let connection = try stocked()
        let ids = try connection.transaction { transaction in
            try transaction.run("INSERT INTO thing (n) VALUES (7), (8) RETURNING id, n", returning: { try $0.int(1) })
        }
        #expect(ids == [7, 8])
    }

    @Test func `does not keep a failed statement`() throws {
        let connection = try stocked()
        for attempt in 1...3 {
            for n in [5, 5] {
                _ = try? connection.transaction { try $0.run("INSERT INTO thing (n) VALUES (\(n))") }
            }
            #expect(try count(connection) == 1, "attempt \(attempt)")
        }
    }

    @Test func `runs a script whole or not at all`() throws {
        let connection = try Connection.inMemory()
        let good = Script(
            embedded: Array("-- a\nCREATE TABLE a (x) ; \nINSERT INTO a VALUES (1);\n-- end\n".utf8), name: "good")
        let bad = Script(
            embedded: Array("CREATE TABLE b (x); INSERT INTO c VALUES (1); CREATE TABLE d (x);".utf8), name: "bad")
        try connection.transaction { transaction in
            try transaction.run(good)
            try transaction.setUserVersion(3)
        }
        #expect(throws: SQLiteError.self) {
            try connection.transaction { transaction in
                try transaction.run(bad)
                try transaction.setUserVersion(4)
            }
        }
        #expect(try connection.userVersion() == 3)
        #expect(try connection.all("SELECT name FROM sqlite_schema") { try $0.text(0) } == ["a"])
    }
}
