// A copy of a store that is in use.
import Cryptography
import Glibc
import SQLite
import Testing
import Vault

@Suite struct `A copy of a store` {
    private func copied(_ vault: Vault, to other: Scratch, epoch: UInt32 = 1, key: UInt8 = 0x5A) throws {
        try vault.snapshot().write(
            to: "\(other.folder)/case.db", storeID: Scratch.storeID, key: other.key(key), epoch: epoch)
    }

    @Test(arguments: [true, false]) func `is whole and of its own moment`(_ hasLog: Bool) throws {
        let (scratch, other) = (try Scratch(), try Scratch())
        try scratch.stock(400)
        let vault = try scratch.open()
        if hasLog {
            try vault.connection.add(401...430)
            try vault.checkpoint()
            try vault.connection.add(431...450)
            try vault.connection.transaction { try $0.run("UPDATE thing SET body = body WHERE id < 50") }
        }
        let count = try vault.connection.count()
        let held = try vault.snapshot()
        // What comes later stays out of it.
        try vault.connection.add(1_000...1_020)
        try vault.checkpoint()
        var last = (0, 0)
        try held.write(to: "\(other.folder)/case.db", storeID: Scratch.storeID, key: other.key(), epoch: 1) {
            last = ($0, $1)
        }
        #expect(last == (held.count, held.count))
        #expect(other.names == ["case.db"])
        let copy = try other.open()
        #expect(try copy.connection.count() == count)
        #expect(try copy.connection.isTrue())
        #expect(try copy.check().isEmpty)
        try copy.connection.add(5_000...5_010)
        try copy.close()
        #expect(try other.open().connection.count() == count + 11)
        #expect(try vault.connection.count() == count + 21)
    }

    @Test func `stands under the key that it is given`() throws {
        let (scratch, other) = (try Scratch(), try Scratch())
        try scratch.stock(50)
        let vault = try scratch.open()
        try copied(vault, to: other, epoch: 7, key: 9)
        #expect(throws: VaultError.wrongKey) { try other.open() }
        let copy = try Vault.open(at: other.folder, storeID: Scratch.storeID) { $0 == 7 ? other.key(9) : nil }
        #expect(copy.epoch == 7)
        #expect(try copy.connection.isTrue())
        #expect(throws: VaultError.otherEpoch(7)) {
            try Vault.open(at: other.folder, storeID: Scratch.storeID) { $0 == 1 ? other.key() : nil }
        }
    }

    @Test func `takes in no log of the store it was taken from`() throws {
        let (scratch, other) = (try Scratch(), try Scratch())
        try scratch.stock(50)
        let vault = try scratch.open()
        try copied(vault, to: other)
        for id in 51...60 { try vault.connection.add(id...id) }
        other.write(try #require(scratch.picture().log), to: "case.db-wal")
        let copy = try other.open()
        #expect(try copy.connection.count() == 50)
        #expect(try copy.check().isEmpty)
    }

    @Test func `is not begun while the log is carried into the pages, and lets nobody begin the log anew`() throws {
        let (scratch, other) = (try Scratch(), try Scratch())
        try scratch.stock(100)
        let vault = try scratch.open()
        try vault.connection.add(101...120)
        try vault.checkpoint()
        // Everything stands in the pages now, and SQLite would write over the log's front.
        let held = try vault.snapshot()
        for id in 121...160 { try vault.connection.add(id...id) }
        try vault.checkpoint()
        try held.write(to: "\(other.folder)/case.db", storeID: Scratch.storeID, key: other.key(), epoch: 1)
        #expect(try other.open().connection.count() == 120)
        #expect(try vault.connection.count() == 160)
    }

    @Test func `is taken again and again while others read and write`() throws {
        let scratch = try Scratch()
        try scratch.stock(200)
        let vault = try scratch.open()
        try vault.connection.configure("PRAGMA wal_autocheckpoint = 30")
        let reader = Handed(try vault.reader())
        let isOver = Handed(false)
        let reading = InThread {
            var last = 0
            while !isOver.use({ $0 }) {
                let (count, isTrue) = try reader.use { reader in
                    try reader.snapshot { (try reader.count(), try reader.isTrue()) }
                }
                guard isTrue, count >= last else { return false }
                last = count
            }
            return true
        }
        var next = 201
        for _ in 0..<(isSoak ? 400 : 12) {
            let other = try Scratch()
            let held = Handed(try vault.snapshot())
            let (from, target) = (next - 1, other.folder)
            let copying = InThread {
                try held.use { held in
                    try held.write(
                        to: "\(target)/case.db", storeID: Scratch.storeID,
                        key: SecretBytes(copying: Scratch.keyBytes), epoch: 1)
                }
                return true
            }
            repeat {
                try vault.connection.add(next...next)
                next += 1
            } while !copying.isOver
            #expect(try copying.answer())
            let copy = try other.open()
            #expect(try copy.connection.count() == from)
            #expect(try copy.connection.isTrue())
            #expect(try copy.check().isEmpty)
        }
        isOver.use { $0 = true }
        #expect(try reading.answer())
        #expect(try vault.check().isEmpty)
    }

    @Test(arguments: [EIO, ENOSPC]) func `that could not be finished is no store`(_ number: Int32) throws {
        let scratch = try Scratch()
        try scratch.stock(300)
        let vault = try scratch.open()
        try vault.connection.add(301...320)
        var after = 0
        while true {
            let other = try Scratch()
            let mishaps = Mishaps()
            mishaps.fail([.write, .sync], after: after, with: number, torn: after % 2 == 1)
            do {
                try vault.snapshot().write(
                    to: "\(other.folder)/case.db", storeID: Scratch.storeID, key: other.key(), epoch: 1,
                    mishaps: mishaps)
                break
            } catch {
                #expect(error as? VaultError == (number == EIO ? .system(EIO) : .full))
                // All is written before the last wait, so that what lies there then is whole after all.
                let opened = try? other.open()
                #expect(try opened?.connection.isTrue() ?? true)
            }
            after += 1
        }
        #expect(after > 3)
        #expect(try vault.check().isEmpty)
    }

    @Test func `is refused where a page is not the one that was written`() throws {
        let (scratch, other) = (try Scratch(), try Scratch())
        try scratch.stock(300)
        let vault = try scratch.open()
        var bytes = try #require(scratch.read("case.db"))
        bytes[Picture.page(9).lowerBound + 77] ^= 1
        scratch.write(bytes, to: "case.db")
        #expect(throws: VaultError.damaged(.page(9))) { try copied(vault, to: other) }
        #expect(throws: (any Error).self) { try other.open() }
    }
}
