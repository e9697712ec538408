// A store that takes a new key: at every moment it stands whole under one of the two.
import Cryptography
import Glibc
import SQLite
import Testing
import Vault

@Suite struct `A store that takes a new key` {
    private func opened(_ scratch: Scratch, mishaps: Mishaps? = nil) throws -> Vault {
        try Vault.open(at: scratch.folder, storeID: Scratch.storeID, mishaps: mishaps) { epoch in
            epoch == 1 ? scratch.key() : scratch.key(UInt8(epoch))
        }
    }

    @Test func `holds what it held, and opens with the new one alone`() throws {
        let scratch = try Scratch()
        try scratch.stock(300)
        let vault = try scratch.open()
        try vault.connection.add(301...330)
        let before = scratch.picture()
        var last = 0
        try vault.rekey(to: scratch.key(2), epoch: 2) { done, _ in last = done }
        #expect(last > 10)
        #expect(vault.epoch == 2)
        #expect(scratch.picture().log?.isEmpty ?? true)
        #expect(try vault.connection.count() == 330)
        try vault.connection.add(331...340)
        #expect(try vault.check().isEmpty)
        #expect(throws: VaultError.busy(holder: "process \(getpid())")) { try scratch.open(wait: 0.01) }
        try vault.close()
        #expect(throws: VaultError.wrongKey) { try scratch.open() }
        let again = try opened(scratch)
        #expect(try again.connection.count() == 340)
        #expect(try again.connection.isTrue())
        try again.close()
        // The log of the old key beside the new pages is nobody's.
        scratch.write(try #require(before.log), to: "case.db-wal")
        let third = try opened(scratch)
        #expect(try third.connection.count() == 340)
        #expect(try third.check().isEmpty)
        // What a killed process left is taken away.
        try third.close()
        scratch.write(before.database, to: "case.db-new")
        try opened(scratch).close()
        #expect(scratch.names == ["case.db", "lock"])
    }

    @Test func `lets readers end, and tells those who go on to open it again`() throws {
        let scratch = try Scratch()
        try scratch.stock(300)
        let vault = try scratch.open()
        let reader = try vault.reader()
        #expect(try reader.count() == 300)
        var counted = 0
        try vault.rekey(to: scratch.key(2), epoch: 2) { _, _ in
            if let count = try? reader.count() { counted = count }
        }
        #expect(counted == 300)
        #expect(throws: VaultError.otherEpoch(2)) { try reader.count() }
        try vault.connection.add(301...310)
        let other = try vault.reader()
        #expect(try other.count() == 310)
        // The old reader goes, and takes nothing of the new store with it.
        reader.close()
        try vault.connection.add(311...312)
        #expect(scratch.names == ["case.db", "case.db-wal", "lock"])
        other.close()
        try vault.close()
        #expect(try opened(scratch).connection.count() == 312)
    }

    @Test func `goes on under the old one where a reader does not end`() throws {
        let scratch = try Scratch()
        try scratch.stock(100)
        let vault = try scratch.open()
        let reader = try vault.reader()
        try reader.snapshot { () throws in
            #expect(try reader.count() == 100)
            #expect(throws: VaultError.busy(holder: "another thread of this process")) {
                try vault.rekey(to: scratch.key(2), epoch: 2)
            }
            #expect(try reader.isTrue())
        }
        #expect(vault.epoch == 1)
        try vault.connection.add(101...110)
        #expect(try reader.count() == 110)
        #expect(scratch.names == ["case.db", "case.db-wal", "lock"])
        #expect(try vault.check().isEmpty)
    }

    @Test func `takes one key after the other while it is worked with`() throws {
        let scratch = try Scratch()
        try scratch.stock(50)
        let vault = try scratch.open()
        for epoch in 2...UInt32(isSoak ? 60 : 6) {
            try vault.connection.add(Int(epoch) * 100...Int(epoch) * 100 + 9)
            try vault.rekey(to: scratch.key(UInt8(epoch)), epoch: epoch)
        }
        #expect(try vault.connection.isTrue())
        try vault.close()
        #expect(try opened(scratch).check().isEmpty)
    }

    @Test(arguments: [
        [Mishaps.Act.write], [.sync, .syncFolder], [.rename], [.write, .sync, .rename, .syncFolder, .unlink],
    ])
    func `stands under the one or the other where the disk fails`(_ acts: [Mishaps.Act]) throws {
        var after = 0
        while true {
            let scratch = try Scratch()
            try scratch.stock(120)
            let mishaps = Mishaps()
            let vault = try scratch.open(mishaps: mishaps)
            try vault.connection.add(121...130)
            mishaps.fail(Set(acts), after: after, with: ENOSPC, torn: true)
            var trouble: (any Error)?
            do { try vault.rekey(to: scratch.key(2), epoch: 2) } catch { trouble = error }
            mishaps.stop()
            let copy = try Scratch()
            copy.put(scratch.files)
            let other = try opened(copy)
            #expect(try other.connection.count() == 130)
            #expect(try other.check().isEmpty)
            guard let trouble else { break }
            #expect(trouble as? VaultError == .full)
            if vault.epoch == 1, (try? vault.connection.count()) != nil {
                // It never took place: this vault goes on under the old key.
                try vault.connection.add(131...135)
                #expect(try vault.check().isEmpty)
                try vault.close()
                #expect(try opened(scratch).connection.count() == 135)
            }
            after += 1
        }
        #expect(after > 0)
    }

    @Test func `loses nothing when the power goes`() throws {
        let seed: UInt64 = 77
        let scratch = try Scratch()
        try Casework.stock(scratch, rows: 60)
        let start = Disk(scratch.files)
        let mishaps = Mishaps()
        mishaps.startRecord()
        let work = try Casework(scratch, seed: seed, mishaps: mishaps)
        for epoch in 2...UInt32(3) {
            for _ in 0..<3 { try work.commit(6) }
            try work.vault.rekey(to: scratch.key(UInt8(epoch)), epoch: epoch)
        }
        try work.commit()
        let acts = mishaps.acts
        try work.vault.close()
        var disk = start
        var random = Seeded(seed)
        let copy = try Scratch()
        for act in acts {
            disk.take(act)
            guard isSoak || Int.random(in: 0..<max(1, acts.count / 30), using: &random) == 0 else { continue }
            for fate in Disk.Fate.allCases {
                copy.put(disk.image(fate, using: &random))
                let vault = try opened(copy)
                let found = try Casework.moment(vault.connection)
                #expect(work.moments[disk.acknowledged...].prefix(2).contains(found))
                #expect(try vault.check().isEmpty)
                try vault.close()
            }
        }
    }

    @Test(arguments: 0..<(isSoak ? 150 : 6)) func `loses nothing when the process is killed`(_ round: Int) async throws
    {
        let scratch = try Scratch()
        try scratch.stock(400)
        let (folder, microseconds) = (scratch.folder, UInt32(1_000 + round * 3_517 % 40_000))
        await #expect(processExitsWith: .signal(SIGALRM)) {
            [folder = folder as String, microseconds = microseconds as UInt32] in
            let scratch = Scratch(adopting: folder)
            let acknowledgements = unsafe Glibc.open("\(folder)/acknowledged", O_WRONLY | O_CREAT, mode_t(0o600))
            let vault = try scratch.open()
            ualarm(microseconds, 0)
            for turn in 1...1_000_000 {
                try vault.connection.add(400 + turn...400 + turn)
                unsafe withUnsafeBytes(of: turn) { _ = unsafe pwrite(acknowledgements, $0.baseAddress, $0.count, 0) }
                let epoch = UInt32(turn % 200 + 2)
                if turn % 3 == 0 { try vault.rekey(to: scratch.key(UInt8(epoch)), epoch: epoch) }
            }
        }
        let acknowledged = scratch.read("acknowledged").flatMap { bytes in
            bytes.count == 8 ? bytes.reversed().reduce(0) { $0 << 8 | Int($1) } : nil
        }
        let vault = try opened(scratch)
        let count = try vault.connection.count() - 400
        #expect(count == acknowledged ?? 0 || count == (acknowledged ?? 0) + 1)
        #expect(try vault.connection.isTrue())
        #expect(try vault.check().isEmpty)
        try vault.close()
        #expect(scratch.names.filter { $0 != "acknowledged" } == ["case.db", "lock"])
    }
}
