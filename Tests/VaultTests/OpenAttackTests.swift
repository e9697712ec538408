// The files changed under a program that has the store open.
import SQLite
import Testing
import Vault

@Suite struct `A store under attack while it is open` {
    /// What is done to the files of an open store.
    enum Attack: String, CaseIterable, CustomTestStringConvertible {
        case pagesOld = "pages of an older moment put back"
        case framesGivenUp = "frames put back that a rollback gave up"
        case framesOld = "frames of an older log put back"
        case bitInDatabase = "a bit of case.db turned"
        case bitInLog = "a bit of the log turned"
        case logCut = "the log cut"
        case databaseCut = "case.db cut"

        var testDescription: String { rawValue }
    }

    @Test(arguments: Attack.allCases) func `never answers wrongly`(_ attack: Attack) throws {
        var random = Seeded(UInt64(Attack.allCases.firstIndex(of: attack) ?? 0) + 900)
        var (refused, unharmed, silent) = (0, 0, 0)
        for trial in 0..<(isSoak ? 1_000 : 12) {
            let scratch = try Scratch()
            try Casework.stock(scratch, rows: 120)
            let work = try Casework(scratch, seed: UInt64(trial))
            try work.commit(30)
            let old = scratch.picture()
            try work.vault.checkpoint()
            try work.vault.connection.configure("PRAGMA cache_size = 8")
            try work.vault.allowSpill(true)
            try work.commit(10)
            var given = Picture(database: [])
            try work.giveUp(150) { given = scratch.picture() }
            try work.commit(60)
            try work.vault.allowSpill(false)
            if [.pagesOld, .bitInDatabase, .databaseCut].contains(attack) { try work.vault.checkpoint() }
            let now = scratch.picture()
            guard let files = Self.files(attack, now, old, given, &random) else { continue }
            scratch.put(files)
            do {
                let reader = try work.vault.reader()
                if try Casework.moment(reader) == work.moments.last { unharmed += 1 } else { silent += 1 }
            } catch is VaultError { refused += 1 }
        }
        print("attack: while open, \(attack.rawValue): refused \(refused), unharmed \(unharmed), silent \(silent)")
        #expect(silent == 0)
        #expect(refused > 0)
    }

    private static func files(
        _ attack: Attack, _ now: Picture, _ old: Picture, _ given: Picture, _ random: inout Seeded
    ) -> Picture? {
        var files = now
        let log = now.log ?? []
        switch attack {
        case .pagesOld:
            for page in 1...old.pages where Bool.random(using: &random) {
                files.database.replaceSubrange(Picture.page(page), with: old.database[Picture.page(page)])
            }
        case .framesGivenUp, .framesOld:
            let source = attack == .framesOld ? old : given
            let shared = min(now.frames, source.frames)
            guard shared > 0, let other = source.log else { return nil }
            for frame in 1...shared where Bool.random(using: &random) {
                files.log?.replaceSubrange(Picture.frame(frame), with: other[Picture.frame(frame)])
            }
        case .bitInDatabase:
            files.database[Int.random(in: 8192..<now.database.count, using: &random)] ^= 1
        case .bitInLog:
            guard !log.isEmpty else { return nil }
            files.log?[Int.random(in: 512..<log.count, using: &random)] ^= 1
        case .logCut: files.log = Array(log.prefix(Int.random(in: 0...log.count, using: &random)))
        case .databaseCut:
            let pages = Int.random(in: 0..<now.pages, using: &random)
            files.database = Array(now.database.prefix(8192 + pages * 4096))
        }
        return files
    }
}
