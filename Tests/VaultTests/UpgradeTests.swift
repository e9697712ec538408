// Stores of format 1, as an earlier build wrote them, brought up to this one.
import Glibc
import SQLite
import Testing
import Vault

@Suite struct `A store of format 1` {
    /// Two of them, made once by a build of that time: rows 1 to 60 at rest, and rows 1 to 66 of which six stand in a log
    /// after a crash, before frames that an undone transaction left.
    enum Kind: String, CaseIterable {
        case closed, live

        var rows: Int { self == .closed ? 60 : 66 }

        var picture: Picture {
            let place = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
            let folder = Scratch(adopting: "/\(place)/Fixtures/vault-1")
            return Picture(database: folder.read("\(rawValue).db") ?? [], log: folder.read("\(rawValue).db-wal"))
        }
    }

    private func upgrade(_ scratch: Scratch, mishaps: Mishaps? = nil) throws {
        try Vault.upgrade(at: scratch.folder, storeID: Scratch.storeID, key: scratch.key(), mishaps: mishaps)
    }

    private func see(_ scratch: Scratch, _ kind: Kind) throws {
        let vault = try scratch.open()
        #expect(try vault.connection.count() == kind.rows)
        #expect(try vault.connection.isTrue())
        #expect(try vault.check().isEmpty)
        try vault.connection.add(kind.rows + 1...kind.rows + 5)
        try vault.close()
        let again = try scratch.open()
        #expect(try again.connection.count() == kind.rows + 5)
        #expect(try again.check().isEmpty)
    }

    @Test(arguments: Kind.allCases) func `says so and is brought up whole`(_ kind: Kind) throws {
        let scratch = try Scratch()
        scratch.put(kind.picture)
        #expect(throws: VaultError.olderFormat(1)) { try scratch.open() }
        #expect(throws: VaultError.wrongKey) {
            try Vault.upgrade(at: scratch.folder, storeID: Scratch.storeID, key: scratch.key(1))
        }
        var told: [Int] = []
        try Vault.upgrade(at: scratch.folder, storeID: Scratch.storeID, key: scratch.key()) { done, _ in
            told.append(done)
        }
        #expect(told.last == scratch.picture().pages)
        #expect(scratch.names == ["case.db", "lock"])
        let upgraded = scratch.picture()
        // A second time it has nothing to do.
        try upgrade(scratch)
        #expect(scratch.picture().database == upgraded.database)
        try see(scratch, kind)
        // The old log beside the new pages is nobody's.
        scratch.put(Picture(database: upgraded.database, log: Kind.live.picture.log))
        try see(scratch, kind)
    }

    @Test(arguments: Kind.allCases) func `is whole after a crash at any moment`(_ kind: Kind) throws {
        let scratch = try Scratch()
        scratch.put(kind.picture)
        let start = Disk(scratch.files)
        let mishaps = Mishaps()
        mishaps.startRecord()
        try upgrade(scratch, mishaps: mishaps)
        var disk = start
        var random = Seeded(41)
        let copy = try Scratch()
        for act in mishaps.acts {
            disk.take(act)
            for fate in Disk.Fate.allCases {
                copy.put(disk.image(fate, using: &random))
                try upgrade(copy)
                #expect(!copy.names.contains("case.db-new"))
                let vault = try copy.open()
                #expect(try vault.connection.count() == kind.rows)
                #expect(try vault.connection.isTrue())
                #expect(try vault.check().isEmpty)
            }
        }
    }

    @Test(arguments: Kind.allCases) func `stays as it was when the disk is full`(_ kind: Kind) throws {
        let scratch = try Scratch()
        var after = 0
        while true {
            scratch.put(kind.picture)
            let mishaps = Mishaps()
            mishaps.fail([.write, .sync, .rename], after: after)
            do {
                try upgrade(scratch, mishaps: mishaps)
                break
            } catch { #expect(error as? VaultError == .full) }
            #expect(scratch.picture().database == kind.picture.database)
            #expect(!scratch.names.contains("case.db-new"))
            after += 1
        }
        #expect(after > 4)
        try see(scratch, kind)
    }

    @Test func `is refused if anything in it is altered`() throws {
        let scratch = try Scratch()
        let whole = Kind.live.picture
        var random = Seeded(42)
        for _ in 0..<60 {
            var altered = whole
            if Bool.random(using: &random) {
                altered.database[Int.random(in: 0..<altered.database.count, using: &random)] ^= 4
            } else {
                altered.log?[Int.random(in: 0..<Picture.frame(6).upperBound, using: &random)] ^= 4
            }
            scratch.put(altered)
            do {
                try upgrade(scratch)
                // A page that also stands in the log, or one of two marks, does not matter.
                let vault = try scratch.open()
                #expect(try vault.connection.count() == 66)
                #expect(try vault.connection.isTrue())
            } catch VaultError.damaged {}
        }
        scratch.put(Picture(database: whole.database, log: nil))
        #expect(throws: VaultError.damaged(.log)) { try upgrade(scratch) }
    }

    /// Somebody kept the old files and puts the header, or more of them, over the store that was brought up.
    @Test func `is of no use against the store that came of it`() throws {
        let scratch = try Scratch()
        let old = Kind.closed.picture
        scratch.put(old)
        try upgrade(scratch)
        let new = scratch.picture()
        for (name, end) in [("header", 4096), ("header and marks", 8192), ("and a page", 8192 + 4096)] {
            var altered = new
            altered.database.replaceSubrange(..<end, with: old.database[..<end])
            scratch.put(altered)
            #expect(throws: VaultError.olderFormat(1), "\(name)") { try scratch.open() }
            #expect(throws: VaultError.self, "\(name)") { try upgrade(scratch) }
            #expect(scratch.picture().database == altered.database)
        }
        // And the other way about.
        var altered = old
        altered.database.replaceSubrange(..<8192, with: new.database[..<8192])
        scratch.put(altered)
        #expect(throws: VaultError.damaged(.page(1))) { try scratch.open() }
    }
}
