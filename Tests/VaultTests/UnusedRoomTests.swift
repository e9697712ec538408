// Room in pages that nothing uses any more, and what SQLite would leave there.
import Cryptography
import Glibc
import SQLite
import Testing

@testable import Vault

@Suite struct `Room that pages no longer use` {
    /// Rows of many owners come in any order, so that pages divide and rows move; then some owners' rows are deleted.
    ///
    /// SQLite itself leaves a few of them where they stood before they moved, for each of these seeds.
    @Test(arguments: [1, 2, 3] as [UInt64]) func `nothing that was deleted stands in any page, or in a copy`(
        seed: UInt64
    ) throws {
        var random = Seeded(seed)
        let scratch = try Scratch()
        let vault = try scratch.create()
        try vault.connection.transaction { transaction in
            try transaction.run(
                "CREATE TABLE part (owner INTEGER, place INTEGER, word BLOB, PRIMARY KEY (place, owner)) WITHOUT ROWID")
            try transaction.run("CREATE INDEX part_by_owner ON part (owner, word)")
        }
        var words: [Int: [[UInt8]]] = [:]
        for _ in 0..<40 {
            try vault.connection.transaction { transaction in
                for _ in 0..<60 {
                    let owner = Int.random(in: 0..<40, using: &random)
                    let word = (0..<Int.random(in: 20...120, using: &random)).map { _ in
                        UInt8.random(in: 1...255, using: &random)
                    }
                    words[owner, default: []].append(word)
                    let place = Int64.random(in: 0...Int64.max, using: &random)
                    try transaction.run("INSERT INTO part VALUES (\(Int64(owner)), \(place), \(word))")
                }
            }
            if Int.random(in: 0..<5, using: &random) == 0 { try vault.checkpoint() }
        }
        try vault.connection.transaction { transaction in
            for owner in 0..<10 { try transaction.run("DELETE FROM part WHERE owner = \(Int64(owner))") }
        }
        let deleted = (0..<10).flatMap { words[$0] ?? [] }
        // The copy is made while the log is full of pages as SQLite wrote them.
        let copy = try Scratch()
        try vault.snapshot().write(
            to: "\(copy.folder)/case.db", storeID: Scratch.storeID, key: copy.key(), epoch: 1)
        #expect(try vault.drain())
        let other = try copy.open()
        for each in [vault, other] {
            let rest = words.filter { $0.key >= 10 }.values.flatMap { $0 }
            let found = try Self.ends(of: deleted + rest, in: Self.pages(of: each))
            #expect(rest.allSatisfy { found.isSuperset(of: Self.ends($0)) }, "the search finds what is there")
            #expect(deleted.count { !found.isDisjoint(with: Self.ends($0)) } == 0)
            #expect(try each.check().isEmpty)
            #expect(try each.connection.first("SELECT count(*) FROM part") { try $0.int(0) } == rest.count)
        }
    }

    @Test func `only the room between the pointers and the cells of a tree's page is cleared`() {
        var page = [UInt8](repeating: 0xAA, count: Layout.pageSize)
        func cleared(_ number: Int, _ start: [UInt8], at place: Int = 0) -> [Int] {
            page.replaceSubrange(place..<place + start.count, with: start)
            var after = page
            unsafe after.withUnsafeMutableBytes { unsafe $0.clearUnusedRoom(ofPage: number) }
            return after.indices.filter { after[$0] != page[$0] }
        }
        // Three cells from byte 1,000 on: eight or twelve bytes of header, six of pointers.
        #expect(cleared(2, [13, 0, 0, 0, 3, 3, 0xE8]) == Array(14..<1_000))
        #expect(cleared(2, [10, 0, 0, 0, 3, 3, 0xE8]) == Array(14..<1_000))
        #expect(cleared(2, [5, 0, 0, 0, 3, 3, 0xE8]) == Array(18..<1_000))
        #expect(cleared(2, [2, 0, 0, 0, 3, 3, 0xE8]) == Array(18..<1_000))
        #expect(cleared(1, [13, 0, 0, 0, 3, 3, 0xE8], at: 100) == Array(114..<1_000))
        // No page of a tree, or one that is not in its form: left alone.
        #expect(cleared(2, [0, 0, 1, 7, 3, 3, 0xE8]) == [])
        #expect(cleared(2, [13, 0, 0, 2, 0, 3, 0xE8]) == [])
        #expect(cleared(2, [13, 0, 0, 0, 3, 0xFF, 0xFF]) == [])
    }

    /// Every page, opened, free ones too.
    private static func pages(of vault: Vault) throws -> [[UInt8]] {
        let file = try PageFile(vault.store)
        var found: [[UInt8]] = []
        for number in 1...(file.size() ?? 0) / Layout.pageSize {
            var page = [UInt8](repeating: 0, count: Layout.pageSize)
            let isWhole = try unsafe page.withUnsafeMutableBytes { try unsafe file.isLoaded(number, into: $0) }
            #expect(isWhole)
            found.append(page)
        }
        return found
    }

    /// The first and the last eight bytes of a word.
    private static func ends(_ word: [UInt8]) -> [UInt64] { [word.prefix(8), word.suffix(8)].map(number) }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }

    /// Which of the words' ends stand anywhere in the pages.
    private static func ends(of words: [[UInt8]], in pages: [[UInt8]]) -> Set<UInt64> {
        let wanted = Set(words.flatMap(ends))
        // Most places are told apart by two bytes alone.
        var mayEnd = [Bool](repeating: false, count: 1 << 16)
        for end in wanted { mayEnd[Int(end & 0xFFFF)] = true }
        var found: Set<UInt64> = []
        for page in pages {
            var last: UInt64 = 0
            for byte in page {
                last = last << 8 | UInt64(byte)
                if mayEnd[Int(last & 0xFFFF)], wanted.contains(last) { found.insert(last) }
            }
        }
        return found
    }
}
