// Nothing readable on the disk, and no way out of the vault.
import CSQLite
import Glibc
import SQLite
import Testing
import Vault

@Suite struct `The files of a store` {
    @Test func `hold no readable byte, in use and closed`() throws {
        let scratch = try Scratch()
        try scratch.stock(400)
        let vault = try scratch.open()
        try vault.connection.add(401...420)
        try expectNothingReadable(scratch)
        #expect(scratch.names == ["case.db", "case.db-wal", "lock"])
        try vault.connection.transaction { try $0.run("DELETE FROM thing WHERE id < 100") }
        try vault.close()
        try expectNothingReadable(scratch)
        #expect(scratch.names == ["case.db", "lock"])
    }

    private func expectNothingReadable(_ scratch: Scratch) throws {
        let secrets = ["fictional", "person", "thing", "CREATE", "INTEGER", "SQLite format 3", "sqlite"].map {
            Array($0.utf8)
        }
        for name in scratch.names {
            let bytes = try #require(scratch.read(name))
            for secret in secrets { #expect(!contains(bytes, secret), "\(name)") }
            // Rows of one byte repeated would show as a run.
            if name != "lock" { #expect(longestRun(Array(bytes.dropFirst(8192))) < 8, "\(name)") }
        }
        let picture = scratch.picture()
        #expect(entropy(picture.database[8192...]) > 7.98)
        if let log = picture.log { #expect(entropy(log[512...]) > 7.98) }
    }

    @Test func `are sealed anew each time, page by page`() throws {
        let scratch = try Scratch()
        try scratch.stock(10)
        let first = scratch.picture()
        let vault = try scratch.open()
        try vault.connection.transaction { try $0.run("UPDATE thing SET body = x'00'") }
        try vault.close()
        let second = scratch.picture()
        var nonces: Set<[UInt8]> = []
        for picture in [first, second] {
            for page in 1...picture.pages {
                nonces.insert(
                    Array(picture.database[Picture.page(page).upperBound - 40..<Picture.page(page).upperBound - 16]))
            }
        }
        #expect(nonces.count > first.pages)
    }

    @Test func `are the only ones, however large the work`() throws {
        let scratch = try Scratch()
        try scratch.stock(1)
        let vault = try scratch.open()
        try vault.connection.transaction { transaction in
            for id in 2...4_000 {
                try transaction.run("INSERT INTO thing VALUES (\(id), \(Scratch.name(id)), \(Scratch.body(id)))")
            }
        }
        try vault.connection.transaction { transaction in
            try transaction.run("CREATE INDEX by_body ON thing (body, name)")
            try transaction.run("CREATE TEMP TABLE passing AS SELECT * FROM thing ORDER BY body DESC, name")
            // A statement that would keep a journal of its own, because it changes many rows and can fail.
            try transaction.run("UPDATE OR ABORT thing SET id = id + 100000")
            try transaction.run("UPDATE OR ABORT thing SET id = id - 100000")
        }
        let sorted = try vault.connection.first(
            "SELECT count(*) FROM (SELECT DISTINCT a.name || '/' || b.id FROM thing a JOIN thing b ON b.id <= 20 ORDER BY 1 DESC)"
        ) { try $0.int(0) }
        #expect(sorted == 80_000)
        #expect(scratch.names == ["case.db", "case.db-wal", "lock"])
        #expect(try vault.connection.isTrue())
    }

    @Test(
        arguments: [
            "ATTACH 'file:/tmp/dalesway-leak.db?vfs=unix' AS leak", "ATTACH '/tmp/dalesway-leak.db' AS leak",
            "ATTACH '' AS leak",
            "ATTACH ':memory:' AS leak", "VACUUM INTO '/tmp/dalesway-leak.db'",
            "VACUUM INTO 'file:/tmp/dalesway-leak.db?vfs=unix'",
            "VACUUM", "PRAGMA journal_mode = DELETE", "PRAGMA journal_mode = OFF", "PRAGMA temp_store = FILE",
            "PRAGMA temp_store_directory = '/tmp'", "PRAGMA synchronous = OFF", "PRAGMA locking_mode = EXCLUSIVE",
            "PRAGMA wal_checkpoint", "PRAGMA writable_schema = ON", "PRAGMA secure_delete = OFF", "SAVEPOINT s",
            "SELECT writefile('/tmp/dalesway-leak.db', 'x')", "SELECT load_extension('x')",
        ] as [SQL]) func `are not left by`(_ sql: SQL) throws
    {
        let scratch = try Scratch()
        try scratch.stock(5)
        let vault = try scratch.open()
        #expect(throws: (any Error).self) { try vault.connection.query(sql) { _ in } }
        #expect(throws: (any Error).self) { try vault.connection.transaction { try $0.run(sql) } }
        #expect(unsafe access("/tmp/dalesway-leak.db", F_OK) != 0)
        #expect(try vault.connection.count() == 5)
        #expect(try vault.connection.configure("PRAGMA journal_mode") == .text("wal"))
    }

    @Test func `are opened by no other name`() throws {
        let scratch = try Scratch()
        try scratch.stock(5)
        let vault = try scratch.open()
        #expect(try vault.connection.count() == 5)
        for path in ["/tmp/dalesway-other", "\(scratch.folder)/case.db", "/store/0/case.db", "/store/x-wal"] {
            #expect(throws: SQLiteError.self) {
                try Connection(path: path, vfs: "dalesway", access: .create).userVersion()
            }
        }
        #expect(unsafe access("/tmp/dalesway-other", F_OK) != 0)
    }

    @Test func `are not touched by a journal that somebody left`() throws {
        let scratch = try Scratch()
        try scratch.stock(50)
        scratch.write(
            [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7] + [UInt8](repeating: 0, count: 5000), to: "case.db-journal"
        )
        let vault = try scratch.open()
        #expect(try vault.connection.isTrue())
        #expect(try vault.check().isEmpty)
    }

    @Test func `are not followed through a link`() throws {
        let scratch = try Scratch()
        try scratch.stock(5)
        unsafe rename("\(scratch.folder)/case.db", "\(scratch.folder)/elsewhere")
        unsafe symlink("elsewhere", "\(scratch.folder)/case.db")
        #expect(throws: VaultError.self) { try scratch.open() }
    }

    private func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        bytes.indices.contains { bytes[$0] == part[0] && bytes[$0...].starts(with: part) }
    }

    private func longestRun(_ bytes: [UInt8]) -> Int {
        var (longest, current) = (0, 0)
        for index in bytes.indices.dropFirst() {
            current = bytes[index] == bytes[index - 1] ? current + 1 : 0
            longest = max(longest, current)
        }
        return longest
    }

    /// Bits for each byte, by how often each of the 256 occurs.
    private func entropy(_ bytes: ArraySlice<UInt8>) -> Double {
        var counts = [Double](repeating: 0, count: 256)
        for byte in bytes { counts[Int(byte)] += 1 }
        let total = Double(bytes.count)
        return counts.filter { $0 > 0 }.reduce(0) { $0 - $1 / total * log2($1 / total) }
    }
}
