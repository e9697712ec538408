// A store in ordinary use: what is put in comes back, here, elsewhere and later.
import Cryptography
import Glibc
import SQLite
import Testing
import Vault

@Suite struct `A store` {
    @Test func `keeps what was put in over closing and opening`() throws {
        let scratch = try Scratch()
        try scratch.stock(500)
        #expect(scratch.names == ["case.db", "lock"])
        let vault = try scratch.open()
        #expect(try vault.connection.count() == 500)
        #expect(try vault.connection.isTrue())
        try vault.connection.add(501...520)
        try vault.connection.transaction { try $0.run("DELETE FROM thing WHERE id <= 100") }
        #expect(try vault.check().isEmpty)
        try vault.close()
        let again = try scratch.open()
        #expect(try again.connection.count() == 420)
        #expect(try again.connection.isTrue())
        #expect(try again.check().isEmpty)
    }

    @Test func `undoes a transaction whole`() throws {
        let scratch = try Scratch()
        try scratch.stock(50)
        let vault = try scratch.open()
        #expect(throws: SQLiteError.self) {
            try vault.connection.transaction { transaction in
                try transaction.run("DELETE FROM thing WHERE id > 10")
                try transaction.run("INSERT INTO thing VALUES (1, 'twice', NULL)")
            }
        }
        #expect(try vault.connection.count() == 50)
        #expect(try vault.connection.isTrue())
    }

    @Test func `has the settings that the vault stands on`() throws {
        let scratch = try Scratch()
        try scratch.stock(1)
        let vault = try scratch.open()
        func setting(_ sql: SQL) throws -> Value? { try vault.connection.configure(sql) }
        #expect(try setting("PRAGMA journal_mode") == .text("wal"))
        #expect(try setting("PRAGMA synchronous") == .integer(2))
        #expect(try setting("PRAGMA cache_spill") == .integer(0))
        #expect(try setting("PRAGMA temp_store") == .integer(2))
        #expect(try setting("PRAGMA secure_delete") == .integer(1))
        #expect(try setting("PRAGMA trusted_schema") == .integer(0))
        #expect(try setting("PRAGMA foreign_keys") == .integer(1))
        #expect(try setting("PRAGMA page_size") == .integer(4096))
        try vault.allowSpill(true)
        #expect(try setting("PRAGMA cache_spill") != .integer(0))
        try vault.allowSpill(false)
        #expect(try setting("PRAGMA cache_spill") == .integer(0))
        // The clock comes in from the faces, never from SQL.
        #expect(throws: (any Error).self) { try vault.connection.first("SELECT datetime('now')") { try $0.text(0) } }
    }

    @Test func `can be read and written by its owner alone`() throws {
        let scratch = try Scratch()
        let folder = scratch.folder + "/inner"
        defer {
            for name in ["case.db", "case.db-wal", "lock"] { unsafe unlink("\(folder)/\(name)") }
            unsafe rmdir(folder)
        }
        let vault = try Vault.create(at: folder, storeID: Scratch.storeID, key: scratch.key(), epoch: 1)
        try vault.connection.transaction { try $0.run("CREATE TABLE t (x)") }
        func mode(_ path: String) -> mode_t {
            var status = stat()
            return unsafe stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
        }
        #expect(mode(folder) == 0o700)
        for name in ["case.db", "case.db-wal", "lock"] { #expect(mode("\(folder)/\(name)") == 0o600) }
    }

    @Test func `refuses what is not a store of this key`() throws {
        let scratch = try Scratch()
        #expect(throws: VaultError.missing) { try scratch.open() }
        try scratch.stock(5)
        #expect(throws: VaultError.alreadyThere) { try scratch.create() }
        #expect(throws: VaultError.wrongKey) {
            try Vault.open(at: scratch.folder, storeID: Scratch.storeID, key: scratch.key(1))
        }
        #expect(throws: VaultError.foreign) {
            try Vault.open(at: scratch.folder, storeID: [UInt8](repeating: 9, count: 16), key: scratch.key())
        }
        let whole = scratch.picture()
        for (bytes, expected) in [
            ([], VaultError.notAStore), (Array("SQLite format 3\0".utf8), .notAStore),
            ([UInt8](repeating: 0, count: 20_000), .notAStore), ([UInt8](repeating: 7, count: 20_000), .notAStore),
            (Array(whole.database.prefix(4000)), .notAStore), (Array(whole.database.prefix(8000)), .damaged(.marks)),
            (Array(whole.database.prefix(9000)), .damaged(.page(1))),
        ] {
            scratch.write(bytes, to: "case.db")
            #expect(throws: expected) { try scratch.open() }
        }
        scratch.put(whole)
        let vault = try scratch.open()
        #expect(try vault.connection.isTrue())
    }

    @Test func `says that a newer program wrote it`() throws {
        let scratch = try Scratch()
        try scratch.stock(5)
        var picture = scratch.picture()
        picture.database[19] = 3
        picture.database.replaceSubrange(4064..<4096, with: try SHA256.hash(Array(picture.database[..<4064])).bytes)
        scratch.put(picture)
        #expect(throws: VaultError.newerFormat(3)) { try scratch.open() }
    }

    @Test func `is held by one opening at a time`() throws {
        let scratch = try Scratch()
        let vault = try scratch.create()
        #expect(throws: VaultError.busy(holder: "process \(getpid())")) { try scratch.open(wait: 0.05) }
        try vault.close()
        #expect(throws: Never.self) { try scratch.open() }
    }

    @Test func `answers nothing after it was closed`() throws {
        let scratch = try Scratch()
        try scratch.stock(5)
        let vault = try scratch.open()
        let connection = vault.connection
        let reader = try vault.reader()
        try vault.close()
        #expect(throws: SQLiteError.self) { try connection.count() }
        #expect(throws: SQLiteError.self) { try connection.transaction { try $0.run("DELETE FROM thing") } }
        #expect(throws: (any Error).self) { try vault.reader() }
        #expect(throws: (any Error).self) { try vault.checkpoint() }
        // A reader may finish; until then the store is held.
        #expect(try reader.count() == 5)
        #expect(throws: VaultError.self) { try scratch.open(wait: 0.05) }
        reader.close()
        let again = try scratch.open()
        #expect(try again.connection.count() == 5)
    }

    @Test func `waits for another process to let go`() throws {
        let scratch = try Scratch()
        try scratch.stock(5)
        let holder = try spawn("flock", "\(scratch.folder)/lock", "sleep", "0.5")
        var status: Int32 = 0
        let descriptor = unsafe Glibc.open("\(scratch.folder)/lock", O_RDWR)
        while flock(descriptor, LOCK_EX | LOCK_NB) == 0 { flock(descriptor, LOCK_UN) }
        close(descriptor)
        #expect(throws: VaultError.busy(holder: "another process")) { try scratch.open(wait: 0.05) }
        let vault = try Vault.open(at: scratch.folder, storeID: Scratch.storeID, key: scratch.key(), wait: 30)
        #expect(try vault.connection.count() == 5)
        unsafe waitpid(holder, &status, 0)
    }

    private func spawn(_ words: String...) throws -> pid_t {
        var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
        defer { unsafe arguments.forEach { unsafe free($0) } }
        var child: pid_t = 0
        let code = unsafe posix_spawnp(&child, words[0], nil, nil, &arguments, unsafe environ)
        guard code == 0 else { throw VaultError.system(code) }
        return child
    }

    @Test func `lets readers read while it writes`() throws {
        let scratch = try Scratch()
        try scratch.stock(200)
        let vault = try scratch.open()
        let (first, second) = (try vault.reader(), try vault.reader())
        try first.snapshot {
            #expect(try first.count() == 200)
            try vault.connection.add(201...240)
            #expect(try first.count() == 200)
            #expect(try second.count() == 240)
            try vault.checkpoint()
            #expect(try first.count() == 200)
            #expect(try first.isTrue())
        }
        #expect(try first.count() == 240)
        #expect(try second.isTrue())
        #expect { try first.transaction { try $0.run("DELETE FROM thing") } } throws: {
            ($0 as? SQLiteError)?.category == .readOnly
        }
    }

    @Test func `lets readers on other threads read while it writes`() async throws {
        let scratch = try Scratch()
        try scratch.stock(200)
        let vault = try scratch.open()
        let rounds = isSoak ? 2_000 : 60
        var threads: [Task<Bool, any Error>] = []
        for _ in 0..<3 {
            let reader = Handed(try vault.reader())
            threads.append(
                Task.detached {
                    var last = 0
                    for _ in 0..<rounds {
                        let (count, isTrue) = try reader.use { reader in
                            try reader.snapshot { (try reader.count(), try reader.isTrue()) }
                        }
                        guard isTrue, count >= last else { return false }
                        last = count
                    }
                    return true
                })
        }
        try vault.connection.add(201...200 + rounds)
        #expect(try vault.connection.count() == 200 + rounds)
        for thread in threads { #expect(try await thread.value) }
    }
}
