// What a store is after a crash: everything acknowledged, nothing half done, no false alarm.
import CSQLite
import Glibc
import SQLite
import Testing
import Vault

@Suite struct `A store after a crash` {
    @Test func `has every commit that was acknowledged`() throws {
        let scratch = try Scratch()
        try scratch.stock(20)
        let vault = try scratch.open()
        for id in 21...60 {
            try vault.connection.add(id...id)
            let copy = try Scratch()
            copy.put(scratch.picture())
            let other = try copy.open()
            #expect(try other.connection.count() == id)
            #expect(try other.connection.isTrue())
        }
    }

    /// The pages and marks of one moment with the log of a later one, cut anywhere after what was marked.
    @Test func `loses only what was not safe when the power went`() throws {
        let scratch = try Scratch()
        try scratch.stock(20)
        let vault = try scratch.open()
        try vault.connection.add(21...25)
        let before = scratch.picture()
        try vault.connection.add(26...45)
        let log = try #require(scratch.picture().log)
        var random = Seeded(6)
        let copy = try Scratch()
        for trial in 0..<(isSoak ? 2_000 : 100) {
            let length = Int.random(in: (before.log?.count ?? 0)...log.count, using: &random)
            var torn = Array(log[..<length])
            if trial % 2 == 0, length < log.count {
                // The disk had written something else of the last frame, or not written it yet.
                let rest = min(log.count - length, Picture.frameSize)
                torn +=
                    trial % 4 == 0
                    ? [UInt8](repeating: 0, count: rest)
                    : (0..<rest).map { _ in UInt8.random(in: 0...255, using: &random) }
            }
            copy.put(Picture(database: before.database, log: torn))
            let other = try copy.open()
            let count = try other.connection.count()
            #expect((25...45).contains(count))
            #expect(try other.connection.isTrue())
            try other.connection.add(count + 1...count + 3)
            try other.close()
            let again = try copy.open()
            #expect(try again.connection.count() == count + 3)
            #expect(try again.check().isEmpty)
        }
    }

    @Test func `sees from a later frame that an earlier one was safe`() throws {
        let scratch = try Scratch()
        try scratch.stock(20)
        let vault = try scratch.open()
        try vault.connection.add(21...22)
        let before = scratch.picture()
        try vault.connection.add(23...45)
        let after = scratch.picture()
        let copy = try Scratch()
        for frame in before.frames + 1...after.frames - 4 {
            var altered = Picture(database: before.database, log: after.log)
            altered.log?[Picture.frame(frame).lowerBound + 5] ^= 1
            copy.put(altered)
            #expect(throws: VaultError.damaged(.frame(frame))) { try copy.open() }
        }
    }

    /// A crash at every single act on the disk: from then on nothing reaches it.
    @Test func `is whole wherever the crash came`() throws {
        var acts = 0
        repeat {
            let scratch = try Scratch()
            try scratch.stock(30)
            let mishaps = Mishaps()
            var acknowledged = 30
            mishaps.fail(.changing, after: acts, with: EIO)
            var isOver = false
            do {
                let vault = try scratch.open(mishaps: mishaps)
                for round in 0..<3 {
                    for _ in 0..<3 {
                        try vault.connection.add(acknowledged + 1...acknowledged + 1)
                        acknowledged += 1
                    }
                    if round < 2 { try vault.checkpoint() }
                }
                try vault.close()
                isOver = true
            } catch {}
            let vault = try scratch.open()
            let count = try vault.connection.count()
            #expect(count == acknowledged || count == acknowledged + 1, "after \(acts) acts")
            #expect(try vault.connection.isTrue())
            #expect(try vault.check().isEmpty)
            try vault.connection.add(count + 1...count + 2)
            try vault.close()
            let again = try scratch.open()
            #expect(try again.connection.count() == count + 2)
            if isOver { break }
            acts += 1
        } while acts < 1_000
        #expect(acts > 40)
    }

    @Test(arguments: [ENOSPC, EDQUOT, EFBIG, EIO]) func `goes on after a disk that was full or failing`(_ number: Int32)
        throws
    {
        for after in 0..<12 {
            let scratch = try Scratch()
            try scratch.stock(30)
            let mishaps = Mishaps()
            let vault = try scratch.open(mishaps: mishaps)
            try vault.connection.add(31...32)
            mishaps.fail([.write], after: after, with: number)
            var failure: (any Error)?
            var acknowledged = 32
            do {
                for id in 33...60 {
                    try vault.connection.add(id...id)
                    acknowledged = id
                }
            } catch { failure = error }
            #expect(failure as? VaultError == (number == EIO ? .system(EIO) : .full))
            mishaps.stop()
            #expect(try vault.connection.count() == acknowledged)
            try vault.connection.add(acknowledged + 1...acknowledged + 5)
            #expect(try vault.connection.isTrue())
            #expect(try vault.check().isEmpty)
            try vault.close()
            let again = try scratch.open()
            #expect(try again.connection.count() == acknowledged + 5)
        }
    }

    @Test func `leaves no store behind where making one failed`() throws {
        for after in 0..<4 {
            let scratch = try Scratch()
            let mishaps = Mishaps()
            mishaps.fail([.write, .sync, .unlink, .rename], after: after)
            #expect(throws: VaultError.full) { try scratch.create(mishaps: mishaps) }
            #expect(throws: VaultError.missing) { try scratch.open() }
            try scratch.stock(3)
        }
    }

    @Test func `does not answer when the disk does not read`() throws {
        let scratch = try Scratch()
        try scratch.stock(300)
        let mishaps = Mishaps()
        let vault = try scratch.open(mishaps: mishaps)
        mishaps.fail([.read], after: 0, with: EIO)
        #expect(throws: VaultError.system(EIO)) { try vault.connection.isTrue() }
        mishaps.stop()
        #expect(try vault.connection.isTrue())
    }
}
