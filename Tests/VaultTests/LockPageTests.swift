// Past the page that SQLite never uses: at 1 GiB, which is lowered here for the length of a process.
import CSQLite
import Glibc
import SQLite
import Testing
import Vault

@Suite(.serialized) struct `A store that reaches past the lock page` {
    /// Page 65 instead of page 262,145.
    static let place: UInt32 = 64 * 4096
    static let lockPage = Int(place) / 4096 + 1

    /// Lowers the place for this whole process, before SQLite opens anything in it.
    static func lower() { dw_lower_pending_byte(place) }

    /// Makes a store whose pages end beyond the lock page, and is killed over a log that is alive.
    private func grow(_ scratch: Scratch) async {
        await #expect(processExitsWith: .signal(SIGKILL)) { [folder = scratch.folder as String] in
            Self.lower()
            let scratch = Scratch(adopting: folder)
            try scratch.stock(500)
            let vault = try scratch.open()
            for first in stride(from: 501, to: 6_000, by: 500) {
                try vault.connection.add(rows: first..<first + 500)
                try vault.checkpoint()
            }
            try vault.connection.add(rows: 6_001..<7_001)
            raise(SIGKILL)
        }
    }

    @Test func `is whole after a crash and grows on`() async throws {
        let scratch = try Scratch()
        await grow(scratch)
        let picture = scratch.picture()
        #expect(picture.pages > 2 * Self.lockPage)
        #expect(picture.frames > 30)
        #expect(picture.database[Picture.page(Self.lockPage)].allSatisfy { $0 == 0 })
        await #expect(processExitsWith: .success) { [folder = scratch.folder as String] in
            Self.lower()
            let scratch = Scratch(adopting: folder)
            for round in 0..<3 {
                let vault = try scratch.open()
                #expect(try vault.connection.count() == 7_000 + 100 * round)
                #expect(try vault.connection.isTrue())
                #expect(try vault.check().isEmpty)
                try vault.connection.add(rows: 7_001 + 100 * round..<7_101 + 100 * round)
                try vault.close()
            }
        }
    }

    @Test func `refuses a page beyond it that was altered or is of an earlier moment`() async throws {
        let scratch = try Scratch()
        await grow(scratch)
        await #expect(processExitsWith: .success) { [folder = scratch.folder as String] in
            Self.lower()
            let scratch = Scratch(adopting: folder)
            try scratch.open().close()
            let earlier = scratch.picture()
            let vault = try scratch.open()
            try vault.connection.transaction { transaction in
                try transaction.run("UPDATE thing SET name = name || ', renamed' WHERE id % 50 = 0")
            }
            try vault.close()
            let now = scratch.picture()
            let changed = (Self.lockPage + 1...earlier.pages).filter {
                earlier.database[Picture.page($0)] != now.database[Picture.page($0)]
            }
            #expect(changed.count > 20)
            for number in [changed[0], changed[changed.count - 1]] {
                var mixed = now
                mixed.database.replaceSubrange(Picture.page(number), with: earlier.database[Picture.page(number)])
                scratch.put(mixed)
                #expect(throws: VaultError.self) { try scratch.open().close() }
                mixed = now
                mixed.database[Picture.page(number).lowerBound + 99] ^= 4
                scratch.put(mixed)
                // Its tag is as it was, so what was altered is found when the page is read.
                let opened = try scratch.open()
                #expect(throws: VaultError.self) { try opened.connection.isTrue() }
                try? opened.close()
            }
            // What lies in the lock page is nobody's.
            var scribbled = now
            for place in Picture.page(Self.lockPage) { scribbled.database[place] = UInt8(truncatingIfNeeded: place) }
            scratch.put(scribbled)
            let opened = try scratch.open()
            #expect(try opened.connection.count() == 7_000)
            #expect(try opened.check().isEmpty)
        }
    }
}

extension Connection {
    /// Adds rows in one transaction.
    fileprivate func add(rows: Range<Int>) throws {
        try transaction { transaction in
            for id in rows {
                try transaction.run("INSERT INTO thing VALUES (\(id), \(Scratch.name(id)), \(Scratch.body(id)))")
            }
        }
    }
}
