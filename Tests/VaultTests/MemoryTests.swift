// What of a store is left in memory when it was let go.
import SQLite
import Testing
import Vault

@Suite(.serialized) struct `A store that was let go` {
    /// Twelve letters that stand nowhere in the program, each mixed with 0x55.
    private func mark() -> [UInt8] { (0..<12).map { _ in UInt8.random(in: 0x61...0x7A) ^ 0x55 } }

    /// Text that begins with the mark and is made by SQLite itself, so that no Swift value ever holds it.
    private func rows(_ mark: [UInt8], _ count: Int) -> SQL {
        let m = mark.map { Int($0 ^ 0x55) }
        return """
            WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < \(count))
            INSERT INTO item (name) SELECT char(\(m[0]), \(m[1]), \(m[2]), \(m[3]), \(m[4]), \(m[5]), \(m[6]), \(m[7]),
              \(m[8]), \(m[9]), \(m[10]), \(m[11])) || ' of the invented people, number ' || x FROM n
            """
    }

    @Test func `leaves no page and no value of it in memory`() throws {
        let scratch = try Scratch()
        let mark = mark()
        let vault = try scratch.create()
        try vault.connection.transaction { transaction in
            try transaction.run("CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT NOT NULL)")
            try transaction.run("CREATE INDEX item_by_name ON item (name)")
            try transaction.run(rows(mark, 3_000))
        }
        // Sorted, grown and joined in memory too.
        let length = try vault.connection.first(
            "SELECT length(group_concat(name)) FROM (SELECT name FROM item ORDER BY substr(name, 20), id)"
        ) { try $0.int(0) }
        #expect(length ?? 0 > 100_000)
        #expect(try OwnMemory.count(mark, mixedWith: 0x55) >= 3_000)
        try vault.close()
        #expect(try OwnMemory.count(mark, mixedWith: 0x55) == 0)
    }
}
