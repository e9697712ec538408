// Every altered, moved, cut or exchanged byte: refused, or without any effect on what is read.
import SQLite
import Testing
import Vault

@Suite struct `A store that was tampered with` {
    /// How many places are tried in each test.
    private let trials = isSoak ? 3_000 : 120

    /// A store after a crash: rows 1 to 300 in the pages, 301 to 330 in a log that was marked safe.
    private func crashed(_ scratch: Scratch) throws -> Picture {
        try scratch.stock(300)
        let vault = try scratch.open()
        try vault.connection.add(301...330)
        return scratch.picture()
    }

    /// The store's files after some work, as a crash would leave them.
    private func after(_ scratch: Scratch, _ work: (Vault) throws -> Void) throws -> Picture {
        let vault = try scratch.open()
        try work(vault)
        return scratch.picture()
    }

    /// What is read from a store: nil if it was refused anywhere, else whether it was the truth.
    private func answer(_ scratch: Scratch, rows: Int) throws -> Bool? {
        do {
            let vault = try scratch.open()
            return try vault.connection.count() == rows && vault.connection.isTrue()
        } catch is VaultError { return nil }
    }

    @Test func `never answers from an altered database file`() throws {
        let scratch = try Scratch()
        try scratch.stock(300)
        let whole = scratch.picture()
        var random = Seeded(1)
        var refused = 0
        for trial in 0..<trials {
            // The blocks before the pages are small, so they get a share of their own.
            let place = Int.random(in: 0..<(trial % 3 == 0 ? 8192 : whole.database.count), using: &random)
            var altered = whole
            altered.database[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            scratch.put(altered)
            let answer = try answer(scratch, rows: 300)
            #expect(answer != false, "byte \(place)")
            if answer == nil { refused += 1 }
            guard place >= 8192 else { continue }
            #expect(answer == nil, "byte \(place)")
            let page = (place - 8192) / 4096 + 1
            scratch.put(altered)
            do {
                #expect(try scratch.open().check().map(\.place) == [.page(page)], "byte \(place)")
            } catch { #expect(error as? VaultError == .damaged(.page(page))) }
        }
        #expect(refused > trials / 2)
        scratch.put(whole)
        #expect(try answer(scratch, rows: 300) == true)
    }

    @Test func `refuses every altered bit of its header block`() throws {
        let scratch = try Scratch()
        try scratch.stock(3)
        let whole = scratch.picture()
        var random = Seeded(2)
        for place in [0, 15, 16, 19, 20, 24, 28, 31, 32, 47, 48, 63, 64, 2000, 4031, 4032, 4063, 4064, 4095] {
            var altered = whole
            altered.database[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            scratch.put(altered)
            #expect(throws: VaultError.damaged(.header), "byte \(place)") { try scratch.open() }
        }
    }

    @Test func `refuses every altered bit of a log that was safe`() throws {
        let scratch = try Scratch()
        let whole = try crashed(scratch)
        let log = try #require(whole.log)
        #expect(whole.frames >= 30)
        var random = Seeded(3)
        for trial in 0..<trials {
            let place = Int.random(in: 0..<(trial % 4 == 0 ? 512 : log.count), using: &random)
            var altered = whole
            altered.log?[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            scratch.put(altered)
            #expect(try answer(scratch, rows: 330) == nil, "byte \(place)")
        }
        scratch.put(whole)
        #expect(try answer(scratch, rows: 330) == true)
    }

    @Test func `refuses a log that was cut or taken away`() throws {
        let scratch = try Scratch()
        let whole = try crashed(scratch)
        let log = try #require(whole.log)
        var random = Seeded(4)
        var lengths = (0..<whole.frames).map { 512 + $0 * Picture.frameSize } + [0, 1, 511]
        for _ in 0..<trials / 4 { lengths.append(Int.random(in: 0..<log.count, using: &random)) }
        for length in lengths {
            scratch.put(Picture(database: whole.database, log: Array(log.prefix(length))))
            #expect(throws: VaultError.damaged(.log), "\(length) bytes") { try scratch.open() }
        }
        scratch.put(Picture(database: whole.database, log: nil))
        #expect(throws: VaultError.damaged(.log)) { try scratch.open() }
    }

    @Test func `refuses exchanged frames and pages`() throws {
        let scratch = try Scratch()
        let whole = try crashed(scratch)
        var random = Seeded(5)
        for _ in 0..<trials / 2 {
            let (one, other) = (
                Int.random(in: 1...whole.frames, using: &random), Int.random(in: 1...whole.frames, using: &random)
            )
            guard one != other else { continue }
            var altered = whole
            let frame = Array(whole.log?[Picture.frame(other)] ?? [])
            altered.log?.replaceSubrange(Picture.frame(one), with: frame)
            scratch.put(altered)
            #expect(try answer(scratch, rows: 330) == nil, "frame \(other) at \(one)")
        }
        scratch.put(whole)
        try scratch.open().close()
        let closed = scratch.picture()
        for _ in 0..<trials / 2 {
            let (one, other) = (
                Int.random(in: 1...closed.pages, using: &random), Int.random(in: 1...closed.pages, using: &random)
            )
            guard one != other else { continue }
            var altered = closed
            altered.database.replaceSubrange(Picture.page(one), with: closed.database[Picture.page(other)])
            scratch.put(altered)
            #expect(try answer(scratch, rows: 330) == nil, "page \(other) at \(one)")
        }
    }

    @Test func `refuses an older log in the place of a safe one`() throws {
        let scratch = try Scratch()
        let first = try crashed(scratch)
        scratch.put(first)
        let second = try after(scratch) { vault in
            try vault.checkpoint()
            try vault.connection.add(331...340)
        }
        scratch.put(Picture(database: second.database, log: first.log))
        #expect(throws: VaultError.damaged(.log)) { try scratch.open() }
        scratch.put(second)
        #expect(try answer(scratch, rows: 340) == true)
    }

    @Test func `takes no notice of an older log beside a closed store`() throws {
        let scratch = try Scratch()
        let first = try crashed(scratch)
        scratch.put(first)
        let vault = try scratch.open()
        try vault.connection.transaction { try $0.run("DELETE FROM thing WHERE id > 10") }
        try vault.close()
        var picture = scratch.picture()
        #expect(picture.log == nil)
        picture.log = first.log
        scratch.put(picture)
        #expect(try answer(scratch, rows: 10) == true)
        // And once more, now that a new log was begun over the old one.
        scratch.put(
            try after(scratch) { vault in
                _ = try vault.connection.transaction { try $0.run("DELETE FROM thing WHERE id > 5") }
            })
        #expect(try answer(scratch, rows: 5) == true)
    }

    @Test func `refuses marks from another moment`() throws {
        let scratch = try Scratch()
        let first = try crashed(scratch)
        scratch.put(first)
        let second = try after(scratch) { vault in
            try vault.checkpoint()
            try vault.connection.add(331...340)
            try vault.checkpoint()
            try vault.connection.add(341...350)
        }
        var altered = second
        altered.database.replaceSubrange(4096..<8192, with: first.database[4096..<8192])
        scratch.put(altered)
        #expect(throws: VaultError.self) { try scratch.open() }
        altered = second
        for place in 0..<4 { altered.database[4096 + place * 1024 + 70] ^= 1 }
        scratch.put(altered)
        #expect(throws: VaultError.damaged(.marks)) { try scratch.open() }
        altered = second
        altered.database[4096 + 500] = 1
        scratch.put(altered)
        #expect(throws: VaultError.damaged(.marks)) { try scratch.open() }
    }

    @Test func `opens without its newest mark, which a crash may tear`() throws {
        let scratch = try Scratch()
        let whole = try crashed(scratch)
        for place in 2..<4 {
            var altered = whole
            altered.database.replaceSubrange(
                4096 + place * 1024..<4096 + place * 1024 + 50, with: [UInt8](repeating: 1, count: 50))
            scratch.put(altered)
            #expect(try answer(scratch, rows: 330) == true, "mark \(place)")
        }
    }

    @Test func `refuses a page of another store under the same key`() throws {
        let (scratch, other) = (try Scratch(), try Scratch())
        try scratch.stock(300)
        let vault = try Vault.create(
            at: other.folder, storeID: [UInt8](repeating: 3, count: 16), key: other.key(), epoch: 1)
        try vault.connection.transaction { transaction in
            try transaction.run("CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL, body BLOB) STRICT")
        }
        try vault.connection.add(1...100)
        try vault.close()
        var altered = scratch.picture()
        altered.database.replaceSubrange(Picture.page(3), with: other.picture().database[Picture.page(3)])
        scratch.put(altered)
        #expect(try answer(scratch, rows: 300) == nil)
    }

    @Test func `names the page in the error, and no data`() throws {
        let scratch = try Scratch()
        try scratch.stock(300)
        var altered = scratch.picture()
        altered.database[Picture.page(5).lowerBound + 9] ^= 4
        scratch.put(altered)
        let vault = try scratch.open()
        #expect(throws: VaultError.damaged(.page(5))) { try vault.connection.isTrue() }
        #expect("\(VaultError.damaged(.page(5)))".contains("page 5 of case.db"))
        #expect(try vault.check().map(\.description) == ["page 5 of case.db: was altered, moved or lost"])
    }

    @Test func `misses pages that were cut off the end`() throws {
        let scratch = try Scratch()
        try scratch.stock(300)
        let whole = scratch.picture()
        for kept in 1..<whole.pages {
            scratch.put(Picture(database: Array(whole.database[..<Picture.page(kept).upperBound])))
            #expect(try answer(scratch, rows: 300) == nil, "\(kept) pages")
        }
        let vault = try? scratch.open()
        #expect(try vault?.check().isEmpty != true)
    }

    @Test func `is looked at whole even if it does not open`() throws {
        let scratch = try Scratch()
        func examine() throws -> [Place] {
            try Vault.examine(at: scratch.folder, storeID: Scratch.storeID, key: scratch.key()).map(\.place)
        }
        let whole = try crashed(scratch)
        scratch.put(whole)
        #expect(try examine().isEmpty)
        var altered = whole
        for page in [1, 4] { altered.database[Picture.page(page).lowerBound + 100] ^= 1 }
        altered.log?[Picture.frame(7).lowerBound] ^= 1
        scratch.put(altered)
        #expect(throws: VaultError.self) { try scratch.open() }
        // Page 1 may stand in the log again; page 4 does not.
        #expect(try Set(examine()).isSuperset(of: [.page(4), .frame(7)]))
        scratch.put(whole)
        try scratch.open().close()
        altered = scratch.picture()
        altered.database[Picture.page(1).lowerBound + 100] ^= 1
        altered.database.replaceSubrange(Picture.page(6), with: [UInt8](repeating: 0, count: 4096))
        scratch.put(altered)
        #expect(throws: VaultError.damaged(.page(1))) { try scratch.open() }
        #expect(try examine() == [.page(1), .page(6)])
        scratch.put(Picture(database: Array(altered.database.dropLast(100))))
        #expect(try examine() == [.page(1), .page(6), .page(altered.pages)])
        #expect(throws: VaultError.wrongKey) {
            try Vault.examine(at: scratch.folder, storeID: Scratch.storeID, key: scratch.key(1))
        }
    }
}
