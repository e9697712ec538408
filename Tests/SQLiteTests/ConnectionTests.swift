// Reading and writing through a connection: what comes back, what is refused.
import CSQLite
import SQLite
import Testing

@Suite struct `A connection` {
    private enum Mood: String, Storable { case calm, angry }

    private func stocked() throws -> Connection {
        let connection = try Connection.inMemory()
        try connection.transaction { transaction in
            try transaction.run(
                "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT UNIQUE, size REAL, body BLOB, n INTEGER) STRICT")
        }
        return connection
    }

    @Test func `gives back what was put in, by place and by name`() throws {
        let connection = try stocked()
        try connection.transaction { transaction in
            let (name, body) = ("Ada\u{0}é\u{1F33E}", [UInt8](0...255))
            try transaction.run("INSERT INTO thing (name, size, body, n) VALUES (\(name), \(1.5), \(body), \(Int.min))")
            try transaction.run(
                "INSERT INTO thing (name, size, body, n) VALUES (\(""), \(nil as Double?), \([UInt8]()), \(true))")
        }
        let rows = try connection.all("SELECT id, name, size, body, n FROM thing ORDER BY id") { row in
            (try row.int(0), try row.text(1), try row.value(2) as Double?, try row.bytes(3), try row.int(4))
        }
        #expect(rows[0] == (1, "Ada\u{0}é\u{1F33E}", 1.5, [UInt8](0...255), Int.min))
        #expect(rows[1] == (2, "", nil, [], 1))
        let named = try connection.first("SELECT name AS called, n FROM thing WHERE id = \(2)") { row in
            (try row["called"] as String, try row["n"] as Bool)
        }
        #expect(try #require(named) == ("", true))
    }

    @Test func `stores an enum by its raw value`() throws {
        let connection = try stocked()
        try connection.transaction { try $0.run("INSERT INTO thing (name) VALUES (\(Mood.angry))") }
        #expect(try connection.first("SELECT name FROM thing") { try $0.value(0) as Mood } == .angry)
        #expect(
            try connection.first("SELECT count(*) FROM thing WHERE name IN \(list: [Mood.calm])") { try $0.int(0) } == 0
        )
        let all: [Mood] = [.calm, .angry]
        #expect(try connection.first("SELECT count(*) FROM thing WHERE name IN \(list: all)") { try $0.int(0) } == 1)
        #expect(
            try connection.first("SELECT count(*) FROM thing WHERE name IN \(list: [Mood]())") { try $0.int(0) } == 0)
    }

    @Test func `takes hostile text as a value`() throws {
        let connection = try stocked()
        let name = "'); DROP TABLE thing; --"
        try connection.transaction { try $0.run("INSERT INTO thing (name) VALUES (\(name))") }
        #expect(try connection.first("SELECT name FROM thing") { try $0.text(0) } == name)
    }

    @Test func `refuses a column of another kind, or none`() throws {
        let connection = try stocked()
        try connection.transaction { try $0.run("INSERT INTO thing (name) VALUES ('x')") }
        #expect(throws: SQLiteError.self) { try connection.first("SELECT name FROM thing") { try $0.int(0) } }
        #expect(throws: SQLiteError.self) { try connection.first("SELECT n FROM thing") { try $0.int(0) } }
        #expect(throws: SQLiteError.self) { try connection.first("SELECT n FROM thing") { try $0.text(0) } }
        #expect(throws: SQLiteError.self) { try connection.first("SELECT n FROM thing") { try $0.bytes(7) } }
        #expect(throws: SQLiteError.self) { try connection.first("SELECT 2") { try $0.bool(0) } }
        #expect(throws: SQLiteError.self) {
            try connection.first("SELECT name FROM thing") { try $0["size"] as String }
        }
        #expect(throws: SQLiteError.self) { try connection.first("SELECT 1 AS a, 2 AS a") { try $0["a"] as Int } }
        #expect(try connection.first("SELECT n FROM thing") { try $0.intOrNil(0) } == .some(nil))
    }

    @Test func `refuses to write while it reads`() throws {
        let connection = try stocked()
        #expect {
            try connection.query("DELETE FROM thing") { _ in }
        } throws: { ($0 as? SQLiteError)?.category == .readOnly }
        #expect(throws: SQLiteError.self) {
            try connection.query("INSERT INTO thing (n) VALUES (1) RETURNING id") { _ in }
        }
    }

    @Test func `lets a query run inside its own rows`() throws {
        let connection = try stocked()
        try connection.transaction { for n in 1...3 { try $0.run("INSERT INTO thing (n) VALUES (\(n))") } }
        func below(_ limit: Int) throws -> Int {
            var count = 0
            try connection.query("SELECT n FROM thing WHERE n < \(limit)") { row in
                count += 1 + (try below(try row.int(0)))
            }
            return count
        }
        #expect(try below(4) == 7)
    }

    @Test(
        arguments: [
            "ATTACH ':memory:' AS other", "ATTACH 'file:/tmp/dalesway-never?vfs=unix' AS other",
            "VACUUM INTO '/tmp/dalesway-never'",
            "SAVEPOINT a", "BEGIN", "COMMIT", "ROLLBACK", "PRAGMA journal_mode = DELETE", "PRAGMA writable_schema = ON",
            "PRAGMA temp_store = 1", "SELECT load_extension('x')", "CREATE VIRTUAL TABLE v USING rtree(a, b, c)",
        ] as [SQL]) func `never prepares`(_ sql: SQL) throws
    {
        let connection = try stocked()
        #expect(throws: SQLiteError.self) { try connection.transaction { try $0.run(sql) } }
        #expect(throws: SQLiteError.self) { try connection.query(sql) { _ in } }
        #expect(try connection.first("SELECT count(*) FROM thing") { try $0.int(0) } == 0)
    }

    @Test func `says what was refused without a value in it`() throws {
        let connection = try stocked()
        let secret = "Fictional Person"
        do {
            try connection.transaction { transaction in
                for _ in 1...2 { try transaction.run("INSERT INTO thing (name) VALUES (\(secret))") }
            }
            Issue.record("a second row of the same name was taken")
        } catch let error as SQLiteError {
            #expect(error.category == .unique)
            #expect(error.primary == SQLITE_CONSTRAINT)
            #expect(!"\(error) \(error.detail) \(error.sql) \(String(reflecting: error))".contains(secret))
        }
        #expect(!"\(secret.stored)".contains(secret))
        #expect(!String(reflecting: secret.stored).contains(secret))
    }

    @Test func `holds one state for the length of a snapshot`() throws {
        let connection = try stocked()
        let counts = try connection.snapshot {
            [
                try connection.first("SELECT count(*) FROM thing") { try $0.int(0) },
                try connection.first("SELECT 1") { try $0.int(0) },
            ]
        }
        #expect(counts == [0, 1])
        try connection.transaction { try $0.run("INSERT INTO thing (n) VALUES (1)") }
        #expect(try connection.first("SELECT count(*) FROM thing") { try $0.int(0) } == 1)
    }

    @Test func `joins a query from parts written in the source`() throws {
        let connection = try stocked()
        try connection.transaction { for n in 1...5 { try $0.run("INSERT INTO thing (n) VALUES (\(n))") } }
        for (low, high, expected) in [(2, 4, 3), (1, 1, 1), (5, 9, 1)] {
            var sql: SQL = "SELECT count(*) FROM thing WHERE n >= \(low)"
            sql += " AND n <= \(high)"
            #expect(try connection.first(sql) { try $0.int(0) } == expected)
        }
        for limit in [2, 3] {
            let sql: SQL = "SELECT count(*) FROM thing WHERE n >= \(limit)"
            #expect(try connection.first(sql) { try $0.int(0) } == 6 - limit)
        }
    }

    @Test func `says that a path cannot be opened`() {
        #expect { try Connection(path: "/nowhere/at/all") } throws: { ($0 as? SQLiteError)?.category == .cannotOpen }
    }

    @Test func `refuses everything once it is closed`() throws {
        let connection = try stocked()
        try connection.transaction { try $0.run("INSERT INTO thing (n) VALUES (1)") }
        connection.close()
        connection.close()
        #expect(throws: SQLiteError.self) { try connection.first("SELECT 1") { try $0.int(0) } }
        #expect(throws: SQLiteError.self) { try connection.transaction { try $0.run("DELETE FROM thing") } }
        #expect(throws: SQLiteError.self) { try connection.snapshot {} }
        #expect(throws: SQLiteError.self) { try connection.configure("PRAGMA cache_spill = ON") }
        #expect(connection.changes == 0)
        let other = try stocked()
        #expect(throws: SQLiteError.self) {
            try other.transaction { transaction in
                other.close()
                try transaction.run("DELETE FROM thing")
            }
        }
    }
}
