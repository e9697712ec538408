// Made-up work on a store, of which it is known what was there after each commit.
import Cryptography
import SQLite
import Vault

/// Work on the store of a scratch folder, commit by commit, and what the store held after each.
final class Casework {
    let scratch: Scratch
    let mishaps: Mishaps?

    /// What the store held after each commit; the first is what it held before.
    private(set) var moments: [[UInt8]] = []

    /// What the store would hold after the commit that was begun last.
    private(set) var attempted: [UInt8] = []

    private(set) var vault: Vault
    private var random: Seeded

    /// Goes on with the store in `scratch`, whose moments so far are known.
    init(_ scratch: Scratch, seed: UInt64, mishaps: Mishaps? = nil, after moments: [[UInt8]]? = nil) throws {
        (self.scratch, self.mishaps, random) = (scratch, mishaps, Seeded(seed))
        vault = try scratch.open(mishaps: mishaps)
        self.moments = try moments ?? [Self.moment(vault.connection)]
    }

    /// Makes a store with `rows` rows to work on, and closes it.
    static func stock(_ scratch: Scratch, rows: Int, storeID: [UInt8] = Scratch.storeID, key: UInt8 = 0x5A) throws {
        let vault = try Vault.create(at: scratch.folder, storeID: storeID, key: scratch.key(key))
        try vault.connection.transaction { transaction in
            try transaction.run("CREATE TABLE work (id INTEGER PRIMARY KEY, turn INTEGER NOT NULL, body BLOB) STRICT")
            try transaction.run("CREATE INDEX work_turn ON work (turn)")
            try transaction.run("INSERT INTO work VALUES (0, 0, NULL)")
            for id in stride(from: 1, through: rows, by: 1) {
                try transaction.run("INSERT INTO work VALUES (\(id), 0, \(Scratch.body(id)))")
            }
        }
        try vault.close()
    }

    /// What a store holds, in one number.
    static func moment(_ connection: Connection) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try connection.query("SELECT id, turn, body FROM work ORDER BY id") { row in
            bytes += Array("\(try row.int(0)) \(try row.int(1)) ".utf8)
            bytes += try row.bytesOrNil(2) ?? []
        }
        // The index must say the same as the table.
        let sum = try connection.first("SELECT sum(turn) FROM work INDEXED BY work_turn WHERE turn >= 0") {
            try $0.int(0)
        }
        bytes += Array("\(sum ?? -1)".utf8)
        return try SHA256.hash(bytes).bytes
    }

    /// How many commits were acknowledged.
    var turn: Int { moments.count - 1 }

    /// One transaction of `changes` rows put in, altered or taken away.
    ///
    /// Before them, every row above `bound` is taken away.
    func commit(_ changes: Int = 3, above bound: Int = .max) throws {
        let next = turn + 1
        try vault.connection.transaction { transaction in
            try transaction.run("DELETE FROM work WHERE id > \(bound)")
            try transaction.run("UPDATE work SET turn = \(next) WHERE id = 0")
            for _ in 0..<changes { try change(transaction, next) }
            attempted = try Self.moment(vault.connection)
        }
        moments.append(attempted)
        mishaps?.acknowledge(turn)
    }

    /// A transaction that is given up after `changes` rows, and `look`ed at just before.
    func giveUp(_ changes: Int, look: () -> Void = {}) throws {
        do {
            try vault.connection.transaction { transaction in
                for _ in 0..<changes { try change(transaction, -1) }
                look()
                throw GivenUp()
            }
        } catch is GivenUp {}
    }

    private struct GivenUp: Error {}

    private func change(_ transaction: borrowing Transaction, _ turn: Int) throws {
        let id = Int.random(in: 1...600, using: &random)
        let body = [UInt8](
            repeating: UInt8.random(in: 0...255, using: &random), count: Int.random(in: 20...400, using: &random))
        switch Int.random(in: 0..<6, using: &random) {
        case 0: try transaction.run("DELETE FROM work WHERE id = \(id)")
        case 1, 2: try transaction.run("UPDATE work SET turn = \(turn), body = \(body) WHERE id = \(id)")
        default: try transaction.run("INSERT OR REPLACE INTO work VALUES (\(id), \(turn), \(body))")
        }
    }

    /// Goes on after something failed: with the open store if it still is, else with a new opening.
    func goOn() throws {
        do { try vault.connection.first("SELECT 1 FROM work") { _ in () } } catch is SQLiteError {
            vault = try scratch.open(mishaps: mishaps)
        }
    }

    /// Closes the store and opens it again.
    func reopen() throws {
        try vault.close()
        vault = try scratch.open(mishaps: mishaps)
    }
}
