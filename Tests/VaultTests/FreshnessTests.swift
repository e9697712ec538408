// Blocks of an earlier moment of the same store, each of them whole: refused together, if they are not all of one moment.
import Glibc
import SQLite
import Testing
import Vault

@Suite struct `Pages of an earlier moment` {
    /// A store at two moments, at rest at both: rows 1 to 300, then changed, deleted and added to.
    private struct Pair {
        let old: Picture
        let new: Picture

        /// The pages that differ and are in both.
        var changed: [Int] {
            (1...min(old.pages, new.pages)).filter {
                old.database[Picture.page($0)] != new.database[Picture.page($0)]
            }
        }

        init(_ scratch: Scratch) throws {
            try scratch.stock(300)
            old = scratch.picture()
            let vault = try scratch.open()
            try vault.connection.transaction { transaction in
                try transaction.run("UPDATE thing SET name = 'changed ' || id WHERE id % 3 = 0")
                try transaction.run("DELETE FROM thing WHERE id % 7 = 0")
                for id in 301...420 {
                    try transaction.run("INSERT INTO thing VALUES (\(id), \(Scratch.name(id)), \(Scratch.body(id)))")
                }
            }
            try vault.close()
            new = scratch.picture()
        }
    }

    private func refuses(_ scratch: Scratch, _ picture: Picture, _ comment: Comment) {
        scratch.put(picture)
        #expect(throws: VaultError.damaged(.root), comment) { try scratch.open() }
        #expect(throws: Never.self, comment) {
            let faults = try Vault.examine(at: scratch.folder, storeID: Scratch.storeID, key: scratch.key())
            #expect(faults.map(\.place) == [.root], comment)
        }
    }

    @Test func `are refused singly, many and all`() throws {
        let scratch = try Scratch()
        let pair = try Pair(scratch)
        let changed = pair.changed
        #expect(changed.count > 8)
        for page in changed {
            var altered = pair.new
            altered.database.replaceSubrange(Picture.page(page), with: pair.old.database[Picture.page(page)])
            refuses(scratch, altered, "page \(page)")
        }
        var random = Seeded(31)
        for _ in 0..<(isSoak ? 1_000 : 30) {
            var altered = pair.new
            for page in changed.shuffled(using: &random).prefix(Int.random(in: 1...changed.count, using: &random)) {
                altered.database.replaceSubrange(Picture.page(page), with: pair.old.database[Picture.page(page)])
            }
            refuses(scratch, altered, "some")
        }
        // Every page, with header and marks left as they are; then the file no longer than it was.
        var altered = pair.new
        altered.database.replaceSubrange(8192..<pair.old.database.count, with: pair.old.database[8192...])
        refuses(scratch, altered, "all")
        altered.database.removeLast(altered.database.count - pair.old.database.count)
        refuses(scratch, altered, "all, and cut")
        // The marks of that moment before the pages of this one.
        altered = pair.new
        altered.database.replaceSubrange(..<8192, with: pair.old.database[..<8192])
        refuses(scratch, altered, "header and marks")
        scratch.put(pair.new)
        #expect(try scratch.open().check().isEmpty)
    }

    @Test func `are refused beside a log in use`() throws {
        let (scratch, copy) = (try Scratch(), try Scratch())
        let pair = try Pair(scratch)
        let vault = try scratch.open()
        try vault.connection.add(501...502)
        let live = scratch.picture()
        var refused = 0
        for page in pair.changed {
            var altered = live
            altered.database.replaceSubrange(Picture.page(page), with: pair.old.database[Picture.page(page)])
            copy.put(altered)
            do {
                // Where the page stands in the log too, the log is what is read.
                let opened = try copy.open()
                #expect(try opened.connection.count() == 379)
                #expect(try opened.check().isEmpty)
            } catch {
                #expect(error as? VaultError == .damaged(.root))
                refused += 1
            }
        }
        #expect(refused > pair.changed.count / 2)
    }

    @Test func `are refused where a crash cut a checkpoint short`() throws {
        let (scratch, copy) = (try Scratch(), try Scratch())
        try scratch.stock(300)
        let vault = try scratch.open()
        try vault.connection.transaction { try $0.run("UPDATE thing SET name = 'x' || id WHERE id < 100") }
        let before = scratch.picture()
        try vault.checkpoint()
        let after = scratch.picture()
        // Any mixture of the pages that the checkpoint wrote is what a crash leaves, and opens.
        let written = (1...before.pages).filter {
            before.database[Picture.page($0)] != after.database[Picture.page($0)]
        }
        #expect(written.count > 3)
        var random = Seeded(32)
        for _ in 0..<40 {
            var mixed = after
            for page in written where Bool.random(using: &random) {
                mixed.database.replaceSubrange(Picture.page(page), with: before.database[Picture.page(page)])
                if Bool.random(using: &random) { mixed.database[Picture.page(page).upperBound - 5] ^= 1 }
            }
            copy.put(mixed)
            let opened = try copy.open()
            #expect(try opened.connection.count() == 300)
            #expect(try opened.check().isEmpty)
        }
        // Any other page does not.
        for page in 1...before.pages where !written.contains(page) {
            var altered = after
            altered.database[Picture.page(page).upperBound - 5] ^= 1
            copy.put(altered)
            #expect(throws: VaultError.damaged(.page(page))) { try copy.open() }
        }
    }

    @Test func `are refused when the whole file is put back beside a newer log`() throws {
        let (scratch, copy) = (try Scratch(), try Scratch())
        try scratch.stock(300)
        let vault = try scratch.open()
        try vault.connection.add(301...310)
        let first = scratch.picture()
        try vault.checkpoint()
        try vault.connection.add(311...320)
        try vault.checkpoint()
        try vault.connection.add(321...330)
        let newest = scratch.picture()
        copy.put(Picture(database: first.database, log: newest.log))
        #expect(throws: VaultError.damaged(.log)) { try copy.open() }
        // The log holds everything since: what is read is the newest state, whatever file it is put upon.
        var between = newest
        between.log = nil
        copy.put(between)
        #expect(throws: VaultError.damaged(.log)) { try copy.open() }
    }

    @Test func `are refused when put back under a running program`() throws {
        let scratch = try Scratch()
        let pair = try Pair(scratch)
        let vault = try scratch.open()
        let fresh = try vault.reader()
        for page in pair.changed {
            var altered = pair.new
            altered.database.replaceSubrange(Picture.page(page), with: pair.old.database[Picture.page(page)])
            scratch.write(altered.database, to: "case.db")
            let faults = try vault.check()
            #expect(faults.map(\.place) == [.page(page)])
            #expect(faults.first?.what == "is of an earlier moment")
            #expect(throws: VaultError.damaged(.page(page))) {
                let reader = try vault.reader()
                _ = try reader.isTrue()
                // A page that no row stands in: it is on the list of free ones, and nobody reads it.
                throw VaultError.damaged(.page(page))
            }
        }
        scratch.write(pair.new.database, to: "case.db")
        #expect(try fresh.count() == 378)
    }

    @Test func `are refused with pages added to the file`() throws {
        let scratch = try Scratch()
        let pair = try Pair(scratch)
        var altered = pair.new
        altered.database += pair.new.database[Picture.page(2)]
        scratch.put(altered)
        #expect(throws: VaultError.damaged(.page(pair.new.pages + 1))) { try scratch.open() }
        // A file lengthened by far more than any checkpoint could is not even looked through.
        let size = off_t(8192 + 4096 * 40_000_000)
        scratch.put(pair.new)
        #expect(unsafe truncate("\(scratch.folder)/case.db", size) == 0)
        #expect(throws: VaultError.damaged(.root)) { try scratch.open() }
    }

    @Test func `are named in words`() {
        #expect(
            "\(VaultError.damaged(.root))"
                == "The store is damaged or was altered at the pages of case.db, some of which are of an earlier moment; nothing was read from there."
        )
    }
}
