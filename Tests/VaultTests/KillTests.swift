// Real processes, really killed, at no particular moment.
import Glibc
import SQLite
import Testing
import Vault

@Suite(.serialized) struct `A process that is killed` {
    @Test(arguments: 0..<(isSoak ? 200 : 8)) func `loses nothing that it acknowledged`(_ round: Int) async throws {
        let scratch = try Scratch()
        try scratch.stock(40)
        let (folder, microseconds) = (scratch.folder, UInt32(3_000 + round * 7_919 % 60_000))
        await #expect(processExitsWith: .signal(SIGALRM)) {
            [folder = folder as String, microseconds = microseconds as UInt32] in
            let scratch = Scratch(adopting: folder)
            let acknowledgements = unsafe open("\(folder)/acknowledged", O_WRONLY | O_CREAT, mode_t(0o600))
            let vault = try scratch.open()
            ualarm(microseconds, 0)
            for id in 41...1_000_000 {
                try vault.connection.add(id...id)
                unsafe withUnsafeBytes(of: id) { _ = unsafe pwrite(acknowledgements, $0.baseAddress, $0.count, 0) }
                if id % 50 == 0 { try vault.checkpoint() }
            }
        }
        let acknowledged = scratch.read("acknowledged").flatMap { bytes in
            bytes.count == 8 ? bytes.reversed().reduce(0) { $0 << 8 | Int($1) } : nil
        }
        let vault = try scratch.open()
        let count = try vault.connection.count()
        #expect(count == (acknowledged ?? 40) || count == (acknowledged ?? 40) + 1)
        #expect(try vault.connection.isTrue())
        #expect(try vault.check().isEmpty)
    }

    @Test func `in the middle of a large transaction leaves none of it`() async throws {
        let scratch = try Scratch()
        try scratch.stock(40)
        let folder = scratch.folder
        await #expect(processExitsWith: .signal(SIGKILL)) { [folder = folder as String] in
            let vault = try Scratch(adopting: folder).open()
            try vault.allowSpill(true)
            try vault.connection.configure("PRAGMA cache_size = -100")
            try vault.connection.transaction { transaction in
                for id in 41...5_000 {
                    try transaction.run("INSERT INTO thing VALUES (\(id), \(Scratch.name(id)), \(Scratch.body(id)))")
                }
                raise(SIGKILL)
            }
        }
        #expect((scratch.picture().log?.count ?? 0) > 100 * Picture.frameSize)
        let vault = try scratch.open()
        #expect(try vault.connection.count() == 40)
        #expect(try vault.connection.isTrue())
        try vault.connection.add(41...50)
        try vault.close()
        #expect(try scratch.open().check().isEmpty)
    }
}
